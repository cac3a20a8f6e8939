import type { KitchenSettings } from '../../types/canteen';
import type { Store } from '../_shared/store';
import { kitchens } from './collections';

/** What a kitchen starts with until the office saves its own: 125 g of each dish, 48 hours at 0 to 8 °C (餐饮服务食品安全操作规范). */
export const FIRST_KITCHEN: KitchenSettings = {
  sampleGrams: 125,
  sampleHours: 48,
  fridgeFrom: 0,
  fridgeTo: 8,
  samplers: [],
  sampleRemindAfter: 15,
  ratingDays: 3,
  ageBands: [60, 70, 80, 90],
  budgets: [],
  cardAge: 60,
};

export const kitchenOf = async (store: Store): Promise<KitchenSettings> => (await store.read(kitchens, 'main')) ?? FIRST_KITCHEN;
