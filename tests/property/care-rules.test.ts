/**
 * Whatever is done in whatever order: nobody collects a child who is not authorised at that moment, a draw can be repeated by anybody, and
 * priority is worth what it says. Rules alone; against the handlers in `care.test.ts`.
 */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { drawOrder, withSiblings } from '../../cloudfunctions/care/rules/draw';
import { candidates, mayCollect, mayRelease } from '../../cloudfunctions/care/rules/pickup';
import type { Attendance, Child } from '../../types/care';
import { addDays, instantAt } from '../../types/time';
import { attendance, child, thursday } from '../builders/care';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the draw', () => {
  const entries = fc
    .uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 60 })
    .chain(numbers => fc.tuple(...numbers.map(no => fc.integer({ min: 1, max: 4 }).map(rank => ({ no, rank })))));
  test('is the same for everybody who repeats it, in whatever order they write the entries down', () => {
    fc.assert(
      fc.property(entries, fc.string(), (all, seed) => {
        const drawn = drawOrder(all, seed, sha);
        expect(drawOrder([...all].reverse(), seed, sha)).toEqual(drawn);
        expect([...drawn].sort((a, b) => a.no - b.no)).toEqual([...all].sort((a, b) => a.no - b.no));
        expect(drawn.map(({ rank }) => rank)).toEqual(drawn.map(({ rank }) => rank).sort((a, b) => a - b));
      }),
    );
  });
  test('siblings are drawn one after the other, whatever the seed', () => {
    const family = fc.integer({ min: 0, max: 6 }).map(n => [`g${n}`]);
    fc.assert(
      fc.property(fc.array(family, { minLength: 1, maxLength: 20 }), fc.string(), (families, seed) => {
        const all = withSiblings(families.map((guardians, i) => ({ no: i + 1, rank: 9, guardians })));
        const drawn = drawOrder(all, seed, sha).map(({ no }) => families[no - 1]![0]);
        const turns = drawn.filter((each, i) => i === 0 || drawn[i - 1] !== each);
        expect(new Set(turns).size).toBe(turns.length);
      }),
    );
  });
  test('another family more or less moves nobody of the same rank past another', () => {
    fc.assert(
      fc.property(entries, fc.string(), (all, seed) => {
        const without = all.slice(1);
        const left = drawOrder(all, seed, sha).filter(({ no }) => without.some(each => each.no === no));
        expect(left).toEqual(drawOrder(without, seed, sha));
      }),
    );
  });
});

/** The world as a model sees it: plain sets, no rules. */
type Model = {
  day: number;
  guardians: Record<string, 'confirmed' | 'ended'>;
  decides?: string;
  barred: Set<string>;
  standing: Map<string, { by: string; until?: number }>;
  temporary: Map<string, { by: string; day: number }>;
  here: boolean;
};

const GUARDIANS = ['g-a', 'g-b'];
const standsFor = (model: Model, by: string): boolean =>
  by === 'office' || (model.guardians[by] === 'confirmed' && !model.barred.has(by) && (!model.decides || model.decides === by));

/** What a careful person at the door would say. */
function allowed(model: Model, who: string): boolean {
  if (!model.here || model.barred.has(who)) return false;
  if (GUARDIANS.includes(who)) return model.guardians[who] === 'confirmed';
  const standing = model.standing.get(who);
  if (standing) return standsFor(model, standing.by) && (standing.until === undefined || model.day <= standing.until);
  const temporary = model.temporary.get(who);
  return temporary !== undefined && temporary.day === model.day && standsFor(model, temporary.by);
}

const person = fc.constantFrom('p-1', 'p-2', 't-1', 't-2', ...GUARDIANS);
const by = fc.constantFrom(...GUARDIANS, 'office');
const deed = fc.oneof(
  fc.record({
    do: fc.constant('addStanding' as const),
    who: fc.constantFrom('p-1', 'p-2'),
    by,
    until: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  }),
  fc.record({ do: fc.constant('endStanding' as const), who: fc.constantFrom('p-1', 'p-2') }),
  fc.record({
    do: fc.constant('addTemporary' as const),
    who: fc.constantFrom('t-1', 't-2'),
    by,
    ahead: fc.integer({ min: 0, max: 1 }),
  }),
  fc.record({ do: fc.constant('endTemporary' as const), who: fc.constantFrom('t-1', 't-2') }),
  fc.record({ do: fc.constant('bar' as const), who: person }),
  fc.record({ do: fc.constant('unbar' as const) }),
  fc.record({ do: fc.constant('decide' as const), who: fc.option(fc.constantFrom(...GUARDIANS), { nil: undefined }) }),
  fc.record({ do: fc.constant('endGuardian' as const), who: fc.constantFrom(...GUARDIANS) }),
  fc.record({ do: fc.constant('nextDay' as const) }),
  fc.record({ do: fc.constant('release' as const), who: person, code: fc.boolean() }),
);
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

