/** Who hears of a case: that something happened, never what. */
import type { Case, PartySide } from '../../types/mediation';
import type { MessageKind } from '../../types/messages';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { accounts } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { message, type Tell } from '../_shared/tell';

const accountsOf = (kase: Pick<Case, PartySide>, side: PartySide): string[] =>
  [kase[side].accountId, ...kase[side].agents].filter((id): id is string => id !== undefined);

export const tellSide = (
  kase: Pick<Case, PartySide>,
  caseId: string,
  side: PartySide,
  kind: MessageKind,
  data: Record<string, string> = {},
): Tell[] => [...new Set(accountsOf(kase, side))].map(to => message(kind, to, { caseId, ...data }));

/** A panel member works at the desk: the same words, another page. */
const AT_DESK: Partial<Record<MessageKind, MessageKind>> = {
  caseMoved: 'deskCaseMoved',
  caseYourTurn: 'deskCaseYourTurn',
  caseSoon: 'deskCaseSoon',
  caseMeets: 'deskCaseMeets',
};

export const tellPanel = (
  kase: Pick<Case, 'panel'>,
  caseId: string,
  kind: MessageKind,
  data: Record<string, string> = {},
): Tell[] => kase.panel.map(member => message(AT_DESK[kind] ?? kind, member.accountId, { caseId, ...data }));

/** Everybody but who did it. The respondent hears nothing before it is invited. */
export function tellAll(ctx: Context, kase: Case, caseId: string, kind: MessageKind = 'caseMoved'): Tell[] {
  const sides = kase.acceptedAt === undefined ? (['applicant'] as const) : (['applicant', 'respondent'] as const);
  const all = [...sides.flatMap(side => tellSide(kase, caseId, side, kind)), ...tellPanel(kase, caseId, kind)];
  return all.filter(tell => 'message' in tell && tell.to !== ctx.session.accountId);
}

const MOST = 20;

/** Accounts of the committee: the office and its mediators. */
export async function committeeOf(ctx: Context): Promise<string[]> {
  const filter = { communityId: ctx.store.communityId, status: 'member', 'grants.role': _.in(['office', 'mediator']) };
  const found = await ctx.store.across(accounts, filter, { limit: MOST, without: LIGHT });
  return found.map(account => account.id);
}

export const tellCommittee = (to: readonly string[], kase: Pick<Case, PartySide>, kind: 'caseWaits' | 'caseUrgent'): Tell[] =>
  to
    .filter(account => ![...accountsOf(kase, 'applicant'), ...accountsOf(kase, 'respondent')].includes(account))
    .map(account => message(kind, account, {}));
