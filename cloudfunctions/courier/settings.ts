import type { CourierSettings } from '../../types/letters';
import type { Instant } from '../../types/time';
import { Store } from '../_shared/store';
import { courierSettings } from './collections';
import { FIRST_SETTINGS } from './rules';

const SETTINGS_MS = 20_000;
const remembered = new Map<string, { settings: CourierSettings; at: Instant }>();

/** Who writes in the courier's own work. `requestId` names the cause, so that doing it twice is doing it once. */
export const courierStore = (communityId: string, action: string, requestId: string, now: Instant): Store =>
  Store.ofCommunity(communityId, { by: 'courier', action, requestId, now });

export const freshSettings = async (store: Store): Promise<CourierSettings> =>
  (await store.read(courierSettings, 'main')) ?? FIRST_SETTINGS;

/** Remembered in the instance for twenty seconds: every letter asks, and they change a few times a year. */
export async function settingsOf(communityId: string, now: Instant): Promise<CourierSettings> {
  if (!communityId) return FIRST_SETTINGS;
  const known = remembered.get(communityId);
  const age = known ? now - known.at : -1;
  if (known && age >= 0 && age < SETTINGS_MS) return known.settings;
  const settings = await freshSettings(courierStore(communityId, 'settings', '', now));
  remembered.set(communityId, { settings, at: now });
  return settings;
}

export const forgetSettings = (communityId: string): void => {
  remembered.delete(communityId);
};
