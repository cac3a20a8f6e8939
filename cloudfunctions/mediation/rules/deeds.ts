/** What can be done in a case, where it stands, and by whom: one table, the verdict that the screen shows and the handler enforces. */
import type { Case, CaseStatus, Deed, Item, PartySide, Standing } from '../../../types/mediation';
import { CASE_STEPS, DEEDS } from '../../../types/mediation';
import type { CivilDate } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';

const UNDECIDED = ['applied', 'moreAsked'] as const;
const TALKING = ['panelling', 'mediating', 'paused', 'agreed'] as const;
const RUNNING = [...UNDECIDED, 'inviting', ...TALKING] as const;
const ENDS = ['declined', 'refused', 'failed', 'withdrawn'] as const;
const ALL = Object.keys(CASE_STEPS) as CaseStatus[];
const BOTH = ['applicant', 'respondent'] as const;
const COMMITTEE = ['panel', 'office'] as const;

type DeedRule = { in: readonly CaseStatus[]; by: readonly Standing[] };

export const DEED_RULES: Record<Deed, DeedRule> = {
  addFacts: { in: ['moreAsked'], by: ['applicant'] },
  withdraw: { in: RUNNING, by: ['applicant'] },
  endMediation: { in: TALKING, by: BOTH },
  answerInvitation: { in: ['inviting'], by: ['respondent'] },
  addStatement: { in: [...RUNNING, 'performing'], by: BOTH },
  counterClaim: { in: ['inviting', 'panelling', 'mediating', 'paused'], by: ['respondent'] },
  addEvidence: { in: [...RUNNING, 'performing'], by: [...BOTH, 'panel'] },
  acknowledgeRights: { in: RUNNING, by: BOTH },
  refuseMediator: { in: ['mediating'], by: BOTH },
  chooseSlots: { in: ['mediating'], by: BOTH },
  extend: { in: ['mediating', 'paused', 'agreed'], by: BOTH },
  sign: { in: ['agreed'], by: [...BOTH, 'panel'] },
  refuseToSign: { in: ['agreed'], by: BOTH },
  reportItem: { in: ['performing'], by: BOTH },
  settleItem: { in: ['performing'], by: [...BOTH, 'panel'] },
  wantConfirmation: { in: ['performing'], by: BOTH },
  answerFollowUp: { in: ['performing'], by: BOTH },
  appointAgent: { in: [...RUNNING, 'performing'], by: BOTH },
  agreementPaper: { in: ['agreed', 'performing', 'closed'], by: [...BOTH, ...COMMITTEE] },
  confirmationPaper: { in: ['performing'], by: [...BOTH, 'panel'] },
  acceptCase: { in: ['applied'], by: COMMITTEE },
  askMore: { in: ['applied'], by: COMMITTEE },
  declineCase: { in: [...UNDECIDED, 'inviting', 'panelling', 'mediating'], by: COMMITTEE },
  joinCase: { in: [...UNDECIDED, 'inviting', 'panelling'], by: COMMITTEE },
  recordInvitation: { in: ['inviting'], by: COMMITTEE },
  linkRespondent: { in: [...UNDECIDED, 'inviting'], by: COMMITTEE },
  setPanel: { in: ['panelling', 'mediating'], by: COMMITTEE },
  recuse: { in: ['mediating', 'paused', 'agreed'], by: ['panel'] },
  inviteSpecialist: { in: ['mediating', 'paused'], by: ['panel'] },
  offerSlots: { in: ['mediating'], by: ['panel'] },
  dropSession: { in: ['mediating', 'paused'], by: ['panel'] },
  recordSession: { in: ['mediating'], by: ['panel'] },
  addNote: { in: ['mediating', 'paused', 'agreed', 'performing'], by: ['panel'] },
  pause: { in: ['mediating'], by: ['panel'] },
  resume: { in: ['paused'], by: ['panel'] },
  draftAgreement: { in: ['mediating', 'agreed'], by: ['panel'] },
  failCase: { in: ['mediating', 'paused', 'agreed'], by: ['panel'] },
  placeSeal: { in: ['agreed'], by: ['office'] },
  recordConfirmation: { in: ['performing'], by: COMMITTEE },
  recordFollowUp: { in: ['performing'], by: COMMITTEE },
  closeCase: { in: ['performing', ...ENDS], by: COMMITTEE },
  caseFile: { in: ALL, by: COMMITTEE },
  openFile: { in: ALL, by: ['office'] },
};

