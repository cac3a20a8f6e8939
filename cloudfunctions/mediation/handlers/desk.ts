/** The committee decides: accept, ask for more, decline with the legal ground, join what belongs together, invite neutrally. */
import type { Case, MediationContract } from '../../../types/mediation';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { communities, residents } from '../../_shared/directory';
import { isOneself, ofResident } from '../applicant';
import { cases } from '../collections';
import { ownConflict } from '../known';
import { numberFor } from '../numbers';
import { areOneHome, offerTo } from '../offer';
import { onePart, openPart, part, partRows } from '../parts';
import { endOfDay } from '../rules/clock';
import { CONFLICT_TEXT } from '../rules/panel';
import { GROUND_TEXT } from '../rules/words';
import { type CaseContext, inCase, type Scene, whoIs } from '../scene';
import { settingsOf } from '../settings';
import { tellAll, tellPanel, tellSide } from '../tell';
import { caseView } from '../views';
import { ended } from './party';

type Desk = Pick<
  HandlersOf<MediationContract>,
  | 'readApplication'
  | 'acceptCase'
  | 'askMore'
  | 'declineCase'
  | 'joinCase'
  | 'recordInvitation'
  | 'linkRespondent'
  | 'offerMediation'
>;

type Deciding = CaseContext & Pick<Context<'CONFLICT'>, 'refuse'>;

/** Nobody decides on a neighbour's or a relative's matter. */
export async function noConflict(ctx: Deciding, kase: Stored<Case>): Promise<void> {
  const conflict = await ownConflict(ctx, kase);
  if (conflict) ctx.refuse('CONFLICT', { why: CONFLICT_TEXT[conflict] });
}

/** Before it is decided, and while somebody has to be told of it by telephone or at the door. */
const isToRead = ({ status, respondent }: Case): boolean =>
  status === 'applied' || status === 'moreAsked' || (status === 'inviting' && respondent.accountId === undefined);

