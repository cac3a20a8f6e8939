/** Who may sit on a panel. Never somebody of the same unit, kin, a party of an earlier case with these parties, nor whom a side refused. */
import type { CaseKind, Mediator, PanelPart } from '../../../types/mediation';
import type { CivilDate } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';

/** What the roster says of a person, as far as the conflict rule needs it. */
export type Known = {
  readonly accountId?: string;
  readonly residentId?: string;
  readonly unitId?: string;
  /** `unit-room`: one household. */
  readonly home?: string;
  /** Accounts bound to this person as relatives. */
  readonly relatives: readonly string[];
};

export const CONFLICTS = ['self', 'sameHome', 'kin', 'sameUnit', 'former', 'ruledOut'] as const;
export type Conflict = (typeof CONFLICTS)[number];

export const CONFLICT_TEXT: Record<Conflict, string> = {
  self: '本人就是当事人',
  sameHome: '与一方当事人同住一户',
  kin: '与一方当事人是亲属',
  sameUnit: '与一方当事人同住一个单元',
  former: '以前是一方当事人纠纷中的当事人',
  ruledOut: '当事人已提出不要这位调解员，或本人已回避',
};

const same = <T>(a: T | undefined, b: T | undefined): boolean => a !== undefined && a === b;
const isSelf = (a: Known, b: Known): boolean => same(a.accountId, b.accountId) || same(a.residentId, b.residentId);
const isKin = (a: Known, b: Known): boolean =>
  (a.accountId !== undefined && b.relatives.includes(a.accountId)) ||
  (b.accountId !== undefined && a.relatives.includes(b.accountId));

/** The first reason against, the gravest first. `former`: accounts and residents of earlier cases of these parties. */
export function conflictOf(
  candidate: Known,
  parties: readonly Known[],
  former: ReadonlySet<string>,
  ruledOut: readonly string[],
): Conflict | undefined {
  const checks: Record<Conflict, boolean> = {
    self: parties.some(party => isSelf(candidate, party)),
    sameHome: parties.some(party => same(candidate.home, party.home)),
    kin: parties.some(party => isKin(candidate, party)),
    sameUnit: parties.some(party => same(candidate.unitId, party.unitId)),
    former: [candidate.accountId, candidate.residentId].some(key => key !== undefined && former.has(key)),
    ruledOut: candidate.accountId !== undefined && ruledOut.includes(candidate.accountId),
  };
  return CONFLICTS.find(conflict => checks[conflict]);
}

export const isAway = (mediator: Pick<Mediator, 'absences'>, today: CivilDate): boolean =>
  mediator.absences.some(absence => absence.from <= today && today <= absence.to);

export type Weighed = {
  accountId: string;
  name: string;
  part: PanelPart;
  load: number;
  fits: boolean;
  away: boolean;
  active: boolean;
  conflict: Conflict | undefined;
  /** Has mediated for one of these parties before: no conflict, and after others who have not. */
  knew: boolean;
};

/** May this person be put on the panel? The words of the conflict travel with the no. */
export function mayChoose(who: Weighed): Verdict<'CONFLICT' | 'AWAY' | 'NOT_A_MEDIATOR'> {
  if (!who.active) return no('NOT_A_MEDIATOR');
  if (who.conflict) return no('CONFLICT', { why: CONFLICT_TEXT[who.conflict] });
  return who.away ? no('AWAY') : yes;
}

/** Skill first, then whoever carries least, then by name so that it is always the same answer. */
const better = (fullLoad: number) => (a: Weighed, b: Weighed) =>
  Number(b.load < fullLoad) - Number(a.load < fullLoad) ||
  Number(b.fits) - Number(a.fits) ||
  Number(a.knew) - Number(b.knew) ||
  a.load - b.load ||
  (a.accountId < b.accountId ? -1 : 1);

/** 百·和调解队: a people's mediator who leads, a grid worker, a resident who knows the law, as far as there is one who may. */
const TRIO: readonly PanelPart[] = ['mediator', 'gridWorker', 'legalAware'];

/** The panel the system proposes, and everybody in the order in which they suit. */
export function propose(all: readonly Weighed[], fullLoad: number): { order: Weighed[]; proposed: ReadonlySet<string> } {
  const order = [...all].sort((a, b) => Number(mayChoose(b).ok) - Number(mayChoose(a).ok) || better(fullLoad)(a, b));
  const free = order.filter(who => mayChoose(who).ok);
  const chosen = TRIO.flatMap(part => free.find(who => who.part === part)?.accountId ?? []);
  return { order, proposed: new Set(chosen) };
}

export const fitsKind = (mediator: Pick<Mediator, 'skills'>, kind: CaseKind): boolean => mediator.skills.includes(kind);
