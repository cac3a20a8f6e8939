/** Safety in the demo community: settings, watches, keepers, duty, devices, an open alert. */
import { FIRST_SETTINGS } from '../../cloudfunctions/safety/firstSettings';
import type { SafetySettings } from '../../types/safetySettings';

export const settings: SafetySettings = {
  ...FIRST_SETTINGS,
  dutyPhone: '02885550001',
  drillVolunteers: [{ account: 'wx-chenshegong', name: '陈社工' }],
};
