/** Guardians: consents and health. Withdrawing works at once, or with the day where it ends a place. */
import { type CareContract, type Health, NO_HEALTH } from '../../../types/care';
import type { Context, HandlersOf } from '../../_shared/context';
import { seal, unseal } from '../../_shared/seal';
import { between, LIGHT } from '../../_shared/store';
import { careChildren, careHealth, careSessions } from '../collections';
import { dropHealth } from '../erase';
import { decides, seenChild } from '../known';
import { logRead } from '../log';
import { afterSaying, holdsNow, sameText } from '../rules/consent';
import { onDuty } from '../rules/day';
import { guardianOf } from '../rules/who';
import { settingsOf } from '../settings';
import { consentViews } from '../views';

type Consents = Pick<HandlersOf<CareContract>, 'saveConsent' | 'health' | 'saveHealth'>;

/** What the sealed text belongs to. */
export const healthWhere = (communityId: string, childId: string): string[] => ['care', communityId, 'health', childId];

/** Staff read what is sealed only while they look after a class today. */
export async function insistOnDuty(ctx: Context<'NOT_ON_DUTY'>): Promise<void> {
  const today = await ctx.store.find(careSessions, { day: between(ctx.today, ctx.today) }, { limit: 100, without: LIGHT });
  if (!today.some(session => onDuty(session, ctx.session.accountId))) ctx.refuse('NOT_ON_DUTY');
}

export const consentHandlers: Consents = {
  async saveConsent({ childId, ...said }, ctx) {
    const draft = ctx.store.draft(careChildren, childId, { quiet: true });
    const settings = await settingsOf(ctx.store);
    // Withdrawing needs no reading of the newest text.
    if (said.given) ctx.insist(sameText(settings, said));
    const { session, now, today } = ctx;
    const saved = await draft.save(child => {
      decides(ctx, child, 'adults');
      const way = guardianOf(child, session) ? ('inApp' as const) : ('paper' as const);
      const who = { by: session.accountId, byName: session.name, way, at: now };
      const next = { ...child, ...afterSaying(child, { ...said, ...who }, settings, today) };
      return { doc: { ...next, hasHealth: next.hasHealth && holdsNow(next, 'health', today) } };
    });
    if (said.purpose === 'health' && !said.given) await dropHealth(ctx, childId);
    return { consents: consentViews(saved, settings, today) };
  },

  async health({ childId }, ctx) {
    const [child, file] = await Promise.all([seenChild(ctx, childId), ctx.store.read(careHealth, childId)]);
    const guardian = guardianOf(child, ctx.session);
    if (!guardian) await insistOnDuty(ctx);
    if (!holdsNow(child, 'health', ctx.today)) ctx.refuse('NO_HEALTH_CONSENT');
    if (!guardian) await logRead(ctx, [childId], 'health');
    const health = file ? unseal<Health>(file.sealed, healthWhere(ctx.session.communityId, childId)) : NO_HEALTH;
    return { childName: child.name, health, updatedAt: file?.updatedAt };
  },

  /** The seal first, then the mark on the child: a mark without a file shows an empty one, a file without a mark is still minded. */
  async saveHealth({ childId, health }, ctx) {
    const draft = ctx.store.draft(careHealth, childId, { quiet: true });
    const child = await ctx.store.read(careChildren, childId);
    decides(ctx, child, 'adults');
    if (!holdsNow(child, 'health', ctx.today)) ctx.refuse('NO_HEALTH_CONSENT');
    const sealed = seal(health, healthWhere(ctx.session.communityId, childId));
    await draft.save(() => ({ doc: { sealed, updatedAt: ctx.now, updatedBy: ctx.session.accountId } }));
    const hasHealth = JSON.stringify(health) !== JSON.stringify(NO_HEALTH);
    if (child.hasHealth !== hasHealth)
      await ctx.store
        .draft(careChildren, childId, { quiet: true })
        .save(current => current && { doc: { ...current, hasHealth } });
    return { done: true as const };
  },
};