export type Who = { readonly standings: readonly Standing[]; readonly office: boolean; readonly leads: boolean };
export type Refused = 'NOT_NOW' | 'NOT_YOUR_PART';

/** Deeds that staff may do in the name of a side. Naming an agent is the party's own; a signature needs the party before the panel. */
const OWN_ONLY: readonly Deed[] = ['appointAgent'];

/**
 * May this person do this now? `as`: staff in the name of a side.
 * The office's own deeds (the seal, opening) need the office's role even for a panel member.
 */
export function mayDo(deed: Deed, kase: Pick<Case, 'status'>, who: Who, as?: PartySide): Verdict<Refused> {
  const rule = DEED_RULES[deed];
  const by: readonly Standing[] = as ? staffFor(deed, kase, who, as) : who.standings;
  if (!by.some(standing => rule.by.includes(standing))) return no('NOT_YOUR_PART');
  if ((deed === 'placeSeal' || deed === 'openFile') && !who.office) return no('NOT_YOUR_PART');
  return rule.in.includes(kase.status) ? yes : no('NOT_NOW', { status: kase.status });
}

/** A respondent who has not heard of the application says nothing, through nobody. */
function staffFor(deed: Deed, kase: Pick<Case, 'status'>, who: Who, as: PartySide): readonly Standing[] {
  if (as === 'respondent' && UNDECIDED.some(status => status === kase.status)) return [];
  const staff = who.standings.includes('panel') || (deed !== 'sign' && who.standings.includes('office'));
  return staff && !OWN_ONLY.includes(deed) ? [as] : [];
}

export const canStep = (from: CaseStatus, to: CaseStatus): boolean => from === to || CASE_STEPS[from].includes(to);

type Signed = NonNullable<Case['agreement']>;
/** Both sides in any order, then the leading mediator, then the seal: 第二十九条. */
export function maySign(
  agreement: Signed | undefined,
  by: PartySide | 'mediator' | 'seal',
  round: number,
): Verdict<'SIGNED_ALREADY' | 'NOT_YOUR_TURN' | 'AGREEMENT_CHANGED'> {
  if (!agreement || agreement.round !== round) return no('AGREEMENT_CHANGED');
  const { signed } = agreement;
  if (signed[by] !== undefined) return no('SIGNED_ALREADY');
  const parties = signed.applicant !== undefined && signed.respondent !== undefined;
  if (by === 'mediator' && !parties) return no('NOT_YOUR_TURN');
  if (by === 'seal' && !(parties && signed.mediator !== undefined)) return no('NOT_YOUR_TURN');
  return yes;
}

export const bothKnowRights = (kase: Pick<Case, 'rights'>): Verdict<'RIGHTS_FIRST'> =>
  kase.rights.applicant !== undefined && kase.rights.respondent !== undefined ? yes : no('RIGHTS_FIRST');

export function mayReport(item: Item | undefined, by: PartySide): Verdict<'NO_SUCH_ITEM' | 'NOT_YOUR_ITEM' | 'NOT_NOW'> {
  if (!item) return no('NO_SUCH_ITEM');
  if (item.by !== by) return no('NOT_YOUR_ITEM');
  return item.status === 'open' || item.status === 'broken' ? yes : no('NOT_NOW');
}

/** Whoever promised does not say itself that it was kept. */
export function maySettle(
  item: Item | undefined,
  by: PartySide | undefined,
): Verdict<'NO_SUCH_ITEM' | 'YOUR_OWN_ITEM' | 'NOT_NOW'> {
  if (!item) return no('NO_SUCH_ITEM');
  if (by && item.by === by) return no('YOUR_OWN_ITEM');
  return item.status === 'accepted' ? no('NOT_NOW') : yes;
}

/** 第三十三条: together, within thirty days from effect, and not twice. */
export function mayConfirm(kase: Pick<Case, 'confirmUntil'>, today: CivilDate): Verdict<'TOO_LATE_TO_CONFIRM'> {
  return kase.confirmUntil !== undefined && today <= kase.confirmUntil ? yes : no('TOO_LATE_TO_CONFIRM');
}

