/** Health file and emergency card: restricted, and every read is written down before anything leaves. */
import type { SafetyContract } from '../../../types/safety';
import { no, yes } from '../../../types/verdict';
import type { Context, HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { newId } from '../../_shared/draft';
import { LIGHT } from '../../_shared/store';
import { appointments, consents, healthFiles, healthReads } from '../collections';
import { seenAlert } from '../deed';
import { openedFile, sealedFile } from '../healthFile';
import { canSeeCard } from '../rules/alert';
import { appointmentId, NO_SLOT } from '../rules/health';
import { canActFor, canKeep, isDeskOf, isSelf, isStaffOf, seesOf } from '../rules/who';

type Health = Pick<HandlersOf<SafetyContract>, 'healthFile' | 'saveCard' | 'emergencyCard' | 'recordResult'>;

const READS = 20;

async function logRead(ctx: Context, elderId: string, what: 'healthFile' | 'emergencyCard', alertId?: string): Promise<void> {
  const by = { at: ctx.now, by: ctx.session.accountId, byName: ctx.session.name };
  const doc = { ...by, elderId, what, ...(alertId ? { alertId } : {}) };
  await ctx.store.draft(healthReads, newId('r'), { quiet: true, fresh: true }).save(() => ({ doc }));
}

/** The elder, staff of the part, and relatives whom the elder lets see it. */
async function elderFor(ctx: Context<'NOT_YOUR_ELDER' | 'NO_CONSENT'>, elderId: string) {
  const [elder, consent] = await Promise.all([ctx.store.need(residents, elderId), ctx.store.read(consents, elderId)]);
  ctx.insist(canActFor(ctx.session, elder));
  const permitted =
    isSelf(ctx.session, elder) || isStaffOf(ctx.session, elder.address) || seesOf(consent, ctx.session.accountId).health;
  ctx.insist(permitted ? yes : no('NO_CONSENT'));
  return elder;
}

export const healthHandlers: Health = {
  async healthFile({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const [elder, file, reads] = await Promise.all([
      elderFor(ctx, id),
      ctx.store.read(healthFiles, id),
      ctx.store.find(healthReads, { elderId: id }, { order: ['-at'], limit: READS, without: LIGHT }),
    ]);
    const { card, results } = openedFile(file, ctx.store.communityId, id);
    await logRead(ctx, id, 'healthFile');
    return {
      elderId: id,
      name: elder.name,
      card,
      results,
      updatedAt: file?.updatedAt,
      reads,
      may: { save: yes, record: isDeskOf(ctx.session, elder.address) ? yes : no('NOT_ALLOWED') },
    };
  },

  async saveCard({ elderId, card }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const draft = ctx.store.draft(healthFiles, id, { quiet: true });
    await elderFor(ctx, id);
    await draft.save(current => {
      const { results } = openedFile(current, ctx.store.communityId, id);
      return { doc: { sealed: sealedFile({ card, results }, ctx.store.communityId, id), updatedAt: ctx.now } };
    });
    return { done: true as const };
  },

  async emergencyCard({ id }, ctx) {
    const { alert } = await seenAlert(ctx, id);
    ctx.insist(canSeeCard(alert, ctx.session));
    const [file] = await Promise.all([
      ctx.store.read(healthFiles, alert.subjectId),
      logRead(ctx, alert.subjectId, 'emergencyCard', id),
    ]);
    const { card } = openedFile(file, ctx.store.communityId, alert.subjectId);
    return { subjectName: alert.subjectName, card: file && card };
  },

  /** The file has the result; the year's record says done, whether there was an appointment or not. */
  async recordResult({ elderId, year, day, grade, summary }, ctx) {
    if (day > ctx.today) ctx.refuse('FUTURE_DAY');
    const draft = ctx.store.draft(healthFiles, elderId, { quiet: true });
    const record = ctx.store.draft(appointments, appointmentId(year, elderId), { quiet: true });
    const elder = await ctx.store.need(residents, elderId);
    ctx.insist(canKeep(ctx.session, elder.address));
    await draft.save(current => {
      const result = { year, day, grade, summary, recordedBy: ctx.session.accountId, recordedAt: ctx.now };
      const { card, results } = openedFile(current, ctx.store.communityId, elderId);
      const all = [...results.filter(one => one.year !== year), result].slice(-30);
      return { doc: { sealed: sealedFile({ card, results: all }, ctx.store.communityId, elderId), updatedAt: ctx.now } };
    });
    await record.save(current => {
      if (current?.status === 'done') return undefined;
      const plain = { year, elderId, elderName: elder.name, slotId: NO_SLOT, day, round: 0, transport: 'none' as const };
      return { doc: { ...plain, bookedBy: ctx.session.accountId, ...current, status: 'done' as const } };
    });
    return { done: true as const };
  },
};
