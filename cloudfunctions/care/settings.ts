import type { CareSettings } from '../../types/care';
import type { Instant } from '../../types/time';
import type { Store } from '../_shared/store';
import { careSettings } from './collections';
import { FIRST_SETTINGS } from './firstSettings';
import { national } from './holidays';
import type { Calendar } from './rules/calendar';

const SETTINGS_MS = 20_000;
const remembered = new Map<string, { settings: CareSettings; at: Instant }>();

/** Straight from the database; for the page that edits them. */
export const freshSettings = async (store: Store): Promise<CareSettings> =>
  (await store.read(careSettings, 'main')) ?? FIRST_SETTINGS;

/** Remembered in the instance for twenty seconds: they change a few times a year. Who may collect a child never depends on them. */
export async function settingsOf(store: Store): Promise<CareSettings> {
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

export const calendarOf = (settings: CareSettings): Calendar => ({ settings, national });