type Followed = Pick<Case, 'followUps'>;
export const satisfiedOf = ({ followUps }: Followed, side: PartySide): number | undefined =>
  followUps.filter(each => each.satisfied[side] !== undefined).at(-1)?.satisfied[side];

const answeredItself = ({ followUps }: Followed, side: PartySide): boolean =>
  followUps.some(each => each.how === 'self' && each.satisfied[side] !== undefined);

/** The committee asked (人民调解工作若干规定: 回访), or both sides said it themselves. */
export const isFollowedUp = (kase: Followed): boolean =>
  kase.followUps.some(each => each.how !== 'self') || (answeredItself(kase, 'applicant') && answeredItself(kase, 'respondent'));

/** A side says how it goes from the day of the follow-up on, once. */
export function mayAnswerFollowUp(
  kase: Pick<Case, 'followUpOn' | 'followUps'>,
  side: PartySide,
  today: CivilDate,
): Verdict<'FOLLOW_UP_LATER' | 'FOLLOW_UP_DONE'> {
  if (kase.followUpOn === undefined || today < kase.followUpOn) return no('FOLLOW_UP_LATER');
  return answeredItself(kase, side) ? no('FOLLOW_UP_DONE') : yes;
}

/** Archived when nothing is open: promises settled and a follow-up made, where there was an agreement. */
export function mayClose(kase: Pick<Case, 'status' | 'items' | 'followUps'>): Verdict<'ITEMS_OPEN' | 'FOLLOW_UP_FIRST'> {
  if (kase.status !== 'performing') return yes;
  if (kase.items.some(item => item.status === 'open' || item.status === 'reported')) return no('ITEMS_OPEN');
  return isFollowedUp(kase) ? yes : no('FOLLOW_UP_FIRST');
}

/** How many mediators this side may still refuse; undefined for whoever is no side. */
export const refusalsLeft = (kase: Pick<Case, 'ruledOut'>, side: PartySide | undefined, most: number): number | undefined =>
  side && Math.max(0, most - kase.ruledOut.filter(out => out.by === side).length);

export const mayRefuse = (kase: Pick<Case, 'ruledOut'>, side: PartySide, most: number): Verdict<'NO_REFUSAL_LEFT'> =>
  refusalsLeft(kase, side, most) ? yes : no('NO_REFUSAL_LEFT', { max: most });

/** The verdict of every deed for this person, or (`as`) for staff in the name of a side; what is not this person's at all is left out. */
export function mayAll(kase: Case, who: Who, today: CivilDate, as?: PartySide): Partial<Record<Deed, Verdict<string>>> {
  const all = DEEDS.map(deed => [deed, closer(deed, kase, who, today, as)] as const);
  return Object.fromEntries(all.filter(([, verdict]) => verdict.ok || verdict.code !== 'NOT_YOUR_PART'));
}

function closer(deed: Deed, kase: Case, who: Who, today: CivilDate, as?: PartySide): Verdict<string> {
  const may = mayDo(deed, kase, who, as);
  if (!may.ok) return may;
  const [standing] = who.standings;
  const side = as ?? (standing === 'applicant' || standing === 'respondent' ? standing : undefined);
  if (deed === 'sign')
    return !side && !who.leads ? no('NOT_YOUR_PART') : maySign(kase.agreement, side ?? 'mediator', kase.agreement?.round ?? 0);
  if (deed === 'linkRespondent') return kase.respondent.residentId === undefined ? yes : no('NOT_YOUR_PART');
  if (deed === 'placeSeal') return maySign(kase.agreement, 'seal', kase.agreement?.round ?? 0);
  if (deed === 'acknowledgeRights') return side && kase.rights[side] === undefined ? yes : no('NOT_YOUR_PART');
  if (deed === 'wantConfirmation' && side)
    return kase.confirmation?.wantedBy.includes(side) ? no('NOT_NOW') : mayConfirm(kase, today);
  if (deed === 'answerFollowUp' && side) return mayAnswerFollowUp(kase, side, today);
  if (deed === 'recordSession' || deed === 'draftAgreement') return bothKnowRights(kase);
  return deed === 'closeCase' ? mayClose(kase) : yes;
}
