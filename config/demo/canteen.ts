/** The canteen of the demo community: settings, menus around today, and orders whose seats, prices and numbers agree. */

import { holderOfOrder, linesOf, mealIdOf, numberOf, orderIdOf, placesIdOf, priceOf } from '../../cloudfunctions/canteen/rules';
import type { Dish, Order, Period, Settings } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import { fen } from '../../types/money';
import {
  addDays,
  type CivilDate,
  civilDate,
  DAY_MS,
  dayOf,
  type Instant,
  instantAt,
  minuteOf,
  readClock,
  weekdayOf,
} from '../../types/time';
import { COMMUNITY } from './cast';
import { here, type Row, row } from './community';
import { dinnerOf, lunchOf } from './dishes';
import { dice } from './names';

const at = (text: string) => readClock(text)!;

export const settings: Settings = {
  name: '幸福里长者食堂',
  place: '社区服务中心一楼',
  periods: [
    {
      period: 'lunch',
      servedFrom: at('11:00'),
      servedTo: at('12:30'),
      cutoffDaysBefore: 0,
      cutoffAt: at('09:00'),
      capacity: 120,
    },
    {
      period: 'dinner',
      servedFrom: at('17:00'),
      servedTo: at('18:30'),
      cutoffDaysBefore: 0,
      cutoffAt: at('14:00'),
      capacity: 60,
    },
  ],
  subsidyRules: [
    rule('age60', '60–69 岁助餐', 60, 69, [], 2),
    rule('age70', '70 岁以上助餐', 70, undefined, [], 4),
    rule('alone', '独居老人助餐', 60, undefined, ['livesAlone'], 5),
    rule('lowIncome', '低保老人助餐', 60, undefined, ['lowIncome'], 7),
  ],
  subsidiesStack: false,
  maxPortions: 3,
  remindAt: at('18:00'),
};

function rule(
  id: string,
  name: string,
  minAge: number,
  maxAge: number | undefined,
  categories: Settings['subsidyRules'][number]['categories'],
  yuan: number,
) {
  const dates = { from: civilDate('2026-01-01'), to: civilDate('2027-12-31') };
  return {
    id,
    name,
    funder: '区民政局',
    ...dates,
    minAge,
    ...(maxAge ? { maxAge } : {}),
    categories,
    periods: [],
    amount: fen(yuan * 100),
    atLeastSelfPay: fen(200),
  };
}

type Meal = {
  day: CivilDate;
  period: Period;
  dishes: Dish[];
  capacity: number;
  cutoffAt: Instant;
  servedFrom: number;
  servedTo: number;
};

function mealOf(day: CivilDate, n: number, index: 0 | 1): Meal {
  const setting = settings.periods[index]!;
  const dishes = index === 0 ? lunchOf(n) : dinnerOf(n);
  return {
    day,
    period: setting.period,
    dishes,
    capacity: setting.capacity,
    cutoffAt: instantAt(day, setting.cutoffAt),
    servedFrom: setting.servedFrom,
    servedTo: setting.servedTo,
  };
}

/** Lunch on every day but Sunday, dinner on working days, from `first` to `last` days around today. */
function mealsAround(today: CivilDate, first: number, last: number): Meal[] {
  const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return days.flatMap(offset => {
    const day = addDays(today, offset);
    const n = Math.floor(instantAt(day, 12 * 60) / DAY_MS);
    return [...(weekdayOf(day) <= 6 ? [mealOf(day, n, 0)] : []), ...(weekdayOf(day) <= 5 ? [mealOf(day, n, 1)] : [])];
  });
}

type Diner = Resident & { id: string };