export const deskHandlers: Desk = {
  async readApplication({ id }, ctx) {
    const [kase, rows, settings, community] = await Promise.all([
      ctx.store.read(cases, id),
      partRows(ctx.store, id),
      settingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const who = whoIs(ctx, kase);
    if (!who.standings.includes('office') || !ctx.session.roles.has('mediator')) ctx.refuse('NOT_YOUR_PART');
    if (!isToRead(kase!)) ctx.refuse('NOT_NOW', { status: kase!.status });
    await noConflict(ctx, kase!);
    return caseView(ctx, kase!, { rows, settings, community, who, roomsTaken: new Set(), deciding: true });
  },

  async acceptCase({ id, summary }, ctx) {
    const { answerDays, clockDays, shortName } = await settingsOf(ctx.store);
    return inCase(ctx, { id }, 'acceptCase', async ({ kase }) => {
      await noConflict(ctx, kase);
      const number = kase.number ?? (await numberFor(ctx, '受', shortName, id));
      const change: Partial<Case> = {
        status: 'inviting',
        number,
        acceptedAt: ctx.now,
        answerBy: endOfDay(ctx.now, answerDays),
        dueAt: endOfDay(ctx.now, clockDays),
      };
      return {
        change,
        parts: [part('summary', { text: summary }, 'shared')],
        tell: [...tellSide(kase, id, 'applicant', 'caseMoved'), ...tellSide(kase, id, 'respondent', 'caseInvited')],
      };
    });
  },

  askMore: async ({ id, text }, ctx) =>
    inCase(ctx, { id }, 'askMore', async ({ kase }) => {
      await noConflict(ctx, kase);
      return {
        change: { status: 'moreAsked' },
        parts: [part('moreAsked', { text }, 'applicant')],
        tell: tellSide(kase, id, 'applicant', 'caseYourTurn'),
      };
    }),

  declineCase: async ({ id, ground, text }, ctx) =>
    inCase(ctx, { id }, 'declineCase', async ({ kase, standing }) => {
      await noConflict(ctx, kase);
      const by = standing === 'panel' ? 'panel' : 'office';
      const words = text ? `${GROUND_TEXT[ground]}\n${text}` : GROUND_TEXT[ground];
      return {
        change: { ...ended(kase, 'declined', by, ctx.now), ground },
        parts: [part('ending', { text: words }, kase.acceptedAt === undefined ? 'applicant' : 'shared')],
        tell: tellAll(ctx, kase, id),
      };
    }),

  /** First the case that goes on takes what is said here, then this one ends: a crash in between only repeats the first. */
  async joinCase({ id, into, why }, ctx) {
    if (id === into) ctx.refuse('OTHER_PARTIES');
    const [one, other] = await Promise.all([ctx.store.need(cases, id), ctx.store.need(cases, into)]);
    if (!samePeople(one, other, why)) ctx.refuse('OTHER_PARTIES');
    await Promise.all([noConflict(ctx, one), noConflict(ctx, other)]);
    if (one.status !== 'joined') await takeOver(ctx, one, other.id, why);
    return inCase(ctx, { id }, 'joinCase', ({ kase }) => ({
      change: { ...ended(kase, 'joined', 'office', ctx.now), joinedInto: into },
      tell: tellSide(kase, into, 'applicant', 'caseMoved'),
    }));
  },

  recordInvitation: async ({ id, how }, ctx) =>
    inCase(ctx, { id }, 'recordInvitation', ({ kase }: Scene) => ({
      change: { told: { ...kase.told, [`invited-${how}`]: ctx.now } },
      parts: [part('note', { text: INVITED[how] }, 'panel')],
      tell: tellPanel(kase, id, 'caseMoved'),
    })),

  async linkRespondent({ id, residentId }, ctx) {
    const [resident, community] = await Promise.all([
      ctx.store.need(residents, residentId),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const { side, person } = ofResident(resident, [], community);
    return inCase(ctx, { id }, 'linkRespondent', async ({ kase }) => {
      if (kase.respondent.residentId !== undefined) ctx.refuse('LINKED_ALREADY');
      if (isOneself(kase.applicant, side)) ctx.refuse('WITH_ONESELF');
      await noConflict(ctx, { ...kase, respondent: side });
      const invited = kase.status === 'inviting' ? tellSide({ ...kase, respondent: side }, id, 'respondent', 'caseInvited') : [];
      return { change: { respondent: side }, parts: [part('party', person, 'respondent')], tell: invited };
    });
  },

  async offerMediation({ kind, residentIds }, ctx) {
    const { homes, fresh } = await offerTo(ctx, { kind, residentIds }, found => {
      if (found.length < new Set(residentIds).size) ctx.refuse('NOT_FOUND');
      if (areOneHome(found)) ctx.refuse('ONE_HOME');
    });
    if (!fresh) ctx.refuse('OFFERED_ALREADY');
    return { reached: homes.filter(({ accountId }) => accountId !== undefined).length };
  },
};

const INVITED = { phone: '已电话通知被申请人', visit: '已上门通知被申请人', letter: '已书面通知被申请人' } as const;

const isSame = (a: Case['applicant'], b: Case['applicant']): boolean =>
  (a.residentId !== undefined && a.residentId === b.residentId) ||
  (a.accountId !== undefined && a.accountId === b.accountId) ||
  (a.home !== undefined && a.home === b.home);

/** A duplicate has the same sides; a counter-claim has them the other way round. */
const samePeople = (one: Case, other: Case, why: 'duplicate' | 'counterClaim'): boolean =>
  why === 'duplicate'
    ? isSame(one.applicant, other.applicant) && isSame(one.respondent, other.respondent)
    : isSame(one.applicant, other.respondent) && isSame(one.respondent, other.applicant);

/** What the applicant of the joined case said becomes that side's word in the other; it stays that side's own. */
async function takeOver(ctx: CaseContext, one: Stored<Case>, into: string, why: 'duplicate' | 'counterClaim'): Promise<void> {
  const ref = one.parts.find(each => each.kind === 'application');
  const row = ref && (await onePart(ctx.store, one.id, ref.id));
  const said = ref && row ? openPart(ctx.store, ref, row) : undefined;
  const text = said?.kind === 'application' ? `${said.content.what}\n希望：${said.content.fair}` : '（无申请内容）';
  const side = why === 'duplicate' ? ('applicant' as const) : ('respondent' as const);
  await inCase(ctx, { id: into }, 'joinCase', ({ kase }) =>
    kase.joined.includes(one.id)
      ? {}
      : {
          change: { joined: [...kase.joined, one.id] },
          parts: [part('joined', { text, caseId: one.id }, side)],
          tell: tellPanel(kase, into, 'caseMoved'),
        },
  );
}
