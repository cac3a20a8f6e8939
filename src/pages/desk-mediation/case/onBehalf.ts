/**
 * What a side without the mini-program may want staff to do for it. The reply has no verdicts on behalf, so this only leaves out what makes
 * no sense where the case stands; whether it may be done the server decides, and says why not.
 */
import type { CaseStatus, CaseView, Deed, PartySide } from '../../../../types/mediation';
import { yes } from '../../../../types/verdict';
import type { May } from '../parts/Deed';

const BEFORE: readonly CaseStatus[] = ['applied', 'moreAsked'];
const TALKING: readonly CaseStatus[] = ['panelling', 'mediating', 'paused', 'agreed'];
const RUNNING: readonly CaseStatus[] = [...BEFORE, 'inviting', ...TALKING];

const BOTH: Partial<Record<Deed, readonly CaseStatus[]>> = {
  endMediation: TALKING,
  addStatement: [...RUNNING, 'performing'],
  addEvidence: [...RUNNING, 'performing'],
  acknowledgeRights: RUNNING,
  refuseMediator: ['mediating'],
  chooseSlots: ['mediating'],
  extend: ['mediating', 'paused', 'agreed'],
  sign: ['agreed'],
  refuseToSign: ['agreed'],
  reportItem: ['performing'],
  settleItem: ['performing'],
  wantConfirmation: ['performing'],
};

const OFFERS: Record<PartySide, Partial<Record<Deed, readonly CaseStatus[]>>> = {
  applicant: { ...BOTH, addFacts: ['moreAsked'], withdraw: RUNNING },
  respondent: { ...BOTH, answerInvitation: ['inviting'], counterClaim: ['inviting', 'panelling', 'mediating', 'paused'] },
};

/** Absent: not offered to staff for this side now. */
export function mayFor(view: CaseView, side: PartySide, deed: Deed): May {
  const known = view[side];
  if (!known || known.joined || (view.as !== 'panel' && view.as !== 'office')) return undefined;
  // Before acceptance the respondent has not heard of it, and nobody reads a notice to them.
  if (side === 'respondent' && view.acceptedAt === undefined) return undefined;
  if (deed === 'acknowledgeRights' && known.rightsAt !== undefined) return undefined;
  if (deed === 'wantConfirmation' && view.confirmation?.wantedBy.includes(side)) return undefined;
  if (deed === 'sign' && view.agreement?.signed[side] !== undefined) return undefined;
  return OFFERS[side][deed]?.includes(view.status) ? yes : undefined;
}

/** Whether staff act for this side at all. */
export const isOnPaper = (view: CaseView, side: PartySide): boolean => view[side]?.joined === false;
