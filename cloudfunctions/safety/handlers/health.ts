/** Health file and emergency card: restricted, and every read is written down before anything leaves. */
import { EMPTY_CARD } from '../../../types/health';
import type { SafetyContract } from '../../../types/safety';
import { no, yes } from '../../../types/verdict';
import type { Context, HandlersOf } from '../../_shared/context';
import { residents } from '../../_shared/directory';
import { newId } from '../../_shared/draft';
import { LIGHT } from '../../_shared/store';
import { appointments, consents, healthFiles, healthReads } from '../collections';
import { seenAlert } from '../deed';
import { canSeeCard } from '../rules/alert';
import { appointmentId } from '../rules/health';
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
    await logRead(ctx, id, 'healthFile');
    return {
      elderId: id,
      name: elder.name,
      card: file?.card ?? EMPTY_CARD,
      results: file?.results ?? [],
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
    await draft.save(current => ({ doc: { results: [], ...current, card, updatedAt: ctx.now } }));
    return { done: true as const };
  },

  async emergencyCard({ id }, ctx) {
    const { alert } = await seenAlert(ctx, id);
    ctx.insist(canSeeCard(alert, ctx.session));
    const [file] = await Promise.all([
      ctx.store.read(healthFiles, alert.subjectId),
      logRead(ctx, alert.subjectId, 'emergencyCard', id),
    ]);
    return { subjectName: alert.subjectName, card: file?.card };
  },

  /** The file has the result; the appointment of the year, if there is one, is done by it. */
  async recordResult({ elderId, year, day, grade, summary }, ctx) {
    if (day > ctx.today) ctx.refuse('FUTURE_DAY');
    const draft = ctx.store.draft(healthFiles, elderId, { quiet: true });
    const [elder, appointment] = await Promise.all([
      ctx.store.need(residents, elderId),
      ctx.store.read(appointments, appointmentId(year, elderId)),
    ]);
    ctx.insist(canKeep(ctx.session, elder.address));
    await draft.save(current => {
      const result = { year, day, grade, summary, recordedBy: ctx.session.accountId, recordedAt: ctx.now };
      const others = (current?.results ?? []).filter(one => one.year !== year);
      return { doc: { card: current?.card ?? EMPTY_CARD, results: [...others, result].slice(-30), updatedAt: ctx.now } };
    });
    if (appointment && appointment.status === 'booked')
      await ctx.store
        .draft(appointments, appointment.id, { quiet: true })
        .save(current => (current?.status === 'booked' ? { doc: { ...current, status: 'done' as const } } : undefined));
    return { done: true as const };
  },
};
