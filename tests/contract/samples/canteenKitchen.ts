/** Samples of kitchen, dishes, cards and numbers; the rest of the canteen is in `canteen.ts`. */
import type { CanteenContract } from '../../../types/canteen';
import type { cardActions } from '../../../types/canteenCards';
import type { dishActions } from '../../../types/canteenDishes';
import type { kitchenActions } from '../../../types/canteenKitchen';
import type { numberActions } from '../../../types/canteenNumbers';
import type { sampleActions } from '../../../types/canteenSamples';
import { fen } from '../../../types/money';
import { type Day, OFFICE, type Samples, WANG } from './shape';

type Own =
  | keyof typeof kitchenActions
  | keyof typeof sampleActions
  | keyof typeof dishActions
  | keyof typeof cardActions
  | keyof typeof numberActions;
type KitchenSamples = Pick<Samples<CanteenContract>, Exclude<Own, 'remindSamples' | 'sumMeals' | 'sumMonths'>>;

export const kitchenSamples = (day: Day): KitchenSamples => {
  const mealId = `${day}:lunch`;
  const month = day.slice(0, 7);
  return {
    kitchenSheet: { by: OFFICE, input: { days: [day] } },
    printSheet: { by: OFFICE, input: { mealId } },
    printLabels: { by: OFFICE, input: { mealId, ways: ['dineIn', 'pickup'], pack: 24, skip: 0 } },
    saveStaffMeals: { by: OFFICE, input: { mealId, count: 3, restrictions: [{ allergen: 'peanut', count: 1 }] } },
    samples: { by: OFFICE, input: {} },
    takeSamples: { by: OFFICE, input: { mealId, names: ['样菜'], grams: 125, celsius: 4 } },
    readFridge: { by: OFFICE, input: { mealId, celsius: 4 } },
    discardSamples: { by: OFFICE, input: { mealId } },
    purchaseHint: { by: OFFICE, input: { day } },
    leftovers: { by: OFFICE, input: { mealId } },
    logLeftovers: { by: OFFICE, input: { mealId, items: [{ name: '样菜', portions: 2 }] } },
    kitchenSettings: { by: OFFICE, input: {} },
    saveKitchenSettings: {
      by: OFFICE,
      input: {
        sampleGrams: 125,
        sampleHours: 48,
        fridgeFrom: 0,
        fridgeTo: 8,
        samplers: [],
        sampleRemindAfter: 15,
        ratingDays: 3,
        ageBands: [60, 70, 80, 90],
        budgets: [{ funder: '区民政局', monthly: fen(2_000_000) }],
        cardAge: 60,
      },
    },
    dishLibrary: { by: OFFICE, input: {} },
    saveDish: { by: OFFICE, input: { name: '样菜', parts: [], price: fen(1000), cost: fen(600), allergens: [], marks: [] } },
    retireDish: { by: OFFICE, input: { id: 'd-1', retired: true } },
    toRate: { by: 'wx-limin', input: {} },
    rateMeal: { by: 'wx-limin', input: { orderId: `${mealId}:${WANG}`, face: 'good' } },
    logPlate: { by: OFFICE, input: { mealId, dishId: 'X1', left: 'half' } },
    popularDishes: { by: OFFICE, input: { month } },
    counter: { by: OFFICE, input: {} },
    redeem: { by: OFFICE, input: { id: `${mealId}:${WANG}`, where: '1 号窗口' } },
    cardOwners: { by: OFFICE, input: { text: '王桂兰' } },
    printCards: { by: OFFICE, input: { dinerIds: [WANG] } },
    reissueCard: { by: OFFICE, input: { dinerId: WANG } },
    numbers: { by: OFFICE, input: { month } },
    numbersPaper: { by: OFFICE, input: { month } },
  };
};
