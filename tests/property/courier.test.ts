/**
 * Deeds, crashes, refusals of the database, moods of the provider and moves of the clock in any order: in the end every message has its
 * letter, every letter has ended, and no cause has reached a person twice on one channel.
 */
import * as fc from 'fast-check';
import { addDays, dayOf, type Instant, instantAt } from '../../types/time';
import { openWorld, type World } from '../world';
import { allow, leave, lettersOf, messageItem, type Provider, postItem, provider, ring } from '../world/courier';

const MOODS = {
  ok: () => ({ errcode: 0, errmsg: 'ok' }),
  busy: () => ({ errcode: -1, errmsg: 'system error' }),
  refuses: () => ({ errcode: 43101, errmsg: 'user refuse to accept the msg' }),
  invalid: () => ({ errcode: 47003, errmsg: 'argument invalid!' }),
  hangsUp: () => undefined,
} as const;

type Step =
  | { do: 'tell'; many: number; urgency: 'normal' | 'urgent' | 'emergency' }
  | { do: 'ring'; minutes: number }
  | { do: 'together' }
  | { do: 'fault'; kind: 'error' | 'timeout' | 'crash-after-commit'; target: string }
  | { do: 'mood'; mood: keyof typeof MOODS };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('tell' as const),
    many: fc.integer({ min: 1, max: 4 }),
    urgency: fc.constantFrom('normal', 'urgent', 'emergency'),
  }),
  fc.record({ do: fc.constant('ring' as const), minutes: fc.constantFrom(1, 2, 4, 30) }),
  fc.constant({ do: 'together' as const }),
  fc.record({
    do: fc.constant('fault' as const),
    kind: fc.constantFrom('error' as const, 'timeout' as const, 'crash-after-commit' as const),
    target: fc.constantFrom('letters', 'credits', 'marks', 'tryouts', 'posts', 'shifts', 'courier'),
  }),
  fc.record({ do: fc.constant('mood' as const), mood: fc.constantFrom(...(Object.keys(MOODS) as (keyof typeof MOODS)[])) }),
);

let world: World;
let wechat: Provider;
let run = 0;

beforeAll(async () => {
  wechat = await provider();
  world = await openWorld({ residents: 5, past: 0, fill: 0 }, { envVariables: { WECHAT_API_BASE: wechat.url } });
});
afterAll(async () => {
  await world.stop();
  await wechat.stop();
});

async function take(each: Step, told: string[]): Promise<void> {
  if (each.do === 'tell') {
    // A person of their own for each message, so that whom a provider was told names the cause.
    const people = Array.from({ length: each.many }, () => ({
      ref: `r${++run}`,
      account: `wx-p-${run}`,
      phone: `139${String(run).padStart(8, '0')}`,
    }));
    await allow(
      world,
      'channelTest',
      people.map(({ account }) => account),
      3,
    );
    const [one] = people;
    await leave(world, [
      each.many === 1
        ? messageItem('channelTest', one!.account, { phone: one!.phone, urgency: each.urgency })
        : postItem('channelTest', people, each.urgency),
    ]);
    told.push(...people.map(({ account }) => account));
  } else if (each.do === 'ring') await ring(world, 1, each.minutes * 61_000);
  else if (each.do === 'together') await Promise.all([world.fire('courier'), world.fire('courier')]).catch(() => undefined);
  else if (each.do === 'fault') world.faults.add({ target: each.target, kind: each.kind });
  else wechat.answer = MOODS[each.mood];
}

test('every letter ends, and nobody is told twice on one channel', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
      const told: string[] = [];
      wechat.taken = [];
      for (const each of steps) await take(each, told);
      world.faults.clear();
      wechat.answer = MOODS.ok;
      for (let i = 0; i < 12; i++) await ring(world, 1, 20 * 60_000);
      await world.setClock(instantAt(addDays(dayOf(world.now() as Instant), 1), 600));
      await ring(world, 4);
      const letters = lettersOf(world, { to: { $in: told } });
      expect(letters.map(({ to }) => to).sort()).toEqual([...told].sort());
      expect(letters.filter(({ state, dueAt }) => dueAt !== undefined || !['sent', 'unsent'].includes(state))).toEqual([]);
      expect(wechat.taken).toEqual([...new Set(wechat.taken)]);
      for (const { _id, attempts, words, phone } of letters) {
        const final = attempts.filter(({ outcome }) => outcome !== 'later').map(({ channel }) => channel);
        expect([_id, final.length]).toEqual([_id, new Set(final).size]);
        expect([words, phone]).toEqual([undefined, undefined]);
        for (const channel of ['sms', 'voice'])
          expect(
            world.inbox({ channel }).filter(({ fields }) => fields.SessionContext === _id.slice(-200)).length,
          ).toBeLessThanOrEqual(1);
      }
      expect(world.engine.peek('marks', { collection: 'tryouts' })).toEqual([]);
    }),
    { numRuns: 40, endOnFailure: true },
  );
}, 240_000);
