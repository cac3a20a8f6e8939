/** A month's subsidies: eaten, submitted, corrected in the next month, published. */
import { readSheet } from 'read-excel-file/node';
import type { StatementView } from '../../types/canteen';
import { fen } from '../../types/money';
import { civilDate, instantAt } from '../../types/time';
import { gesture, openWorld, type Person, refusalOf, type World } from '../world';

const MONTH = '2026-11';
const NEXT = '2026-12';
const SET = { id: 'A1', name: '红烧肉套餐', parts: [], price: fen(1200), allergens: [], marks: [] };

let world: World;
let cook: Person;
let office: Person;
/** Ordered for the last day of November, eaten, and not checked off in time. */
let late: string;

async function signIn(): Promise<void> {
  [cook, office] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren'].map(world.as))) as [Person, Person];
}

/** Ordered for these elders; the ones named `eating` come. @returns the orders' ids */
async function lunch(daysLater: number, diners: string[], eating: string[]): Promise<string[]> {
  await world.at('07:30', daysLater);
  await signIn();
  const day = (await cook.canteen('menus', { from: world.today })).today;
  await cook.canteen('publishMeal', { day, period: 'lunch', dishes: [SET], capacity: 30 });
  const ids: string[] = [];
  for (const dinerId of diners) {
    const order = { mealId: `${day}:lunch`, dinerId, way: 'dineIn' as const, lines: [{ dishId: 'A1', count: 1 }] };
    ids.push((await office.canteen('bookMeal', order)).id);
  }
  await world.at('11:40', daysLater);
  await signIn();
  for (const dinerId of eating) await cook.canteen('redeem', { id: `${day}:lunch:${dinerId}` });
  return ids;
}

const settled = (month: string): Promise<StatementView> => office.canteen('settlement', { month });
const ofLines = ({ lines }: StatementView, key: 'meals' | 'amount' | 'corrected') =>
  lines.reduce((sum, line) => sum + line[key], 0);

beforeAll(async () => {
  world = await openWorld({ residents: 20, past: 0, fill: 0 });
});
afterAll(() => world.stop());

test('November: two of three are checked off; the statement counts what they ate and cannot be submitted before December', async () => {
  await lunch(1, ['r-wangguilan', 'r-zhaodefu'], ['r-wangguilan', 'r-zhaodefu']);
  [late] = (await lunch(4, ['r-sunyumei'], [])) as [string];
  const open = await settled(MONTH);
  expect(ofLines(open, 'meals')).toBe(2);
  expect(open.total).toBe(ofLines(open, 'amount'));
  expect(open.total).toBeGreaterThan(0);
  expect(open.may.submit).toMatchObject({ ok: false, code: 'MONTH_NOT_OVER' });
  expect(await refusalOf(office.canteen('submitSettlement', { month: MONTH, total: open.total }))).toBe('MONTH_NOT_OVER');
  expect(open.diners).toBe(2);
  const pages = open.lines.map(({ ruleId }) => office.canteen('settlementRows', { month: MONTH, ruleId }));
  const rows = (await Promise.all(pages)).flatMap(page => page.rows);
  expect(rows.map(row => row.dinerName).sort()).toEqual(['王桂兰', '赵德福']);
  expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(open.total);
  expect(rows.every(row => row.redeemedAt !== undefined)).toBe(true);
});

test('in December it is submitted once, for the sum that was seen; what happens later is an entry of December', async () => {
  await world.at('09:00', 5);
  await signIn();
  const { total } = await settled(MONTH);
  expect(await refusalOf(office.canteen('submitSettlement', { month: MONTH, total: total + 1 }))).toBe('SETTLEMENT_CHANGED');
  expect(await refusalOf(cook.canteen('submitSettlement', { month: MONTH, total }))).toBe('NOT_ALLOWED');
  const tap = gesture();
  await office.canteen('submitSettlement', { month: MONTH, total }, tap);
  await office.canteen('submitSettlement', { month: MONTH, total }, tap);
  expect(await refusalOf(office.canteen('submitSettlement', { month: MONTH, total }))).toBe('ALREADY_SUBMITTED');

  // The counter had no network on the thirtieth; its phone sends that check-off now.
  await cook.canteen('redeem', { id: late, at: instantAt(civilDate('2026-11-30'), 11 * 60 + 50) });

  expect(await settled(MONTH)).toMatchObject({ total, submitted: { byName: '周主任' } });
  await lunch(6, ['r-wangguilan'], ['r-wangguilan']);
  const december = await settled(NEXT);
  const subsidy = ofLines(december, 'corrected');
  expect(subsidy).toBeGreaterThan(0);
  expect(december.corrections.map(({ dinerName, was, is }) => [dinerName, was, is])).toEqual([['孙玉梅', 0, subsidy]]);
  expect(december.total).toBe(ofLines(december, 'amount') + subsidy);
  await world.at('08:00', 36);
  await signIn();
  await office.canteen('submitSettlement', { month: NEXT, total: december.total });
  expect((await settled('2027-01')).corrections).toEqual([]);
});

test('the workbook agrees with the statement to the cent, line by line and meal by meal', async () => {
  const view = await settled(MONTH);
  const { url, name } = await office.canteen('exportSettlement', { month: MONTH });
  expect(name).toContain('2026-11');
  const file = Buffer.from(await (await fetch(url)).arrayBuffer());
  const sheet = async (title: string) => (await readSheet(file, title)) as unknown[][];
  const sums = await sheet('汇总');
  expect(sums[sums.length - 1]?.[6]).toBe(view.total / 100);
  const meals = await sheet('逐笔');
  expect(meals.slice(1).reduce((sum, row) => sum + Math.round(Number(row[8]) * 100), 0)).toBe(view.total);
  expect((await sheet('按人')).length).toBe(3);
  expect((await sheet('按日')).length).toBe(2);
});

test('published, everybody reads the sums and nobody a name', async () => {
  const daughter = await world.as('wx-limin');
  expect((await daughter.canteen('settlementTotals', {})).months).toEqual([]);
  expect(await refusalOf(office.canteen('publishSettlement', { month: '2027-01' }))).toBe('NOT_SUBMITTED');
  await office.canteen('publishSettlement', { month: MONTH });
  expect(await refusalOf(office.canteen('publishSettlement', { month: MONTH }))).toBe('ALREADY_PUBLISHED');
  const { months } = await daughter.canteen('settlementTotals', {});
  expect(months).toMatchObject([{ month: MONTH, total: (await settled(MONTH)).total }]);
  expect(JSON.stringify(months)).not.toContain('王桂兰');
  expect(await refusalOf(daughter.canteen('settlement', { month: MONTH }))).toBe('NOT_ALLOWED');
});
