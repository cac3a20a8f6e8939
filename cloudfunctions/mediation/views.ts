/** A case as one person may see it. Nothing sealed is opened for whom it is not. */

import type { Community } from '../../types/directory';
import type {
  AgreementContent,
  Case,
  CaseCard,
  CaseView,
  MediationSettings,
  PartView,
  PartySide,
  PersonContent,
  Standing,
  Visible,
} from '../../types/mediation';
import { PARTIES } from '../../types/mediation';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { caseCard } from './card';
import { memberKey } from './ids';
import { logRead } from './log';
import { waitsFor } from './next';
import { type Names, namesOf, type PartRow, readable } from './parts';
import { daysTo, isOverdue } from './rules/clock';
import { HELP } from './rules/danger';
import { isFollowedUp, mayAll, refusalsLeft, satisfiedOf, type Who } from './rules/deeds';
import { openedUntil, sees, sideOf } from './rules/standing';
import { endText, GROUND_TEXT, routesOf, showsRoutes } from './rules/words';

export type Around = {
  rows: readonly PartRow[];
  settings: MediationSettings;
  community: Stored<Community> | undefined;
  who: Who;
  roomsTaken: ReadonlySet<string>;
  /** The reading is in the log already. */
  logged?: boolean;
  /** Reads all although the office has not opened it: an application about to be decided. */
  deciding?: boolean;
};

type Parts = readonly PartView[];

/** What the part `party` of a side says; the register's names for the side one may not look behind. */
function sideView(kase: Case, side: PartySide, names: Names, parts: Parts, showContact: boolean) {
  const contact = showContact ? contactOf(parts, side) : undefined;
  const { is, agents, accountId } = kase[side];
  return {
    name: names[side],
    is,
    // Who applies does not learn from it whether the other uses the mini-program.
    joined: !showContact || accountId !== undefined,
    agents: agents.length,
    agentNames: showContact ? agents.flatMap(each => names.agents?.[each] ?? []) : undefined,
    rightsAt: kase.rights[side],
    phone: contact?.phone,
    address: contact?.address,
  };
}

/** The contact part of a side is the one with that side's own label. */
export const contactOf = (parts: Parts, side: 'applicant' | 'respondent'): PersonContent | undefined =>
  parts.filter((part): part is Extract<PartView, { kind: 'party' }> => part.kind === 'party' && part.visible === side).at(-1)
    ?.content;

export const agreementIn = (parts: Parts, kase: Pick<Case, 'agreement'>): AgreementContent | undefined =>
  parts.find(
    (part): part is Extract<PartView, { kind: 'agreement' }> => part.kind === 'agreement' && part.id === kase.agreement?.partId,
  )?.content;

function itemsOf(kase: Case, parts: Parts, ctx: Pick<Context, 'today'>): CaseView['items'] {
  const promises = agreementIn(parts, kase)?.promises ?? [];
  return kase.items.map(item => {
    const promise = promises[item.no - 1];
    const { no, by, dueOn, status, reportedAt } = item;
    return {
      no,
      by,
      dueOn,
      status,
      reportedAt,
      what: promise?.what ?? '',
      manner: promise?.manner ?? '',
      overdue: isOverdue(item, ctx.today),
    };
  });
}

/** A side with an account does its own. */
function mayForSides(kase: Case, who: Who, { today }: Pick<Context, 'today'>): CaseView['mayFor'] {
  const onPaper = PARTIES.filter(side => kase[side].accountId === undefined);
  return Object.fromEntries(onPaper.map(side => [side, mayAll(kase, who, today, side)]));
}

/** What the sides said of how it goes: all of it for staff, its own for a side. */
function satisfiedFor(kase: Case, who: Who): CaseView['satisfied'] {
  const own = sideOf(who.standings[0]);
  return Object.fromEntries(
    (own ? [own] : PARTIES).flatMap(side => {
      const face = satisfiedOf(kase, side);
      return face === undefined ? [] : [[side, face]];
    }),
  );
}

type Outside = Omit<CaseView, keyof CaseCard | 'sealed' | 'parts' | 'items'>;

