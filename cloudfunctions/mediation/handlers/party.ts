/** What a party does, by itself, by its agent, or through staff: facts, answers, rights, ending. Ending needs no reason (第二十三条). */
import type { Case, MediationContract, PartySide } from '../../../types/mediation';
import type { HandlersOf } from '../../_shared/context';
import { bindingKey } from '../../_shared/digest';
import { residents } from '../../_shared/directory';
import { RIGHTS, rightsText } from '../guide';
import { memberKey } from '../ids';
import { withAgent, withOwnName } from '../names';
import { type NewPart, part } from '../parts';
import { endOfDay, extendedBy } from '../rules/clock';
import { speaksOfDanger } from '../rules/danger';
import { mayRefuse } from '../rules/deeds';
import { isInvited, otherSide } from '../rules/standing';
import { inCase } from '../scene';
import { settingsOf } from '../settings';
import { committeeOf, tellAll, tellCommittee, tellPanel, tellSide } from '../tell';

type Party = Pick<
  HandlersOf<MediationContract>,
  | 'addFacts'
  | 'withdraw'
  | 'endMediation'
  | 'answerInvitation'
  | 'addStatement'
  | 'counterClaim'
  | 'acknowledgeRights'
  | 'refuseMediator'
  | 'extend'
  | 'appointAgent'
>;

/** The words of an ending are the ender's own and go to the panel, not to the other side. */
const endingOf = (reason: string | undefined): NewPart[] => (reason ? [part('ending', { text: reason }, 'panel')] : []);

/** What every ending does to the register: talks that were planned are off, rooms go back by the sweep. */
export const ended = (kase: Case, status: Case['status'], endedBy: Case['endedBy'], endedAt: Case['endedAt']): Partial<Case> => ({
  status,
  endedBy,
  endedAt,
  pausedAt: undefined,
  sessions: kase.sessions.map(each =>
    each.status === 'offered' || each.status === 'agreed' ? { ...each, status: 'dropped' } : each,
  ),
});

const sided = (side: PartySide | undefined): PartySide => {
  if (!side) throw new Error('a deed of a party needs a side');
  return side;
};

