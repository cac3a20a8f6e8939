/** The panel: who could, who is proposed, who sits, who stands back. */
import type { Case, MediationContract, PanelMember } from '../../../types/mediation';
import type { HandlersOf } from '../../_shared/context';
import { accounts } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { cases, mediators } from '../collections';
import { loadOf, openCases, weighAll } from '../known';
import { isAway, mayChoose, propose, type Weighed } from '../rules/panel';
import { KIND_NAME, PANEL_TEXT } from '../rules/words';
import { inCase, sceneOf } from '../scene';
import { settingsOf } from '../settings';
import { committeeOf, tellAll, tellCommittee, tellPanel } from '../tell';
import { without } from './party';

type Panel = Pick<
  HandlersOf<MediationContract>,
  'candidates' | 'setPanel' | 'recuse' | 'mediators' | 'saveMediator' | 'setAbsence'
>;

const whyOf = (who: Weighed, kase: Case): string[] => [
  PANEL_TEXT[who.part],
  ...(who.fits ? [`熟悉${KIND_NAME[kase.kind]}`] : []),
  ...(who.knew ? ['调解过其中一方的纠纷'] : []),
  who.load === 0 ? '手上没有案件' : `手上 ${who.load} 件`,
];

export const panelHandlers: Panel = {
  async candidates({ id }, ctx) {
    const [kase, { fullLoad }] = await Promise.all([ctx.store.need(cases, id), settingsOf(ctx.store)]);
    sceneOf(ctx, kase, 'setPanel');
    const { order, proposed } = propose(await weighAll(ctx, kase), fullLoad);
    return {
      candidates: order.map(who => ({
        accountId: who.accountId,
        name: who.name,
        part: who.part,
        load: who.load,
        fits: who.fits,
        away: who.away,
        why: whyOf(who, kase),
        may: { choose: mayChoose(who) },
        proposed: proposed.has(who.accountId),
      })),
    };
  },

  async setPanel({ id, members }, ctx) {
    if (members[0]!.part !== 'mediator') ctx.refuse('NO_LEAD');
    const before = await ctx.store.need(cases, id);
    sceneOf(ctx, before, 'setPanel');
    const weighed = await weighAll(ctx, before);
    return inCase(ctx, { id }, 'setPanel', ({ kase }) => {
      const panel = members.map(({ accountId, part }, at): PanelMember => {
        const who = weighed.find(each => each.accountId === accountId) ?? ctx.refuse('NOT_A_MEDIATOR');
        const sits = kase.panel.find(member => member.accountId === accountId);
        const out = kase.ruledOut.some(each => each.accountId === accountId);
        ctx.insist(mayChoose(out ? { ...who, conflict: 'ruledOut' } : sits ? { ...who, away: false } : who));
        return { accountId, name: who.name, part, leads: at === 0, since: sits?.since ?? ctx.now };
      });
      if (new Set(panel.map(member => member.accountId)).size !== panel.length) ctx.refuse('NOT_A_MEDIATOR');
      const told = tellPanel({ panel: panel.filter(member => member.since === ctx.now) }, id, 'caseYourTurn');
      return { change: { panel, status: 'mediating' }, tell: [...told, ...tellAll(ctx, kase, id)] };
    });
  },

  async recuse({ id }, ctx) {
    const committee = await committeeOf(ctx);
    await inCase(ctx, { id }, 'recuse', ({ kase, who }) => {
      // Whoever leads hands over while people are talking, not while an agreement waits for the signature.
      if (who.leads && kase.status !== 'mediating') ctx.refuse('NOT_NOW', { status: kase.status });
      return {
        change: without(kase, ctx.session.accountId, 'self', ctx.now),
        tell: [...tellAll(ctx, kase, id), ...(who.leads ? tellCommittee(committee, kase, 'caseWaits') : [])],
      };
    });
    return { done: true as const };
  },

  async mediators(_input, ctx) {
    const [all, open, granted] = await Promise.all([
      ctx.store.find(mediators, {}, { limit: 100, without: LIGHT }),
      openCases(ctx),
      ctx.store.across(
        accounts,
        { communityId: ctx.session.communityId, 'grants.role': 'mediator', status: 'member' },
        { limit: 100, without: LIGHT },
      ),
    ]);
    const known = new Set(all.map(each => each.id));
    const rows = all.map(each => ({
      accountId: each.id,
      name: each.name,
      part: each.part,
      skills: each.skills,
      absences: each.absences,
      active: each.active,
      load: loadOf(open, each.id),
      away: isAway(each, ctx.today),
      granted: granted.some(account => account.id === each.id),
    }));
    const fresh = granted
      .filter(account => !known.has(account.id))
      .map(({ id, name }) => ({ accountId: id, name, ...UNLISTED, granted: true }));
    return { today: ctx.today, mediators: [...rows, ...fresh] };
  },

  async saveMediator({ accountId, part, skills, active }, ctx) {
    const draft = ctx.store.draft(mediators, accountId, { quiet: true });
    const account = await ctx.store.read(accounts, accountId);
    if (account?.communityId !== ctx.session.communityId || account.status !== 'member') return ctx.refuse('NOT_A_MEMBER');
    if (!account.grants.some(grant => grant.role === 'mediator')) ctx.refuse('NOT_A_MEDIATOR');
    const { name, residentId } = account;
    await draft.save(current => ({ doc: { name, part, skills, active, residentId, absences: current?.absences ?? [] } }));
    return { done: true as const };
  },

  async setAbsence({ accountId, absences }, ctx) {
    const whose = accountId ?? ctx.session.accountId;
    const own = whose === ctx.session.accountId;
    if (!own && !ctx.session.roles.has('office') && !ctx.session.roles.has('admin')) ctx.refuse('NOT_YOUR_PART');
    if (absences.some(({ from, to }) => to < from)) ctx.refuse('DATES_REVERSED');
    await ctx.store.draft(mediators, whose, { quiet: true }).save(current => {
      if (!current) return ctx.refuse('NOT_A_MEDIATOR');
      return { doc: { ...current, absences } };
    });
    return { done: true as const };
  },
};

/** A mediator whom the office has granted the role and not yet described. */
const UNLISTED = { part: 'mediator' as const, skills: [], absences: [], active: false, load: 0, away: false };