/** What one sees who sees only the register entry. */
function outside(ctx: Context, kase: Stored<Case>, around: Around): Outside {
  const { settings, who } = around;
  const standing = who.standings[0]!;
  const ended = endText(kase, standing);
  return {
    now: ctx.now,
    openUntil: openedUntil(kase, ctx.session.accountId, ctx.now),
    wantsOpen: kase.wantsOpen,
    panel: kase.panel.map(({ accountId, name, part, leads }) => ({ key: memberKey(kase.id, accountId), name, part, leads })),
    refusalsLeft: refusalsLeft(kase, sideOf(standing), settings.refusals),
    acceptedAt: kase.acceptedAt,
    decideBy: kase.decideBy,
    answerBy: kase.answerBy,
    pausedAt: kase.pausedAt,
    extension: kase.extension && { days: kase.extension.days, agreed: kase.extension.agreed },
    sessions: sessionsFor(kase, around),
    agreement: kase.agreement && { ...kase.agreement, waitsFor: waitsFor(kase) },
    effectiveAt: kase.effectiveAt,
    confirmation: kase.confirmUntil && {
      until: kase.confirmUntil,
      daysLeft: daysTo(kase.confirmUntil, ctx.today),
      wantedBy: kase.confirmation?.wantedBy ?? [],
      status: kase.confirmation?.status,
    },
    followUpOn: kase.followUpOn,
    followUps: kase.followUps.filter(each => each.how !== 'self').length,
    followedUp: isFollowedUp(kase),
    satisfied: satisfiedFor(kase, who),
    ground: kase.ground,
    groundText: kase.ground && GROUND_TEXT[kase.ground],
    outcome: kase.outcome,
    endedAt: kase.endedAt,
    endText: ended,
    routes: ended && showsRoutes(kase, standing) ? routesOf(kase.kind, settings) : [],
    closingNumber: kase.closingNumber,
    retainUntil: kase.retainUntil,
    joinedInto: kase.joinedInto,
    joined: kase.joined,
    help: kase.danger && sideOf(who.standings[0]) === 'applicant' ? HELP : undefined,
    may: mayAll(kase, who, ctx.today),
    mayFor: sideOf(who.standings[0]) ? {} : mayForSides(kase, who, ctx),
  };
}

/** That there was a separate talk with the other side is that side's own business. */
function sessionsFor(kase: Case, { settings, who, roomsTaken }: Around): CaseView['sessions'] {
  const side = sideOf(who.standings[0]);
  return kase.sessions
    .filter(session => !side || session.kind === 'together' || session.side === side)
    .map(session => ({
      ...session,
      suits: side ? { applicant: [], respondent: [], [side]: session.suits[side] } : session.suits,
      roomName: settings.rooms.find(room => room.id === session.roomId)?.name,
      taken: session.slots.filter(slot => roomsTaken.has(`${session.roomId}@${slot}`)),
    }));
}

/** What the log says of a view that is about to be given: names, and the kinds of the parts. */
export function kindsSeen(
  ctx: Pick<Context, 'now' | 'session'>,
  kase: Case,
  standing: Standing,
  fresh: readonly { kind: string; visible: Visible }[],
): string[] {
  const opened = openedUntil(kase, ctx.session.accountId, ctx.now) !== undefined;
  if (standing === 'office' && !opened) return [];
  const seen = [...kase.parts, ...fresh].filter(each => sees(each.visible, standing, opened));
  return ['names', ...seen.map(each => each.kind)];
}

/** Opens what this person may read, and logs it before it leaves. */
export async function caseView(ctx: Context, kase: Stored<Case>, around: Around): Promise<CaseView> {
  const { who, rows, settings, community, deciding } = around;
  const standing = who.standings[0]!;
  const opened = deciding === true || openedUntil(kase, ctx.session.accountId, ctx.now) !== undefined;
  const sealed = standing === 'office' && !opened;
  const parts = sealed ? [] : readable(ctx.store, kase, rows, standing, opened);
  const names = sealed ? undefined : namesOf(ctx.store, kase);
  const card = caseCard(ctx, kase, standing, names, { settings, community, leads: who.leads });
  const deep = standing === 'panel' || standing === 'office';
  if (!around.logged) await logRead(ctx, kase.id, standing, 'view', sealed ? [] : ['names', ...parts.map(part => part.kind)]);
  return {
    ...card,
    ...outside(ctx, kase, around),
    sealed,
    applicant: names && sideView(kase, 'applicant', names, parts, deep || standing === 'applicant'),
    respondent: names && sideView(kase, 'respondent', names, parts, deep || standing === 'respondent'),
    items: itemsOf(kase, parts, ctx),
    parts: [...parts],
  };
}
