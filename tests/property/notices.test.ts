/** Whatever is put together: the laws of audiences. Whatever happens to a sending: one receipt and one letter for each. */
import * as fc from 'fast-check';
import { type Candidate, isMeant } from '../../cloudfunctions/notices/rulesOfAudience';
import { matchList } from '../../cloudfunctions/notices/rulesOfList';
import type { Audience } from '../../types/notices';
import { facts, neighbour } from '../builders/notices';
import { gesture, openWorld, type Person, type World } from '../world';
import { lettersOf, previewed, receiptsOf } from '../world/notices';

const ids = (prefix: string) =>
  fc.uniqueArray(
    fc.integer({ min: 1, max: 4 }).map(n => `${prefix}${n}`),
    { minLength: 1, maxLength: 3 },
  );
const leaf: fc.Arbitrary<Audience> = fc.oneof(
  fc.constant<Audience>({ kind: 'everyone' }),
  ids('b').map(building => ({ kind: 'building' as const, ids: building })),
  ids('g').map(grid => ({ kind: 'grid' as const, ids: grid })),
  ids('r').map(people => ({ kind: 'people' as const, ids: people })),
  fc.constant<Audience>({ kind: 'category', categories: ['livesAlone'] }),
  fc.record({ kind: fc.constant('age' as const), from: fc.integer({ min: 0, max: 100 }) }),
);
const { audience } = fc.letrec<{ audience: Audience }>(tie => ({
  audience: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ all: fc.array(tie('audience'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('audience'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ who: tie('audience'), except: tie('audience') }),
  ),
}));
const person: fc.Arbitrary<Candidate> = fc
  .record({
    n: fc.integer({ min: 1, max: 4 }),
    grid: fc.integer({ min: 1, max: 4 }),
    year: fc.integer({ min: 1930, max: 2020 }),
    alone: fc.boolean(),
  })
  .map(({ n, grid, year, alone }) =>
    neighbour({
      id: `r${n}`,
      building: `b${n}`,
      grid: `g${grid}`,
      born: `${year}-03-01`,
      categories: alone ? ['livesAlone'] : [],
    }),
  );

describe('audiences', () => {
  const holds = (law: (meant: (part: Audience) => boolean, a: Audience, b: Audience) => boolean) =>
    fc.assert(fc.property(audience, audience, person, (a, b, who) => law(part => isMeant(part, who, facts()), a, b)));

  test('and is in both, or in at least one, in whatever order', () => {
    holds(
      (meant, a, b) => meant({ all: [a, b] }) === (meant(a) && meant(b)) && meant({ all: [a, b] }) === meant({ all: [b, a] }),
    );
    holds(
      (meant, a, b) => meant({ any: [a, b] }) === (meant(a) || meant(b)) && meant({ any: [a, b] }) === meant({ any: [b, a] }),
    );
    holds((meant, a, b) => meant({ any: [a, { all: [a, b] }] }) === meant(a));
  });

  test('except is a part of whom it is taken from, and shares nobody with whom it excepts', () => {
    holds((meant, a, b) => !meant({ who: a, except: b }) || (meant(a) && !meant(b)));
    holds((meant, a, b) => meant({ any: [{ who: a, except: b }, { all: [a, b] }] }) === meant(a));
    holds((meant, a) => !meant({ who: a, except: a }));
    holds(
      (meant, a, b) =>
        meant({ who: { kind: 'everyone' }, except: { any: [a, b] } }) ===
        meant({
          all: [
            { who: { kind: 'everyone' }, except: a },
            { who: { kind: 'everyone' }, except: b },
          ],
        }),
    );
  });
});

test('a list of anything at all is read: nobody twice, every row counted, every left-out row said', () => {
  const people = [1, 2, 3, 4].map(n => ({
    id: `r${n}`,
    name: n < 3 ? '李敏' : `王${n}`,
    phone: `1380000000${n}`,
    address: `3栋1单元${n}01`,
  }));
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('李敏', '王3', '13800000001', '3栋1单元201', '0037', ''));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 40 }), rows => {
      const reading = matchList(
        [['姓名', '手机号', '卡号', '住址'], ...rows],
        { at: 0, columns: { name: 0, phone: 1, cardNo: 2, address: 3 } },
        people,
      );
      expect(new Set(reading.ids).size).toBe(reading.ids.length);
      expect(reading.rows).toBe(rows.filter(row => row.some(text => text.trim())).length);
      expect(reading.leftOut + reading.ids.length).toBeLessThanOrEqual(reading.rows);
      expect(reading.problems.length).toBe(reading.rows - reading.ids.length);
    }),
  );
});

describe('sending', () => {
  let world: World;
  let zhou: Person;

  beforeAll(async () => {
    world = await openWorld({ residents: 620, accounts: 600, past: 0, fill: 0, notices: false });
    zhou = await world.as('wx-zhouzhuren');
    const settings = await zhou.notices('settings', {});
    await zhou.notices('saveSettings', { ...settings, eyesAbove: 100_000 });
  });
  afterAll(() => world.stop());

  const kind = fc.constantFrom('error' as const, 'crash-after-commit' as const, 'conflict' as const, 'timeout' as const);
  const target = fc.constantFrom('dispatches', 'receipts', 'notices', 'marks', 'letters');
  const fault = fc.record({ kind, target, times: fc.integer({ min: 1, max: 2 }) });
  const deed = fc.constantFrom('continue' as const, 'ring' as const, 'courier' as const, 'send' as const);

  test('through crashes, replays and rivals everybody of the frozen list has one receipt and at most one letter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ deed, faults: fc.array(fault, { maxLength: 2 }) }), { minLength: 1, maxLength: 6 }),
        async waves => {
          zhou = await world.as('wx-zhouzhuren');
          const { id, frozen } = await previewed(zhou, { kind: 'everyone' });
          const requestId = gesture();
          const call = (action: string, input: object, request: string) =>
            zhou.raw('notices', { action, input, requestId: request });
          const send = () => call('sendNotice', { id, frozenId: frozen!.id }, requestId);
          const deeds = {
            send,
            continue: () => call('continueNotice', { id }, gesture()),
            ring: () => world.fire('notices'),
            courier: () => world.fire('courier'),
          };
          await send();
          for (const wave of waves) {
            for (const each of wave.faults) world.faults.add(each);
            await Promise.all(
              [deeds[wave.deed](), deeds.send(), deeds.continue()].map(each => Promise.resolve(each).catch(() => undefined)),
            );
            world.faults.clear();
            await world.advance(61_000);
          }
          zhou = await world.as('wx-zhouzhuren');
          await send();
          await settleAll(world);
          const receipts = receiptsOf(world, id);
          expect(receipts).toHaveLength(frozen!.total);
          expect(new Set(receipts.map(({ ref }) => ref)).size).toBe(frozen!.total);
          const letters = lettersOf(world).filter(({ page }) => page.includes(id));
          expect(new Set(letters.map(({ to }) => to)).size).toBe(letters.length);
          expect(letters).toHaveLength(receipts.filter(({ way }) => way === 'account' || way === 'family').length);
          expect(world.engine.peek('notices', { _id: `xingfuli:${id}` })).toMatchObject([{ status: 'sent' }]);
        },
      ),
      { numRuns: 8 },
    );
  }, 240_000);
});

/** Until every letter is there. */
async function settleAll(world: World): Promise<void> {
  for (let ring = 0; ring < 4; ring++) {
    await world.advance(61_000);
    await world.fire('notices');
    await world.fire('courier');
  }
}
