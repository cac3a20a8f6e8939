/** The log of readings as people read it: the same person doing the same on the same day is one line. Pure. */
import type { OutputOf } from '../../../../types/contract';
import type { MediationContract } from '../../../../types/mediation';
import { type CivilDate, dayOf } from '../../../../types/time';

type Read = OutputOf<MediationContract, 'reads'>['reads'][number];

export interface ReadLine extends Pick<Read, 'name' | 'as' | 'what' | 'kinds'> {
  day: CivilDate;
  times: number;
}

/** Newest first, as it came. */
export function linesOf(reads: readonly Read[]): ReadLine[] {
  const lines = new Map<string, ReadLine>();
  for (const { at, name, as, what, kinds } of reads) {
    const day = dayOf(at);
    const key = [day, name, as, what].join(' ');
    const known = lines.get(key) ?? { day, name, as, what, kinds: [], times: 0 };
    lines.set(key, { ...known, times: known.times + 1, kinds: [...new Set([...known.kinds, ...kinds])] });
  }
  return [...lines.values()];
}
