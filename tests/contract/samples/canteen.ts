import type { CanteenContract } from '../../../types/canteen';
import { fen } from '../../../types/money';
import { kitchenSamples } from './canteenKitchen';
import { deliverySamples, standingSamples } from './canteenStanding';
import { type Day, OFFICE, type Samples, WANG } from './shape';

export const canteenSamples = (day: Day): Samples<CanteenContract> => {
  const mealId = `${day}:lunch`;
  const lines = [{ dishId: 'X1', count: 1 }];
  const dishes = [{ id: 'X1', name: '样菜', parts: [], price: fen(1000), allergens: [], marks: [] }];
  return {
    ...standingSamples(day),
    ...deliverySamples(day),
    ...kitchenSamples(day),
    weekMenu: { by: 'wx-limin', input: { dinerId: WANG } },
    myOrders: { by: 'wx-limin', input: { dinerId: WANG } },
    order: { by: 'wx-limin', input: { id: `${mealId}:${WANG}` } },
    quote: { by: 'wx-limin', input: { mealId, dinerId: WANG, lines } },
    bookMeal: { by: 'wx-limin', input: { mealId, dinerId: WANG, way: 'dineIn', lines } },
    cancelOrder: { by: 'wx-limin', input: { id: `${mealId}:${WANG}` } },
    waiveOrder: { by: OFFICE, input: { id: `${mealId}:${WANG}`, reason: '住院' } },
    findDiner: { by: OFFICE, input: { text: '王桂兰' } },
    publishMeal: { by: OFFICE, input: { day, period: 'lunch', dishes, capacity: 20 } },
    closeKitchen: { by: OFFICE, input: { mealId, reason: '停水' } },
    menus: { by: OFFICE, input: { from: day } },
    photoTicket: { by: OFFICE, input: {} },
    photos: { by: 'wx-limin', input: { ids: ['cloud://local/dishes/xingfuli/none.jpg'] } },
    month: { by: OFFICE, input: { month: day.slice(0, 7) } },
    exportMonth: { by: OFFICE, input: { month: day.slice(0, 7) } },
    till: { by: OFFICE, input: {} },
    openShift: { by: OFFICE, input: { float: fen(10000) } },
    closeShift: { by: OFFICE, input: { id: `${day}~${OFFICE}~1`, cash: fen(10000), code: fen(0), note: '' } },
    takePayment: { by: OFFICE, input: { orderId: `${mealId}:${WANG}`, channel: 'cash', amount: fen(700) } },
    giveBack: { by: OFFICE, input: { orderId: `${mealId}:${WANG}`, channel: 'cash', amount: fen(700) } },
    shifts: { by: OFFICE, input: { month: day.slice(0, 7) } },
    settlement: { by: OFFICE, input: { month: day.slice(0, 7) } },
    settlementRows: { by: OFFICE, input: { month: day.slice(0, 7), ruleId: 'any' } },
    submitSettlement: { by: OFFICE, input: { month: day.slice(0, 7), total: 0 } },
    exportSettlement: { by: OFFICE, input: { month: day.slice(0, 7) } },
    publishSettlement: { by: OFFICE, input: { month: day.slice(0, 7) } },
    previewSubsidies: { by: OFFICE, input: { month: day.slice(0, 7), rules: [], stack: false } },
    settlementTotals: { by: 'wx-limin', input: {} },
    settings: { by: OFFICE, input: {} },
    saveSettings: {
      by: OFFICE,
      input: {
        name: '食堂',
        place: '一楼',
        periods: [],
        subsidyRules: [],
        subsidiesStack: false,
        maxPortions: 2,
        remindAt: 1080 as never,
      },
    },
  };
};
