/** Builders with the names of the field and fixed values; a test says only what matters to it. */
import type { Dish, Line, Meal, Order, Settings, SubsidyRule } from '../../types/canteen';
import type { Role } from '../../types/contract';
import type { Resident } from '../../types/directory';
import { fen } from '../../types/money';
import { civilDate, instantAt, readClock } from '../../types/time';

export const saturday = civilDate('2026-11-21');
export const clock = (text: string) => readClock(text)!;
export const onSaturday = (text: string) => instantAt(saturday, clock(text));

export const dish = (over: Partial<Dish> = {}): Dish => ({
  id: 'A1',
  name: '红烧狮子头',
  parts: ['狮子头', '米饭'],
  price: fen(1200),
  allergens: [],
  marks: [],
  ...over,
});

export const lunch = (over: Partial<Meal> = {}): Meal => ({
  day: saturday,
  period: 'lunch',
  status: 'open',
  dishes: [dish()],
  capacity: 100,
  cutoffAt: onSaturday('09:00'),
  servedFrom: clock('11:00'),
  servedTo: clock('12:30'),
  ...over,
});

export const closedKitchen = () => lunch({ status: 'closed', closedReason: '停水' });

/** 78 on the Saturday, living alone. */
export const grandmaWang = (over: Partial<Resident> = {}): Resident & { id: string } => ({
  id: 'r-wang',
  name: '王桂兰',
  birthDate: civilDate('1948-03-12'),
  address: { gridId: 'g1', buildingId: 'b3', unitId: 'u2', room: '501' },
  categories: ['livesAlone'],
  allergens: [],
  diets: [],
  family: [],
  status: 'living',
  ...over,
});

export const daughter = { accountId: 'wx-limin', roles: new Set<Role>(['family']) };
export const herself = { accountId: 'wx-wang', residentId: 'r-wang', roles: new Set<Role>(['resident']) };
export const cook = { accountId: 'wx-liu', roles: new Set<Role>(['canteen']) };

export const boundToDaughter = (status: 'asked' | 'confirmed' | 'ended' = 'confirmed') =>
  grandmaWang({ family: [{ accountId: 'wx-limin', name: '李敏', relation: '女儿', status, askedAt: onSaturday('08:00') }] });

export const rule = (over: Partial<SubsidyRule> = {}): SubsidyRule => ({
  id: 'age70',
  name: '70 岁以上助餐',
  funder: '区民政局',
  from: civilDate('2026-01-01'),
  to: civilDate('2026-12-31'),
  minAge: 70,
  categories: [],
  periods: [],
  amount: fen(400),
  atLeastSelfPay: fen(200),
  ...over,
});

export const paying = (...subsidyRules: SubsidyRule[]): Pick<Settings, 'subsidyRules' | 'subsidiesStack'> => ({
  subsidyRules,
  subsidiesStack: false,
});

export const line = (over: Partial<Line> = {}): Line => ({
  dishId: 'A1',
  name: '红烧狮子头',
  price: fen(1200),
  count: 1,
  ...over,
});

export const bookedOrder = (over: Partial<Order> = {}): Pick<Order, 'status' | 'day' | 'code' | 'redeemedAt'> => ({
  status: 'booked',
  day: saturday,
  code: 'right-code',
  ...over,
});
