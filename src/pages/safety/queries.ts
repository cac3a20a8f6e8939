/** What the resident pages ask of safety. The elder's own page is kept on the phone; health and places never are. */
import type { OutputOf } from '../../../types/contract';
import type { SafetyContract } from '../../../types/safety';
import { door } from '../../services/door';
import { type Shown, useQueryOf } from '../../services/useDoor';
import { safetySays } from './says';

export const safety = door<SafetyContract>('safety', safetySays);

export type MySafety = OutputOf<SafetyContract, 'mySafety'>;
export type ParentDay = OutputOf<SafetyContract, 'parentDay'>;
export type Path = OutputOf<SafetyContract, 'alertPath'>;
export type Consents = OutputOf<SafetyContract, 'consents'>;
export type CheckUp = OutputOf<SafetyContract, 'checkUp'>;

/** While somebody may be on the way, the page follows the server this closely. */
const FOLLOW_MS = 5_000;

/** Absent: the elder's own. */
export const whose = (elderId: string | undefined): { elderId?: string } => (elderId ? { elderId } : {});

export const useMySafety = (when = true): Shown<MySafety> => useQueryOf(safety, 'mySafety', {}, { keep: true, when });

export const useParentDay = (elderId: string): Shown<ParentDay> =>
  useQueryOf(safety, 'parentDay', { elderId }, { when: elderId !== '', everyMs: 60_000 });

export const useAlert = (id: string): Shown<OutputOf<SafetyContract, 'alert'>> =>
  useQueryOf(safety, 'alert', { id }, { when: id !== '', everyMs: FOLLOW_MS });
