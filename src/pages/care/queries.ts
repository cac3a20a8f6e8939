/** What the families' pages ask of the care. Of all this only the codes of today are kept on the phone, without anything else about the child. */
import { useEffect } from 'react';
import type { CareContract } from '../../../types/care';
import type { OutputOf } from '../../../types/contract';
import { dayOf } from '../../../types/time';
import { keepAnswer, recallAnswer } from '../../services/cache';
import { door } from '../../services/door';
import { systemNow } from '../../services/platform';
import { FINAL } from '../../services/sentences';
import { type Shown, useQueryOf } from '../../services/useDoor';
import { careSays } from './says';

export const care = door<CareContract>('care', careSays);

export type MyCare = OutputOf<CareContract, 'myCare'>;
export type MyChild = MyCare['children'][number];
export type ChildFile = OutputOf<CareContract, 'child'>;
export type Classes = OutputOf<CareContract, 'classes'>;
export type ClassOffer = Classes['classes'][number];
export type Codes = OutputOf<CareContract, 'codes'>;
export type Month = OutputOf<CareContract, 'calendar'>;
export type Drawn = OutputOf<CareContract, 'draw'>;
/** What stands at the counter: whom I collect today, and the telephone. */
export type Collecting = Pick<MyCare, 'today' | 'care' | 'collect'>;

/** A parent who looks sees what happened at most this long ago. */
const FOLLOW_MS = 60_000;

export const useMyCare = (): Shown<MyCare> => useQueryOf(care, 'myCare', {}, { everyMs: FOLLOW_MS });

export const useChild = (childId: string): Shown<ChildFile> => useQueryOf(care, 'child', { childId }, { when: childId !== '' });

/** With what this child may do in each; without one, the classes alone. */
export const useClasses = (childId: string | undefined, when = true): Shown<Classes> =>
  useQueryOf(care, 'classes', childId ? { childId } : {}, { when });

const CODES = 'care-collect';

/** What of the answer has to be there without network. */
const collecting = ({ today, care: at, collect }: MyCare): Collecting => ({ today, care: at, collect });

/** The codes that were opened today; yesterday's are worth nothing. */
function keptToday(): Collecting | undefined {
  const kept = recallAnswer(CODES)?.data as Collecting | undefined;
  return kept?.today === dayOf(systemNow()) ? kept : undefined;
}

/** My codes of today. Opened once they open without network, too, until the day is over. */
export function useCollecting(): Shown<Collecting> {
  const mine = useMyCare();
  const fresh = mine.data && collecting(mine.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept once for each answer
  useEffect(() => {
    if (fresh) keepAnswer(CODES, fresh);
  }, [mine.data]);
  // A plain no (signed out, not allowed) shows nothing old.
  const refused = mine.failure !== undefined && FINAL.has(mine.failure.code);
  const data = fresh ?? (refused ? undefined : keptToday());
  return { ...mine, data, failure: data ? undefined : mine.failure, stale: mine.stale || data !== fresh };
}
