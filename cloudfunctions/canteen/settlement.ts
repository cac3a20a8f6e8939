/** Reads what a statement is made of: orders of a month day by day side by side, and the rows of months that were submitted. */
import type { Claim, Order, Statement, StatementLine } from '../../types/canteen';
import { daysFrom, monthRange } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { LIGHT, type Store } from '../_shared/store';
import { orders, statementRows, statements } from './collections';
import { type Correction, claimsOf, correctionsOf, linesOf, monthBefore, type RuleName, totalOf } from './rulesSettlement';

/** Of an order, what a statement shows of it. */
export type Meal = Pick<Order, 'day' | 'period' | 'number' | 'dinerId' | 'dinerName' | 'status' | 'redeemedAt' | 'price'> & {
  id: string;
};

/** Every order of the month, cancelled ones too: one wave however long the month is. */
export async function mealsOf(store: Store, month: string): Promise<Meal[]> {
  const { first, last } = monthRange(month);
  const without = [...LIGHT, 'lines', 'clashes', 'tellTo', 'code', 'bookedBy', 'bookedByName', 'dinerPinyin', 'dinerCardNo'];
  const days = daysFrom(first, Number(last.slice(8)));
  return (await Promise.all(days.map(day => store.findAll(orders, { day }, { without })))).flat();
}

/** All statements, newest first; one a month. */
export const allStatements = (store: Store): Promise<Stored<Statement>[]> =>
  store.find(statements, {}, { order: ['-month'], limit: 120, without: LIGHT });

const partsOf = (batch: string, kind: 'r' | 'c', count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${batch}~${kind}${n}`);

/** Rows of one document: some hundred, far below what a document may hold. */
const ROWS = 500;
/** Documents of rows read in one call. */
const AT_ONCE = 8;

/** Rows as documents of the batch. */
export function batchOf(batch: string, kind: 'r' | 'c', rows: readonly Claim[]) {
  const count = Math.ceil(rows.length / ROWS);
  return partsOf(batch, kind, count).map((id, n) => ({ id, doc: { batch, rows: rows.slice(n * ROWS, (n + 1) * ROWS) } }));
}

/** What a submitted statement claims: `r` the meals of its month, `c` corrections of the month before. */
export async function rowsOf(store: Store, statement: Statement, kind: 'r' | 'c'): Promise<Claim[]> {
  const ids = partsOf(statement.batch, kind, kind === 'r' ? statement.rowParts : statement.correctionParts);
  const calls = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) => ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
  const found = (await Promise.all(calls.map(call => store.readAll(statementRows, call, { without: LIGHT })))).flat();
  return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).flatMap(part => part.rows);
}

/** Rules as the newest of these orders name them. */
export function namesOf(meals: readonly Meal[], lines: readonly StatementLine[] = []): Map<string, RuleName> {
  const names = new Map<string, RuleName>(lines.map(({ ruleId, name, funder }) => [ruleId, { name, funder }]));
  for (const { price } of meals) for (const { id, name, funder } of price.rules) names.set(id, { name, funder });
  return names;
}

export type OpenMonth = {
  meals: Meal[];
  /** Of the month before, whose corrections stand here. */
  before: Meal[];
  claims: Claim[];
  corrections: Correction[];
  lines: StatementLine[];
  total: number;
  names: Map<string, RuleName>;
};

/** The statement of a month that is not submitted. @param last the statement of the month before, when there is one. */
export async function openMonth(store: Store, month: string, last: Statement | undefined): Promise<OpenMonth> {
  const [meals, before, claimed] = await Promise.all([
    mealsOf(store, month),
    last ? mealsOf(store, monthBefore(month)) : [],
    last ? rowsOf(store, last, 'r') : [],
  ]);
  const claims = claimsOf(meals);
  const corrections = last ? correctionsOf(claimed, claimsOf(before)) : [];
  const names = namesOf([...before, ...meals], last?.lines);
  const lines = linesOf(claims, corrections, names);
  return { meals, before, claims, corrections, lines, total: totalOf(lines), names };
}
