/** 包保: what the keeper has to do today, in which order; and which ladders may stand. Pure. */
import { type AlertKind, type AlertLadder, NEVER_SILENT } from '../../../types/alerts';
import type { NEEDS } from '../../../types/safetyKeeperActions';
import { addDays, type CivilDate } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';

export type Need = (typeof NEEDS)[number];
const ORDER: readonly Need[] = ['alert', 'noSign', 'visitOverdue', 'visitToday', 'away', 'well'];

export type Facts = { alert: boolean; away: boolean; waiting: boolean; sign: boolean; nextVisit: CivilDate };

/** The first that holds. Nobody is missed during an absence. */
export function needOf({ alert, away, waiting, sign, nextVisit }: Facts, today: CivilDate): Need {
  if (alert) return 'alert';
  if (away) return 'away';
  if (waiting && !sign) return 'noSign';
  if (nextVisit < today) return 'visitOverdue';
  return nextVisit === today ? 'visitToday' : 'well';
}

export const byNeed = (a: { need: Need; name: string }, b: { need: Need; name: string }): number =>
  ORDER.indexOf(a.need) - ORDER.indexOf(b.need) || (a.name < b.name ? -1 : 1);

/** The first visit is due on the day of the assignment. */
export const nextVisitOn = (since: CivilDate, last: CivilDate | undefined, every: number): CivilDate =>
  last === undefined || last < since ? since : addDays(last, every);

/** Gas and smoke: relatives and the grid hear at once, on the first rung. */
export function laddersAgree(ladders: Partial<Record<AlertKind, AlertLadder>>): Verdict<'GAS_NEEDS_BOTH'> {
  const both = ({ rungs: [first] }: AlertLadder): boolean =>
    first?.who.includes('family') === true && first.who.includes('gridStaff') && first.after === 0 && !first.oneByOneEvery;
  const never = NEVER_SILENT.flatMap(kind => ladders[kind] ?? []);
  return never.every(both) ? yes : no('GAS_NEEDS_BOTH');
}

export const keeperHolder = (elderId: string, round: number): string => `${elderId}~${round}`;
export const keeperPlaces = (account: string): string => `keeper:${account}`;
