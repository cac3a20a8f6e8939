import fc from 'fast-check';
import type { Known } from '../../cloudfunctions/people/roster/plan';
import { withBinding } from '../../cloudfunctions/people/rules';
import * as a from '../builders/people';

const names = fc.constantFrom('王桂兰', '李建国', '赵德福', '陈秀英', '林涛');
const days = fc.constantFrom('1948-03-12', '1950-01-01', '1976-11-20', '2015-06-01');
const rooms = fc.constantFrom('101', '102', '501', '502');
const phones = fc.constantFrom('', '13800000001', '13900000002', '12345');
const cards = fc.constantFrom('', '', 'A0001', 'A0002');
const rows = fc.array(
  fc.record({ 姓名: names, 出生日期: days, 房号: rooms, 手机号: phones, 卡号: cards, 过敏: fc.constantFrom('', '花生', '芒果') }),
  { maxLength: 25 },
);

/** The directory as it stands after the plan was applied; applying twice is applying once. */
function applied(known: Known[], lines: string[][]): Known[] {
  const after = new Map(known.map(resident => [resident.id, resident]));
  const { plan } = a.dryRun(lines, known);
  for (const { id, kind, fields } of [...plan.rows, ...plan.rows]) {
    const before = kind === 'changed' ? after.get(id) : { id };
    const next = { ...before, ...fields } as Record<string, unknown>;
    for (const [field, value] of Object.entries(next)) if (value === null || value === undefined) delete next[field];
    after.set(id, next as unknown as Known);
  }
  return [...after.values()];
}

test('a roster imported again changes nothing and makes nobody twice', () => {
  fc.assert(
    fc.property(rows, list => {
      const lines = list.map(row => a.line(row));
      const once = applied([], lines);
      const again = a.dryRun(lines, once);
      expect(again.plan.counts.fresh).toBe(0);
      expect(applied(once, lines)).toHaveLength(once.length);
    }),
    { numRuns: 400 },
  );
});

test('every row is new, changed, the same, or left out with a reason', () => {
  fc.assert(
    fc.property(rows, rows, (first, second) => {
      const known = applied(
        [],
        first.map(row => a.line(row)),
      );
      const { plan, problems, seen } = a.dryRun(
        second.map(row => a.line(row)),
        known,
      );
      const { fresh, changed, same } = plan.counts;
      const leftOut = new Set(problems.filter(({ level }) => level === 'error').map(({ row }) => row));
      expect(fresh + changed + same + leftOut.size).toBe(seen);
      expect(new Set(plan.rows.map(({ id }) => id)).size).toBe(plan.rows.length);
    }),
    { numRuns: 400 },
  );
});

test('no card is held by two residents, however often rosters come', () => {
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 4 }), lists => {
      const after = lists.reduce<Known[]>(
        (known, list) =>
          applied(
            known,
            list.map(row => a.line(row)),
          ),
        [],
      );
      const held = after.flatMap(({ cardNo }) => cardNo ?? []);
      expect(new Set(held).size).toBe(held.length);
    }),
    { numRuns: 300 },
  );
});

test('a family holds every account at most once', () => {
  const bindings = fc.array(
    fc.record({ accountId: fc.constantFrom('wx-1', 'wx-2', 'wx-3'), status: fc.constantFrom('asked', 'confirmed', 'ended') }),
  );
  fc.assert(
    fc.property(bindings, list => {
      const family = list.reduce<ReturnType<typeof a.binding>[]>((before, over) => withBinding(before, a.binding(over)), []);
      expect(new Set(family.map(({ accountId }) => accountId)).size).toBe(family.length);
    }),
  );
});
