import type { AbsenceView } from '../../types/safetyFamilyActions';
import type { CivilDate } from '../../types/time';
import { no, yes } from '../../types/verdict';
import type { Absence } from '../../types/watch';
import type { Stored } from '../_shared/collection';
import { isAway, lastDayAway } from './rules/watch';

/** The absence in which this day lies. */
export const runningOf = (all: readonly Stored<Absence>[], day: CivilDate): Stored<Absence> | undefined =>
  all.find(absence => isAway([absence], day));

export function absenceView(absence: Stored<Absence>, today: CivilDate): AbsenceView {
  const { id, elderId, from, where, recordedByName } = absence;
  const last = lastDayAway(absence);
  const over = last < today;
  return {
    id,
    elderId,
    from,
    to: last,
    where,
    recordedByName,
    running: isAway([absence], today),
    may: { change: over ? no('ABSENCE_OVER') : yes },
  };
}
