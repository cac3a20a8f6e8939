/** What the demo community decided about safety, and who keeps its elders. */
import { FIRST_SETTINGS } from '../../cloudfunctions/safety/firstSettings';
import type { Resident } from '../../types/directory';
import type { SafetySettings } from '../../types/safetySettings';
import { type Instant, readClock } from '../../types/time';

export const at = (text: string) => readClock(text)!;

export const settings: SafetySettings = {
  ...FIRST_SETTINGS,
  dutyPhone: '02885550001',
  drillVolunteers: [{ account: 'wx-chenshegong', name: '陈社工' }],
};

export type Elder = Resident & { id: string };
export const CHEN = { account: 'wx-chenshegong', name: '陈社工', phone: '13900000022' };
export const before = (now: Instant, ms: number): Instant => (now - ms) as Instant;
