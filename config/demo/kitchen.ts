/** The demo kitchen: a library of dishes, samples, faces and plates of the past days, kept sums that agree with the orders, some cards. */
import { mealIdOf } from '../../cloudfunctions/canteen/rules';
import { emptyBook } from '../../cloudfunctions/canteen/rulesKitchen';
import { sumMeal } from '../../cloudfunctions/canteen/rulesNumbers';
import { sampleNames } from '../../cloudfunctions/canteen/rulesSamples';
import type { CardDoc, KitchenMeal, KitchenSettings, LibraryDish, Meal, Order, Plate, Rating } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import { fen } from '../../types/money';
import { addDays, type CivilDate, dayOf, type Instant, instantAt } from '../../types/time';
import type { CanteenRows } from './canteen';
import { COMMUNITY } from './cast';
import { here, type Row, row } from './community';
import { everyDish } from './dishes';
import { dice } from './names';

export const kitchenSettings: KitchenSettings = {
  sampleGrams: 125,
  sampleHours: 48,
  fridgeFrom: 0,
  fridgeTo: 8,
  samplers: [{ period: 'lunch', accountId: 'wx-liushifu', name: '刘师傅' }],
  sampleRemindAfter: 15,
  ratingDays: 3,
  ageBands: [60, 70, 80, 90],
  budgets: [{ funder: '区民政局', monthly: fen(300_000) }],
  cardAge: 60,
};

type OrderRow = Order & { id: string };
const ownId = ({ _id }: Row): string => _id.slice(_id.indexOf(':') + 1);
const read = <T>(rows: readonly Row[]): (T & { id: string })[] =>
  rows.map(each => ({ ...(each as unknown as T), id: ownId(each) }));

/** A sets costs some 60 %, as kitchens of this size reckon. */
const libraryRows = (): Row[] =>
  everyDish.map(({ id, ...dish }) => {
    const doc: LibraryDish = { ...dish, cost: fen(Math.round(dish.price * 0.006) * 100), retired: false };
    return row(COMMUNITY, here(id), doc);
  });

/** Of ten who ate, four say something: mostly good. */
function ratingRows(orders: readonly OrderRow[], roll: (sides: number) => number): Row[] {
  return orders
    .filter(order => order.status === 'redeemed' && roll(10) < 4)
    .map(order => {
      const luck = roll(10);
      const doc: Rating = {
        mealId: order.mealId,
        day: order.day,
        dinerId: order.dinerId,
        dishIds: order.lines.map(line => line.dishId),
        face: luck < 7 ? 'good' : luck < 9 ? 'fair' : 'poor',
        at: ((order.redeemedAt ?? order.bookedAt) + 3_600_000) as Instant,
      };
      return row(COMMUNITY, here(order.id), doc);
    });
}

function plateRows(orders: readonly OrderRow[], roll: (sides: number) => number): Row[] {
  return orders
    .filter(order => order.status === 'redeemed' && order.way === 'dineIn' && roll(10) < 2)
    .map((order, i) => {
      const dishId = order.lines[0]!.dishId;
      const at = order.redeemedAt ?? order.bookedAt;
      const doc: Plate = { mealId: order.mealId, day: order.day, dishId, left: roll(3) ? 'half' : 'most', at };
      return row(COMMUNITY, here(`${order.mealId}:demo${i}`), doc);
    });
}

/** What the cook wrote down: samples of days that are over, the care class and the staff of today and tomorrow. */
function bookOf(meal: Meal, today: CivilDate, now: Instant): KitchenMeal | undefined {
  const book = emptyBook(meal.day, meal.period);
  if (meal.day < today) {
    const takenAt = instantAt(meal.day, meal.servedFrom - 20);
    const gone = takenAt + 48 * 3_600_000 < now ? { goneAt: (takenAt + 49 * 3_600_000) as Instant, goneByName: '刘师傅' } : {};
    const by = { grams: 130, takenAt, takenBy: 'wx-liushifu', takenByName: '刘师傅', ...gone };
    const samples = sampleNames(meal).map(name => ({ name, ...by }));
    const leftovers = [{ name: sampleNames(meal).at(-1)!, portions: 3 }];
    return { ...book, samples, readings: [{ at: takenAt, celsius: 4, byName: '刘师傅' }], leftovers };
  }
  if (meal.period !== 'lunch' || meal.day > addDays(today, 1)) return undefined;
  const changedAt = instantAt(addDays(meal.day, -1), 15 * 60);
  const restrictions = [{ allergen: 'peanut' as const, count: 1 }];
  return {
    ...book,
    groups: [
      { id: 'care-sunflower', kind: 'care', name: '阳光朵朵班', count: 22, restrictions, changedAt },
      { id: 'staff', kind: 'staff', name: '工作人员', count: 6, restrictions: [], changedAt },
    ],
  };
}

const cardOf = (resident: Resident & { id: string }, now: Instant): CardDoc | undefined =>
  resident.cardNo ? { no: resident.cardNo, secret: `demo-card-${resident.cardNo}`, issuedAt: now, issue: 1 } : undefined;

/** Everything the kitchen remembers, worked out from the demo's meals and orders. */
export function kitchenRows(canteen: CanteenRows, residents: readonly Row[], now: Instant): Record<string, Row[]> {
  const today = dayOf(now);
  const roll = dice(23);
  const past = read<Order>(canteen.orders).filter(order => order.day < today);
  const ratings = ratingRows(past, roll);
  const plates = plateRows(past, roll);
  const menu = read<Meal>(canteen.meals).map(meal => ({ ...meal, id: mealIdOf(meal.day, meal.period) }));
  const books = new Map(menu.flatMap(meal => [[meal.id, bookOf(meal, today, now)] as const]));
  const sums = menu
    .filter(meal => meal.day < today)
    .map(meal => {
      const of = <T extends { mealId: string }>(rows: readonly Row[]) => read<T>(rows).filter(each => each.mealId === meal.id);
      const book = books.get(meal.id);
      const around = {
        groups: book?.groups ?? [],
        leftovers: book?.leftovers ?? [],
        ratings: of<Rating>(ratings),
        plates: of<Plate>(plates),
      };
      const own = past.filter(order => order.mealId === meal.id);
      return row(COMMUNITY, here(meal.id), sumMeal(meal, own, around, now));
    });
  const cards = read<Resident>(residents).flatMap(resident => {
    const card = cardOf(resident, now);
    return card ? [row(COMMUNITY, here(resident.id), card)] : [];
  });
  return {
    kitchens: [row(COMMUNITY, here('main'), kitchenSettings)],
    dishes: libraryRows(),
    ratings,
    plates,
    kitchenMeals: [...books].flatMap(([id, book]) => (book ? [row(COMMUNITY, here(id), book)] : [])),
    mealSums: sums,
    cards,
  };
}
