import type { Settings } from '../../types/canteen';
import { readClock } from '../../types/time';
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

export async function settingsOf(store: Store): Promise<Settings> {
  return (await store.read(canteens, 'main')) ?? FIRST_SETTINGS;
}
