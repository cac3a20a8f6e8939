import type { Settings } from '../../types/canteen';
import { type Instant, readClock } from '../../types/time';
import type { Store } from '../_shared/store';
import { canteens } from './collections';

const at = (text: string) => readClock(text)!;

/** What a canteen starts with until the office saves its own: lunch, no subsidy. */
export const FIRST_SETTINGS: Settings = {
  name: '长者食堂',
  place: '社区服务中心一楼',
  periods: [
    {
      period: 'lunch',
      servedFrom: at('11:00'),
      servedTo: at('12:30'),
      cutoffDaysBefore: 0,
      cutoffAt: at('09:00'),
      capacity: 100,
    },
  ],
  subsidyRules: [],
  subsidiesStack: false,
  maxPortions: 2,
  remindAt: at('18:00'),
};

const SETTINGS_MS = 20_000;
const remembered = new Map<string, { settings: Settings; at: Instant }>();

/** Straight from the database; for the page that edits them. */
export async function freshSettings(store: Store): Promise<Settings> {
  return (await store.read(canteens, 'main')) ?? FIRST_SETTINGS;
}

/**
 * Remembered in the instance for twenty seconds: they change a few times a year and every booking asks. What a diner pays is frozen
 * on the order, and the cut-off stands on the meal, so nothing depends on the last twenty seconds.
 */
export async function settingsOf(store: Store): Promise<Settings> {
  const known = remembered.get(store.communityId);
  const age = known ? store.author.now - known.at : -1;
  if (known && age >= 0 && age < SETTINGS_MS) return known.settings;
  const settings = await freshSettings(store);
  remembered.set(store.communityId, { settings, at: store.author.now });
  return settings;
}

export const forgetSettings = (communityId: string): void => {
  remembered.delete(communityId);
};
