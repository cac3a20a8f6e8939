import type { SafetySettings } from '../../types/safetySettings';
import type { Instant } from '../../types/time';
import type { Store } from '../_shared/store';
import { safeties } from './collections';
import { FIRST_SETTINGS } from './firstSettings';

const SETTINGS_MS = 20_000;
const remembered = new Map<string, { settings: SafetySettings; at: Instant }>();

/** Straight from the database; for the page that edits them. */
export async function freshSettings(store: Store): Promise<SafetySettings> {
  const found = await store.read(safeties, 'main');
  if (!found) return FIRST_SETTINGS;
  const { id: _id, communityId: _community, version: _version, history: _history, outbox: _outbox, ...settings } = found;
  return withNew(settings);
}

/** What came into the settings after a community had saved its own begins as everywhere. */
const withNew = (saved: SafetySettings): SafetySettings => ({
  ...FIRST_SETTINGS,
  ...saved,
  ladders: { ...FIRST_SETTINGS.ladders, ...saved.ladders },
});

/** Remembered in the instance for twenty seconds. The ladder is frozen on an alert when it is raised, so nothing hangs on them. */
export async function settingsOf(store: Store): Promise<SafetySettings> {
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