function orderOf(meal: Meal, diner: Diner, dish: Dish, issued: number, now: Instant): { id: string; doc: Order } {
  const mealId = mealIdOf(meal.day, meal.period);
  const found = linesOf(meal.dishes, [{ dishId: dish.id, count: 1 }], 3);
  if (!found.ok) throw new Error(found.code);
  const served = meal.day < dayOf(now) || (meal.day === dayOf(now) && meal.servedTo < minuteOf(now));
  const redeemed = served && issued % 20 !== 0;
  const doc: Order = {
    mealId,
    day: meal.day,
    period: meal.period,
    dinerId: diner.id,
    dinerName: diner.name,
    dinerPinyin: diner.pinyin,
    bookedBy: diner.accountId ?? 'wx-chenshegong',
    bookedByName: diner.accountId ? diner.name : '陈社工',
    onBehalf: !diner.accountId,
    bookedAt: (meal.cutoffAt - 6 * 3_600_000) as Instant,
    way: issued % 4 === 0 ? 'pickup' : 'dineIn',
    lines: found.lines,
    price: priceOf(found.lines, diner, meal.day, meal.period, settings),
    clashes: [],
    tellTo: [],
    number: numberOf(meal.period, issued),
    code: `demo-${issued}`,
    status: redeemed ? 'redeemed' : 'booked',
    round: 1,
  };
  if (diner.cardNo) doc.dinerCardNo = diner.cardNo;
  if (redeemed)
    Object.assign(doc, { redeemedAt: instantAt(meal.day, meal.servedFrom + (issued % 60)), redeemedBy: 'wx-liushifu' });
  return { id: orderIdOf(mealId, diner.id), doc };
}

const share = (fraction: number, capacity: number): number => Math.floor(fraction * capacity);

export type CanteenRows = { canteens: Row[]; meals: Row[]; places: Row[]; orders: Row[] };

/**
 * @param past days of orders before today; @param fill the part of the seats that is taken
 * @param residents rows of the roster; elders eat. 王桂兰 has nothing booked from today on, so that her daughter can.
 */
export function canteenRows(residents: readonly Row[], now: Instant, past = 7, fill = 0.4): CanteenRows {
  const today = dayOf(now);
  const diners = residents
    .map(({ _id, ...fields }) => ({ ...(fields as unknown as Resident), id: _id.split(':')[1]! }))
    .filter(({ birthDate }) => birthDate < '1967');
  const rows: CanteenRows = { canteens: [row(COMMUNITY, here('main'), settings)], meals: [], places: [], orders: [] };
  const roll = dice(7);
  for (const meal of mealsAround(today, -past, 7))
    addMeal(rows, meal, diners, meal.day > addDays(today, 1) ? 0 : fill, roll, now);
  return rows;
}

function addMeal(
  rows: CanteenRows,
  meal: Meal,
  diners: readonly Diner[],
  fill: number,
  roll: (sides: number) => number,
  now: Instant,
): void {
  const mealId = mealIdOf(meal.day, meal.period);
  const wanted = Math.min(diners.length - 1, share(fill, meal.capacity) - (fill ? roll(8) : 0));
  const offset = roll(diners.length);
  const holders: Record<string, string> = {};
  for (let i = 0, issued = 0; issued < wanted && i < diners.length; i++) {
    const diner = diners[(offset + i) % diners.length]!;
    if (diner.id === 'r-wangguilan' && meal.day >= dayOf(now)) continue;
    issued += 1;
    const { id, doc } = orderOf(meal, diner, meal.dishes[roll(meal.dishes.length)]!, issued, now);
    rows.orders.push(row(COMMUNITY, here(id), doc));
    holders[holderOfOrder(doc)] = `1@${doc.bookedAt}`;
  }
  const taken = Object.keys(holders).length;
  rows.meals.push(row(COMMUNITY, here(mealId), { ...meal, status: 'open' }));
  const seats = {
    capacity: meal.capacity,
    left: meal.capacity - taken,
    open: true,
    closesAt: meal.cutoffAt,
    issued: taken,
    holders,
  };
  rows.places.push(row(COMMUNITY, here(placesIdOf(mealId)), seats));
}
