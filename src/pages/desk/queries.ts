/** What the desk asks of the cloud. Pages use `useQueryOf` and `useCommand` with these doors; what several pages ask has its hook here. */
import type { CourierContract } from '../../../types/courier';
import type { PeopleContract } from '../../../types/people';
import type { SafetyContract } from '../../../types/safety';
import { addDays, type CivilDate, dayOf } from '../../../types/time';
import { door } from '../../services/door';
import { systemNow } from '../../services/platform';
import { useQueryOf } from '../../services/useDoor';
import { safetySays } from '../safety/says';
import { canteenSays, type DeskContract } from './canteenSays';
import { peopleSays } from './peopleSays';

export const canteen = door<DeskContract>('canteen', canteenSays);
export const people = door<PeopleContract>('people', peopleSays);
export const courier = door<CourierContract>('courier');
export const safety = door<SafetyContract>('safety', safetySays);

export const useMe = () => useQueryOf(people, 'me', {}, { keep: true });

/** The day on this device: good enough to ask with; what is shown as 今天 comes from the reply. */
export const dayHere = (): CivilDate => dayOf(systemNow());

/** Grids, buildings and units with the number of residents. */
export const useTree = (when = true) => useQueryOf(people, 'tree', {}, { keep: true, when });

/** The kitchen's sheet of this day and the next. */
export const useSheet = (day: CivilDate, when = true) =>
  useQueryOf(canteen, 'kitchenSheet', { days: [day, addDays(day, 1)] }, { when, everyMs: 60_000 });

/** What could not be delivered; for the office. */
export const useDeadLetters = (when = true) => useQueryOf(courier, 'deadLetters', {}, { when, everyMs: 60_000 });

/** An alert is news within seconds; the first page of the desk, which is open all day, asks less often. */
const BOARD_MS = 5_000;
const BOARD_ASIDE_MS = 15_000;

/** Open alerts, loudest first. */
export const useBoard = ({ when = true, aside = false }: { when?: boolean; aside?: boolean } = {}) =>
  useQueryOf(safety, 'board', {}, { when, everyMs: aside ? BOARD_ASIDE_MS : BOARD_MS });

/** Everybody of the staff, with the elders they keep: also who can be put on duty. */
export const useStaff = (when = true) => useQueryOf(safety, 'keepers', {}, { when });
