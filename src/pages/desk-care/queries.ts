/** What the desk of the care asks of the cloud. Nothing of it is kept on the device: it is about children. */
import type { CareContract } from '../../../types/care';
import type { OutputOf } from '../../../types/contract';
import type { CivilDate } from '../../../types/time';
import { door } from '../../services/door';
import { useQueryOf } from '../../services/useDoor';
import { careSays } from '../care/says';

export const care = door<CareContract>('care', careSays);

export type Board = OutputOf<CareContract, 'board'>;
export type BoardClass = Board['classes'][number];
export type CallLine = Board['calls'][number];
export type LateLine = Board['late'][number];
export type Roll = OutputOf<CareContract, 'roll'>;
export type Terms = OutputOf<CareContract, 'terms'>;
export type Term = Terms['terms'][number];
export type DeskClass = Terms['classes'][number];
export type ChildView = OutputOf<CareContract, 'child'>;
export type FeeRow = OutputOf<CareContract, 'fees'>['rows'][number];
export type DrawView = OutputOf<CareContract, 'draw'>;

/** Two phones and a desk work side by side: each sees what the others did. */
const BOARD_MS = 10_000;

export const useCareBoard = (when = true) => useQueryOf(care, 'board', {}, { when, everyMs: BOARD_MS });
/** Today without `day`. */
export const useRoll = (classId: string, day?: CivilDate) =>
  useQueryOf(care, 'roll', day ? { classId, day } : { classId }, day ? {} : { everyMs: BOARD_MS });
export const useTerms = () => useQueryOf(care, 'terms', {});
export const useCareSettings = (when = true) => useQueryOf(care, 'settings', {}, { when });