export const partyHandlers: Party = {
  async addFacts({ id, as, text }, ctx) {
    const [{ acceptDays }, committee] = await Promise.all([settingsOf(ctx.store), committeeOf(ctx)]);
    return inCase(ctx, { id, as }, 'addFacts', ({ kase }) => ({
      change: { status: 'applied', decideBy: endOfDay(ctx.now, acceptDays), danger: kase.danger || speaksOfDanger(text) },
      parts: [part('statement', { text }, 'applicant')],
      tell: tellCommittee(committee, kase, speaksOfDanger(text) ? 'caseUrgent' : 'caseWaits'),
    }));
  },

  withdraw: async ({ id, as, reason }, ctx) =>
    inCase(ctx, { id, as }, 'withdraw', ({ kase }) => ({
      change: ended(kase, 'withdrawn', 'applicant', ctx.now),
      parts: endingOf(reason),
      tell: tellAll(ctx, kase, id),
    })),

  endMediation: async ({ id, as, reason }, ctx) =>
    inCase(ctx, { id, as }, 'endMediation', ({ kase, side }) => ({
      change: ended(kase, 'failed', sided(side), ctx.now),
      parts: endingOf(reason),
      tell: tellAll(ctx, kase, id),
    })),

  async answerInvitation({ id, as, accept, text, wantsOpen }, ctx) {
    const committee = await committeeOf(ctx);
    return inCase(ctx, { id, as }, 'answerInvitation', ({ kase, rows }) => {
      const said = text ? [part('statement', { text }, 'respondent')] : [];
      if (!accept) return { change: ended(kase, 'refused', 'respondent', ctx.now), parts: said, tell: tellAll(ctx, kase, id) };
      return {
        change: {
          status: 'panelling',
          names: withOwnName(ctx, kase, rows, 'respondent'),
          wantsOpen: { ...kase.wantsOpen, respondent: wantsOpen ?? false },
        },
        parts: said,
        tell: [...tellAll(ctx, kase, id), ...tellCommittee(committee, kase, 'caseWaits')],
      };
    });
  },

  addStatement: async ({ id, as, text, share }, ctx) =>
    inCase(ctx, { id, as }, 'addStatement', ({ kase, side }) => {
      if (share && !isInvited(kase)) ctx.refuse('NOT_NOW', { status: kase.status });
      const told = share ? tellSide(kase, id, otherSide(sided(side)), 'caseMoved') : [];
      return {
        change: { danger: kase.danger || speaksOfDanger(text) },
        parts: [part('statement', { text }, share ? 'shared' : sided(side))],
        tell: [...told, ...tellPanel(kase, id, speaksOfDanger(text) ? 'caseUrgent' : 'caseMoved')],
      };
    }),

  counterClaim: async ({ id, as, text }, ctx) =>
    inCase(ctx, { id, as }, 'counterClaim', ({ kase }) => ({
      parts: [part('counterClaim', { text }, 'shared')],
      tell: tellAll(ctx, kase, id),
    })),

  async acknowledgeRights({ id, as, version }, ctx) {
    if (version !== RIGHTS.version) ctx.refuse('NOTICE_CHANGED');
    return inCase(ctx, { id, as }, 'acknowledgeRights', ({ kase, side: acting }) => {
      const side = sided(acting);
      if (kase.rights[side] !== undefined) return {};
      return {
        change: { rights: { ...kase.rights, [side]: ctx.now } },
        parts: [part('rightsNotice', { text: rightsText(), side, version }, side)],
      };
    });
  },

  async refuseMediator({ id, as, key }, ctx) {
    const [{ refusals }, committee] = await Promise.all([settingsOf(ctx.store), committeeOf(ctx)]);
    return inCase(ctx, { id, as }, 'refuseMediator', ({ kase, side: acting }) => {
      const side = sided(acting);
      const member = kase.panel.find(each => memberKey(kase.id, each.accountId) === key);
      if (!member) return ctx.refuse('NOT_ON_PANEL');
      ctx.insist(mayRefuse(kase, side, refusals));
      return {
        change: without(kase, member.accountId, side, ctx.now),
        tell: [...tellPanel(kase, id, 'caseMoved'), ...(member.leads ? tellCommittee(committee, kase, 'caseWaits') : [])],
      };
    });
  },

  async extend({ id, as, days }, ctx) {
    const { extensionDays } = await settingsOf(ctx.store);
    return inCase(ctx, { id, as }, 'extend', ({ kase, side: acting }) => {
      const side = sided(acting);
      if (days > extensionDays) ctx.refuse('TOO_MANY_DAYS', { max: extensionDays });
      const asked = kase.extension?.days === days ? kase.extension.agreed : [];
      const agreed = [...new Set([...asked, side])];
      const tell = [...tellSide(kase, id, otherSide(side), 'caseYourTurn'), ...tellPanel(kase, id, 'caseMoved')];
      if (agreed.length < 2) return { change: { extension: { days, agreed, at: ctx.now } }, tell };
      return {
        change: { extension: undefined, extendedDays: kase.extendedDays + days, dueAt: extendedBy(kase.dueAt, days) },
        tell: tellAll(ctx, kase, id),
      };
    });
  },

  async appointAgent({ id, agent }, ctx) {
    return inCase(ctx, { id }, 'appointAgent', async ({ kase, side: acting }) => {
      const side = sided(acting);
      if (!agent) return { change: { [side]: { ...kase[side], agents: [] } } };
      const residentId = kase[side].residentId;
      const resident = residentId ? await ctx.store.read(residents, residentId) : undefined;
      const bound = resident?.family.find(
        each => each.status === 'confirmed' && bindingKey(each.accountId, resident.id) === agent.key,
      );
      if (!bound || residentId !== ctx.session.residentId) return ctx.refuse('NOT_FAMILY');
      const other = kase[otherSide(side)];
      if (other.accountId === bound.accountId || other.agents.includes(bound.accountId)) return ctx.refuse('WITH_ONESELF');
      return {
        change: { [side]: { ...kase[side], agents: [bound.accountId] }, names: withAgent(ctx, kase, bound) },
        parts: [part('attorney', { name: bound.name, relation: bound.relation, scope: agent.scope }, side)],
      };
    });
  },
};

/** The case without this mediator; back to the committee's queue when nobody leads it any more. */
export function without(kase: Case, accountId: string, by: Case['ruledOut'][number]['by'], at: Case['appliedAt']): Partial<Case> {
  const led = kase.panel.some(member => member.accountId === accountId && member.leads);
  return {
    panel: led ? [] : kase.panel.filter(member => member.accountId !== accountId),
    ruledOut: [...kase.ruledOut, { accountId, by, at }],
    ...(led ? { status: 'panelling' as const } : {}),
  };
}
