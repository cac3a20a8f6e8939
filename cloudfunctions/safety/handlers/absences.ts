/** 外出报备, and what the elder lets relatives see. */
import type { SafetyContract } from '../../../types/safety';
import { addressText } from '../../../types/words';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { absenceView } from '../absenceView';
import { absences, consents } from '../collections';
import { personKey } from '../ids';
import { absenceAgrees, lastDayAway } from '../rules/watch';
import { canActFor, canKeep, isSelf, isStaffOf, seesOf } from '../rules/who';
import { absencesOf } from '../signs';

type Absences = Pick<
  HandlersOf<SafetyContract>,
  'absences' | 'communityAbsences' | 'recordAbsence' | 'endAbsence' | 'consents' | 'saveConsent'
>;

const MOST_COMING = 200;

export const absenceHandlers: Absences = {
  async absences({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, all] = await Promise.all([ctx.store.need(residents, id), absencesOf(ctx.store, id)]);
    ctx.insist(canActFor(ctx.session, elder));
    return { absences: all.filter(one => lastDayAway(one) >= ctx.today).map(one => absenceView(one, ctx.today)) };
  },

  async communityAbsences(_input, ctx) {
    const [coming, community] = await Promise.all([
      ctx.store.find(absences, { to: _.gte(ctx.today) }, { order: ['from'], limit: MOST_COMING, without: LIGHT }),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const shown = coming.filter(one => lastDayAway(one) >= ctx.today);
    const ids = [...new Set(shown.map(({ elderId }) => elderId))];
    const elders = await ctx.store.readAll(residents, ids, { without: [...LIGHT, 'family'] });
    return {
      absences: shown.flatMap(one => {
        const elder = elders.find(({ id }) => id === one.elderId);
        if (!elder || !isStaffOf(ctx.session, elder.address)) return [];
        const home = addressText(elder.address, community);
        return [{ ...absenceView(one, ctx.today), elderName: elder.name, addressText: home }];
      }),
    };
  },

  /** One document a first day; saving it again changes the last day. The canteen and the watch hear of it. */
  async recordAbsence({ elderId, from, to, where }, ctx) {
    const residentId = elderId ?? ctx.session.residentId;
    if (!residentId) return ctx.refuse('NOT_A_RESIDENT');
    const id = `${residentId}~${from}`;
    const draft = ctx.store.draft(absences, id);
    const [elder, all] = await Promise.all([ctx.store.need(residents, residentId), absencesOf(ctx.store, residentId)]);
    ctx.insist(canActFor(ctx.session, elder));
    const others = all.filter(one => one.id !== id);
    const saved = await draft.save(current => {
      ctx.insist(absenceAgrees({ from, to }, ctx.today, others));
      const by = { recordedBy: ctx.session.accountId, recordedByName: ctx.session.name };
      const same = current && current.to === to && current.where === where && current.endedAt === undefined;
      if (same) return undefined;
      const tell = [event('absence.recorded', { absenceId: id, residentId, from, to })];
      return { doc: { elderId: residentId, from, to, where, ...by }, tell, onBehalfOf: residentId };
    });
    return absenceView(saved, ctx.today);
  },

  async endAbsence({ id }, ctx) {
    const residentId = id.slice(0, id.lastIndexOf('~'));
    const draft = ctx.store.draft(absences, id);
    const elder = await ctx.store.need(residents, residentId);
    ctx.insist(canActFor(ctx.session, elder));
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      if (current.endedAt !== undefined) return undefined;
      if (current.to < ctx.today) ctx.refuse('ABSENCE_OVER');
      const tell = [event('absence.ended', { absenceId: id, residentId, on: ctx.today })];
      return { doc: { ...current, endedAt: ctx.now }, tell, onBehalfOf: residentId };
    });
    return absenceView(saved, ctx.today);
  },

  async consents({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, consent] = await Promise.all([ctx.store.need(residents, id), ctx.store.read(consents, id)]);
    if (!isSelf(ctx.session, elder)) ctx.insist(canKeep(ctx.session, elder.address));
    const relatives = elder.family.filter(({ status }) => status === 'confirmed');
    return {
      relatives: relatives.map(({ accountId, name, relation }) => ({
        key: personKey(accountId),
        name,
        relation,
        sees: seesOf(consent, accountId),
        at: consent?.relatives.find(({ account }) => account === accountId)?.at,
      })),
    };
  },

  async saveConsent({ elderId, key, sees }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const draft = ctx.store.draft(consents, id, { quiet: true });
    const elder = await ctx.store.need(residents, id);
    if (!isSelf(ctx.session, elder)) ctx.insist(canKeep(ctx.session, elder.address));
    const relative = elder.family.find(one => one.status === 'confirmed' && personKey(one.accountId) === key);
    if (!relative) return ctx.refuse('NOT_A_RELATIVE');
    await draft.save(current => {
      const others = (current?.relatives ?? []).filter(({ account }) => account !== relative.accountId);
      const entry = { account: relative.accountId, sees, at: ctx.now, by: ctx.session.accountId };
      return { doc: { relatives: [...others, entry].slice(-30) } };
    });
    return { done: true as const };
  },
};
