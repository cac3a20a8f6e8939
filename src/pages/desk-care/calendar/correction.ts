/** Corrections of the calendar, one a day, in the order of the days. Pure. */
import type { CareSettings } from '../../../../types/care';
import type { CivilDate } from '../../../../types/time';

/** Without the correction of this day. */
export const uncorrected = (settings: CareSettings, day: CivilDate): CareSettings => ({
  ...settings,
  days: settings.days.filter(each => each.day !== day),
});

/** With this correction instead of what stood there. */
export const corrected = (settings: CareSettings, correction: CareSettings['days'][number]): CareSettings => ({
  ...settings,
  days: [...uncorrected(settings, correction.day).days, correction].sort((a, b) => (a.day < b.day ? -1 : 1)),
});
