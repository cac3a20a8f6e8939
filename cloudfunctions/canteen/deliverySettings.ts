import type { DeliverySettings } from '../../types/canteen';
import type { Store } from '../_shared/store';
import { deliverySettings } from './collections';

/** Until the office saves its own. */
export const FIRST_DELIVERY: DeliverySettings = {
  standingDays: 7,
  roundMost: 8,
  minutesToDoor: 40,
  hotAtLeast: 60,
  warnMinutes: 45,
};

export const deliverySettingsOf = async (store: Store): Promise<DeliverySettings> =>
  (await store.read(deliverySettings, 'main')) ?? FIRST_DELIVERY;