/** The same world as the documents hold it, one attendance a day. */
class Documents {
  child: Child = child();
  days = new Map<number, Attendance>();
  on = (day: number): Attendance => this.days.get(day) ?? attendance({ day: addDays(thursday, day) });
}

function play(model: Model, docs: Documents, step: Deed): void {
  const at = instantAt(addDays(thursday, model.day), 960);
  const name = (who: string) => ({ name: `人${who}`, relation: '亲属', byName: '', at });
  switch (step.do) {
    case 'addStanding': {
      model.standing.set(step.who, { by: step.by, until: step.until });
      const until = step.until === undefined ? undefined : addDays(thursday, step.until);
      docs.child.adults = [
        ...docs.child.adults.filter(({ id }) => id !== step.who),
        { id: step.who, by: step.by, until, ...name(step.who) },
      ];
      break;
    }
    case 'endStanding':
      model.standing.delete(step.who);
      docs.child.adults = docs.child.adults.map(each => (each.id === step.who ? { ...each, endedAt: at } : each));
      break;
    case 'addTemporary': {
      const day = model.day + step.ahead;
      for (const [on, doc] of docs.days)
        docs.days.set(on, { ...doc, temporaries: doc.temporaries.filter(({ id }) => id !== step.who) });
      const doc = docs.on(day);
      docs.days.set(day, {
        ...doc,
        temporaries: [...doc.temporaries.filter(({ id }) => id !== step.who), { id: step.who, by: step.by, ...name(step.who) }],
      });
      model.temporary.set(step.who, { by: step.by, day });
      break;
    }
    case 'endTemporary':
      model.temporary.delete(step.who);
      for (const [on, doc] of docs.days)
        docs.days.set(on, {
          ...doc,
          temporaries: doc.temporaries.map(each => (each.id === step.who ? { ...each, endedAt: at } : each)),
        });
      break;
    case 'bar': {
      model.barred.add(step.who);
      const known = docs.child.custody?.barred ?? [];
      docs.child.custody = {
        by: '',
        byName: '',
        at,
        decides: model.decides,
        barred: [...known, { name: `登记${step.who}`, relation: '', adultId: step.who }],
      };
      break;
    }
    case 'unbar':
      model.barred.clear();
      if (docs.child.custody) docs.child.custody = { ...docs.child.custody, barred: [] };
      break;
    case 'decide':
      model.decides = step.who;
      docs.child.custody = { barred: [], by: '', byName: '', at, ...docs.child.custody, decides: step.who };
      break;
    case 'endGuardian':
      model.guardians[step.who] = 'ended';
      docs.child.guardians = docs.child.guardians.map(each => (each.id === step.who ? { ...each, status: 'ended' } : each));
      break;
    case 'nextDay':
      model.day += 1;
      model.here = true;
      break;
    case 'release': {
      const today = addDays(thursday, model.day);
      const doc = docs.on(model.day);
      const proof = step.code ? { how: 'code' as const, given: '111111', right: '111111' } : { how: 'look' as const };
      const verdict = mayRelease(docs.child, doc, step.who, proof, today);
      expect(verdict.ok).toBe(allowed(model, step.who));
      if (!verdict.ok) break;
      model.here = false;
      docs.days.set(model.day, { ...doc, status: 'gone' });
    }
  }
}

test('no sequence of authorities, revocations, temporary codes and clock moves releases a child to somebody not authorised then', () => {
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 40 }), steps => {
      const model: Model = {
        day: 0,
        guardians: { 'g-a': 'confirmed', 'g-b': 'confirmed' },
        barred: new Set(),
        standing: new Map(),
        temporary: new Map(),
        here: true,
      };
      const docs = new Documents();
      for (const step of steps) {
        play(model, docs, step);
        const doc = docs.on(model.day);
        const shown = candidates(docs.child, doc, addDays(thursday, model.day));
        for (const { id, authorised } of shown) {
          // What is shown is what the release would say.
          expect(mayCollect(docs.child, doc, id, addDays(thursday, model.day))).toEqual(authorised);
          if (model.here) expect([id, authorised.ok]).toEqual([id, allowed(model, id)]);
        }
      }
    }),
    { numRuns: 600 },
  );
});

test('a wrong code releases nobody, and yesterday’s temporary authority nobody today', () => {
  const day = attendance({
    temporaries: [{ id: 't', name: '老张', relation: '邻居', by: 'g-a', byName: '', at: instantAt(thursday) }],
  });
  const proof = { how: 'code' as const, given: '000000', right: '123456' };
  expect(mayRelease(child(), day, 't', proof, thursday)).toMatchObject({ code: 'WRONG_PICKUP_CODE' });
  expect(mayCollect(child(), day, 't', addDays(thursday, 1))).toMatchObject({ code: 'NOT_AUTHORISED' });
  expect(mayCollect(child(), { ...day, status: 'gone' }, 't', thursday)).toMatchObject({ code: 'NOT_AUTHORISED' });
});
