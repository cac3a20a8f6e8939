import type { MediationSettings } from '../../types/mediation';
import type { Instant } from '../../types/time';
import type { Store } from '../_shared/store';
import { committees } from './collections';
import { FIRST_CLAUSES } from './guide';

/** What a committee starts with until the office saves its own. */
export const FIRST_SETTINGS: MediationSettings = {
  committee: '社区人民调解委员会',
  shortName: '社区',
  court: '本地人民法院',
  acceptDays: 3,
  answerDays: 7,
  clockDays: 30,
  extensionDays: 30,
  remindDays: 5,
  followUpDays: 30,
  refusals: 2,
  fullLoad: 12,
  openMinutes: 30,
  retainYears: 10,
  smallCell: 5,
  rooms: [],
  clauses: FIRST_CLAUSES,
};

const SETTINGS_MS = 20_000;
const remembered = new Map<string, { settings: MediationSettings; at: Instant }>();

/** As saved, with whether there is a seal image; for the page that edits them and for the seal itself. */
export async function freshSettings(store: Store): Promise<{ settings: MediationSettings; seal: string | undefined }> {
  const found = await store.read(committees, 'main');
  if (!found) return { settings: FIRST_SETTINGS, seal: undefined };
  const { seal, ...rest } = found;
  const { id: _id, communityId: _community, version: _version, history: _history, outbox: _outbox, ...settings } = rest;
  return { settings, seal };
}

/** Remembered in the instance for twenty seconds: days that a case depends on are frozen in the case. */
export async function settingsOf(store: Store): Promise<MediationSettings> {
  const known = remembered.get(store.communityId);
  const age = known ? store.author.now - known.at : -1;
  if (known && age >= 0 && age < SETTINGS_MS) return known.settings;
  const { settings } = await freshSettings(store);
  remembered.set(store.communityId, { settings, at: store.author.now });
  return settings;
}

export const forgetSettings = (communityId: string): void => {
  remembered.delete(communityId);
};
