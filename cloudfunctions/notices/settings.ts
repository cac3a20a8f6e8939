import type { NoticeSettings } from '../../types/notices';
import type { Store } from '../_shared/store';
import { noticeSettings } from './collections';
import { FIRST_TEMPLATES } from './templates';

/** What a community starts with until the office saves its own. */
export const FIRST_SETTINGS: NoticeSettings = {
  eyesAbove: 500,
  expiryDays: 14,
  senders: ['gridWorker', 'gridLead', 'buildingLead', 'unitLead'],
  remindMinutes: 60,
  doorsAfter: 30,
  textPhones: false,
  templates: [...FIRST_TEMPLATES],
};

/** Read afresh: who may send is decided by it. */
export const settingsOf = async (store: Store): Promise<NoticeSettings> =>
  (await store.read(noticeSettings, 'main')) ?? FIRST_SETTINGS;
