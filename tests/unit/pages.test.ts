import { dayFor, daysOf, firstStop, mealFor, stopsOf } from '../../src/pages/canteen/week/days';
import { cutoffText } from '../../src/pages/canteen/words';
import { greeting, mealState } from '../../src/pages/home/words';
import { EMPTY, gapsOf, whichOf } from '../../src/pages/people/bind/which';
import { WORDS } from '../../src/pages/people/erase/words';
import type { MealView, OrderView } from '../../types/canteen';
import { ERASE_WORDS } from '../../types/people';
import { civilDate, type Instant, instantAt } from '../../types/time';
import { no, yes } from '../../types/verdict';

const thursday = civilDate('2026-11-19');
const friday = civilDate('2026-11-20');
const saturday = civilDate('2026-11-21');
const sunday = civilDate('2026-11-22');

const meal = (day: string, period: MealView['period'], over: Partial<MealView> = {}): MealView =>
  ({ id: `${day}:${period}`, day, period, status: 'open', dishes: [], may: { book: yes }, ...over }) as MealView;

const booked = { order: { id: 'o1', status: 'booked', number: 'A001' }, may: { book: no('ALREADY_BOOKED') } } as const;

const week = {
  today: thursday,
  meals: [
    meal(thursday, 'lunch', { may: { book: no('CUTOFF_PASSED') } }),
    meal(friday, 'lunch', booked),
    meal(friday, 'dinner'),
    meal(saturday, 'lunch', { status: 'closed', may: { book: no('KITCHEN_CLOSED') } }),
  ],
};

describe('the week by day', () => {
  const days = daysOf(week);

  test('always shows seven days, each with its state in a word', () => {
    expect(days).toHaveLength(7);
    expect(days.slice(0, 4).map(({ note, faint }) => [note, faint])).toEqual([
      ['已截止', true],
      ['已订', undefined],
      ['休', true],
      ['没菜单', true],
    ]);
  });

  test('a cancelled order does not make a day booked', () => {
    const cancelled = meal(friday, 'lunch', { order: { id: 'o1', status: 'cancelled', number: 'A001' } });
    expect(daysOf({ today: thursday, meals: [cancelled] })[1]!.note).toBeUndefined();
  });

  test('says 订满 when the last places are gone', () => {
    const full = meal(friday, 'lunch', { may: { book: no('SOLD_OUT') } });
    expect(daysOf({ today: thursday, meals: [full] })[1]!.note).toBe('订满');
  });

  test('opens on the first day and meal that can be booked, unless another was asked for', () => {
    expect(dayFor(days, {})?.day).toBe(friday);
    expect(mealFor(days[1]!, {})?.period).toBe('dinner');
    expect(dayFor(days, { day: sunday })?.day).toBe(sunday);
    expect(mealFor(days[1]!, { period: 'lunch' })?.period).toBe('lunch');
    expect(mealFor(days[3]!, {})).toBeUndefined();
  });

  test('the elder view stops at what is booked and what can be, and begins at what can be', () => {
    const stops = stopsOf(days);
    expect(stops.map(({ id }) => id)).toEqual(['2026-11-20:lunch', '2026-11-20:dinner']);
    expect(firstStop(stops, {})).toBe(1);
    expect(firstStop(stops, { day: friday, period: 'lunch' })).toBe(0);
    expect(firstStop([], {})).toBe(0);
  });
});

describe('words', () => {
  const at = (hour: number) => instantAt(thursday, hour * 60);

  test('the deadline says how much time is left, and afterwards when it was', () => {
    expect(cutoffText(at(20), at(12), thursday)).toBe('今天 20:00 截止，还剩 8 小时');
    expect(cutoffText(at(9), (at(9) - 25 * 60_000) as Instant, thursday)).toBe('今天 09:00 截止，还剩 25 分钟');
    expect(cutoffText(at(9), at(9), thursday)).toBe('今天 09:00 已经截止');
  });

  test('greets by the hour', () => {
    expect([4, 8, 12, 15, 20].map(hour => greeting(at(hour)))).toEqual(['您好', '上午好', '中午好', '下午好', '晚上好']);
  });

  const order = (day: string, period: string, status = 'booked') => ({ day, period, status }) as OrderView;

  test('the door says what is booked next, what was eaten, or that nothing is', () => {
    const state = (...orders: OrderView[]) => mealState({ today: thursday, orders });
    expect(state(order(thursday, 'lunch'), order(thursday, 'dinner'), order(friday, 'lunch'))).toBe('今天午餐、晚餐已订好');
    expect(state(order(thursday, 'lunch', 'redeemed'), order(friday, 'lunch'))).toBe('明天午餐已订好');
    expect(state(order(thursday, 'lunch', 'redeemed'))).toBe('今天午餐已取');
    expect(state()).toBe('今天还没有订');
  });

  test('what is typed before erasing is what the server compares', () => expect(WORDS).toBe(ERASE_WORDS));
});

describe('naming an elder', () => {
  test('says in words what is missing', () => {
    expect(Object.keys(gapsOf(EMPTY))).toEqual(['name', 'relation', 'phone']);
    expect(Object.keys(gapsOf({ ...EMPTY, by: 'room', name: '王桂兰', relation: '女儿', buildingId: 'b3' }))).toEqual([
      'unitId',
      'room',
    ]);
    expect(gapsOf({ ...EMPTY, by: 'card', name: '王桂兰', relation: '女儿', cardNo: '0037' })).toEqual({});
  });

  test('sends only what belongs to the chosen way', () => {
    const draft = { ...EMPTY, name: ' 王桂兰 ', phone: '13900000001', cardNo: '0037', relation: '女儿' };
    expect(whichOf(draft)).toEqual({ by: 'phone', name: '王桂兰', phone: '13900000001' });
    expect(whichOf({ ...draft, by: 'card' })).toEqual({ by: 'card', name: '王桂兰', cardNo: '0037' });
  });
});
