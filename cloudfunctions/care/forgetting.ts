/** An account or a resident is gone: what the care knew of them goes as well. */
import type { Child } from '../../types/care';
import { addDays } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { between, LIGHT } from '../_shared/store';
import { careAttendances, careChildren, careEnrolments } from './collections';
import { eraseChild } from './erase';
import { endEnrolment } from './leaving';
import { isLive } from './rules/signup';
import { findable } from './rules/who';

/** An account is gone: it guards nobody and collects nobody. The child stays with whoever else guards it. */
export async function forgetAccount(ctx: Context, accountId: string): Promise<void> {
  const [guarded, collected, mine] = await Promise.all([
    ctx.store.find(careChildren, { guardianAccounts: accountId }, { limit: 50, without: LIGHT }),
    ctx.store.find(careChildren, { adultAccounts: accountId }, { limit: 50, without: LIGHT }),
    ctx.store.find(careAttendances, { 'temporaries.accountId': accountId, day: _.gte(ctx.today) }, { limit: 50, without: LIGHT }),
  ]);
  for (const { id } of [...guarded, ...collected]) {
    const left = await ctx.store
      .at(`forget:${id}`)
      .draft(careChildren, id, { quiet: true })
      .save(current => {
        if (!current) return undefined;
        const guardians = current.guardians.map(each =>
          each.accountId === accountId
            ? {
                id: each.id,
                name: '已注销',
                relation: each.relation,
                status: 'ended' as const,
                since: each.since,
                endedAt: ctx.now,
              }
            : each,
        );
        const adults = current.adults.filter(each => each.accountId !== accountId);
        return { doc: { ...current, guardians, adults, ...findable({ guardians, adults }) } };
      });
    if (left.guardians.every(({ status }) => status === 'ended')) await leaveNobodys(ctx, left);
  }
  for (const { id } of mine)
    await ctx.store
      .at(`forget:${id}`)
      .draft(careAttendances, id, { quiet: true })
      .save(current => {
        if (!current || current.status === 'gone') return undefined;
        return { doc: { ...current, temporaries: current.temporaries.filter(each => each.accountId !== accountId) } };
      });
}

export async function forgetResident(ctx: Context, residentId: string): Promise<void> {
  const [own, guarded] = await Promise.all([
    ctx.store.find(careChildren, { residentId }, { limit: 20, without: LIGHT }),
    ctx.store.find(careChildren, { 'guardians.residentId': residentId }, { limit: 20, without: LIGHT }),
  ]);
  for (const { id } of [...own, ...guarded])
    await ctx.store
      .at(`resident:${id}`)
      .draft(careChildren, id, { quiet: true })
      .save(current => {
        if (!current) return undefined;
        const guardians = current.guardians.map(each =>
          each.residentId === residentId ? { ...each, residentId: undefined } : each,
        );
        return { doc: { ...current, guardians, residentId: current.residentId === residentId ? undefined : current.residentId } };
      });
}

/** Nobody guards this child any more, so nobody consents: its places end, and it is erased unless it is here at this hour. */
async function leaveNobodys(ctx: Context, child: Stored<Child>): Promise<void> {
  const [enrolments, days] = await Promise.all([
    ctx.store.find(careEnrolments, { childId: child.id }, { limit: 60, without: LIGHT }),
    ctx.store.find(
      careAttendances,
      { childId: child.id, day: between(addDays(ctx.today, -1), ctx.today) },
      { limit: 20, without: LIGHT },
    ),
  ]);
  if (days.some(({ status }) => status === 'here')) return;
  for (const { id } of enrolments.filter(isLive))
    await endEnrolment(ctx, id, { status: 'ended', reason: '监护人已注销' }, undefined, undefined);
  await eraseChild(ctx, child);
}
