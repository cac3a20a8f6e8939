/**
 * The rules of a settlement, pure. A subsidy is claimed for a meal that was eaten, under the rule that was frozen on its order. What an
 * order says later than its month was submitted is a correction: the difference between what was claimed and what it says.
 */
import type { Claim, Order, StatementLine } from '../../types/canteen';
import { fen } from '../../types/money';
import { addDays, type CivilDate, monthRange } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';

type Eaten = Pick<Order, 'day' | 'dinerId' | 'status' | 'price'> & { id: string };
export type RuleName = { name: string; funder: string };
/** What one order has changed by since it was claimed, in 分. */
export type Correction = Omit<Claim, 'amount'> & { was: number; is: number };

/** What these orders claim: one entry for each rule that pays for a meal that was eaten. */
export const claimsOf = (orders: readonly Eaten[]): Claim[] =>
  orders
    .filter(order => order.status === 'redeemed')
    .flatMap(({ id, day, dinerId, price }) =>
      price.rules.map(rule => ({ orderId: id, day, dinerId, ruleId: rule.id, amount: rule.amount })),
    );

const keyOf = ({ orderId, ruleId }: Pick<Claim, 'orderId' | 'ruleId'>): string => `${orderId} ${ruleId}`;

/** Where what was claimed and what stands now disagree; an order that was claimed twice (claim and correction) counts with its sum. */
export function correctionsOf(claimed: readonly Claim[], standing: readonly Claim[]): Correction[] {
  const all = new Map<string, Correction>();
  const entry = (claim: Claim): Correction => {
    const { amount, ...rest } = claim;
    const known = all.get(keyOf(claim)) ?? { ...rest, was: 0, is: 0 };
    all.set(keyOf(claim), known);
    return known;
  };
  for (const claim of claimed) entry(claim).was += claim.amount;
  for (const claim of standing) entry(claim).is += claim.amount;
  return [...all.values()].filter(({ was, is }) => was !== is);
}

/** A line for each rule, dearest first within its funder; a rule that is corrected only has a line as well. */
export function linesOf(
  claims: readonly Claim[],
  corrections: readonly Correction[],
  names: ReadonlyMap<string, RuleName>,
): StatementLine[] {
  const lines = new Map<string, StatementLine>();
  const line = (ruleId: string): StatementLine => {
    const known = lines.get(ruleId) ?? {
      ...(names.get(ruleId) ?? { name: ruleId, funder: '' }),
      ruleId,
      meals: 0,
      amount: fen(0),
      corrections: 0,
      corrected: 0,
    };
    lines.set(ruleId, known);
    return known;
  };
  for (const claim of claims) {
    const into = line(claim.ruleId);
    into.meals += 1;
    into.amount = fen(into.amount + claim.amount);
  }
  for (const { ruleId, was, is } of corrections) {
    const into = line(ruleId);
    into.corrections += 1;
    into.corrected += is - was;
  }
  return [...lines.values()].sort(
    (a, b) => (a.funder < b.funder ? -1 : a.funder > b.funder ? 1 : 0) || b.amount - a.amount || (a.ruleId < b.ruleId ? -1 : 1),
  );
}

export const totalOf = (lines: readonly StatementLine[]): number =>
  lines.reduce((sum, line) => sum + line.amount + line.corrected, 0);

/** The month before, `YYYY-MM`. */
export const monthBefore = (month: string): string => addDays(monthRange(month).first, -1).slice(0, 7);

/** A month is submitted once, when it is over, after the month before it. */
export function maySubmit(
  state: { month: string; lines: readonly StatementLine[]; submitted: boolean; earlierOpen: boolean },
  today: CivilDate,
): Verdict<'ALREADY_SUBMITTED' | 'MONTH_NOT_OVER' | 'NOTHING_TO_SETTLE' | 'EARLIER_MONTH_OPEN'> {
  if (state.submitted) return no('ALREADY_SUBMITTED');
  if (today <= monthRange(state.month).last) return no('MONTH_NOT_OVER');
  if (state.lines.length === 0) return no('NOTHING_TO_SETTLE');
  return state.earlierOpen ? no('EARLIER_MONTH_OPEN', { month: monthBefore(state.month) }) : yes;
}

/**
 * The kitchen lets an order go until the end of the month after it: later its month's correction would have no statement to stand in.
 */
export function mayStillCorrect(day: CivilDate, today: CivilDate): Verdict<'MONTH_SETTLED'> {
  return day.slice(0, 7) >= monthBefore(today.slice(0, 7)) ? yes : no('MONTH_SETTLED');
}
