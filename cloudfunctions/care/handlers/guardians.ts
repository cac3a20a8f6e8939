/** Guardians: a second one is invited by number and counts once that person's account has accepted. */
import type { CareContract, Child } from '../../../types/care';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { accounts } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { message, post } from '../../_shared/tell';
import { careChildren, careEnrolments } from '../collections';
import { decides } from '../known';
import { isLive } from '../rules/signup';
import { findable, guardianAccounts, guardianOf, isBarred, mayEndGuardian, waitsForAccount } from '../rules/who';
import { toGuardians } from '../tell';
import { guardianViews } from '../views';
import { newGuardianId } from './children';

type Guardians = Pick<HandlersOf<CareContract>, 'inviteGuardian' | 'answerInvitation' | 'endGuardian'>;
const MOST = 4;

/** The child with its lists for finding as they follow from the people. */
export const refound = (child: Child): Child => ({ ...child, ...findable(child) });

/** Sign-ups show their place on the waitlist to whoever is a guardian now; no right follows from it. */
export async function rewatch(ctx: Context, child: Stored<Child>): Promise<void> {
  const watchers = guardianAccounts(child);
  const all = await ctx.store.find(careEnrolments, { childId: child.id }, { limit: 60, without: LIGHT });
  for (const { id } of all.filter(isLive))
    await ctx.store
      .at(`watch:${id}`)
      .draft(careEnrolments, id, { quiet: true })
      .save(current => current && { doc: { ...current, watchers } });
}

export const guardianHandlers: Guardians = {
  async inviteGuardian({ childId, name, relation, phone }, ctx) {
    const draft = ctx.store.draft(careChildren, childId);
    const [invited] = await ctx.store.across(
      accounts,
      { communityId: ctx.session.communityId, phone },
      { limit: 1, without: LIGHT },
    );
    const saved = await draft.save(child => {
      decides(ctx, child, 'adults');
      const standing = child.guardians.filter(({ status }) => status !== 'ended');
      if (isBarred(child, { name, phone })) ctx.refuse('PERSON_BARRED');
      if (standing.some(each => each.phone === phone)) ctx.refuse('ALREADY_INVITED');
      if (standing.length >= MOST) ctx.refuse('TOO_MANY_GUARDIANS', { max: MOST });
      const by = guardianOf(child, ctx.session)?.name ?? ctx.session.name;
      const guardian = { id: newGuardianId(), name, relation, phone, status: 'invited' as const, invitedBy: by, since: ctx.now };
      const guardians = [...child.guardians.filter(({ status }) => status !== 'ended'), guardian];
      const words = { by, child: child.name };
      const tell = invited
        ? [message('careInvited', invited.id, words)]
        : [post('careInvited', [{ ref: guardian.id, phone }], words, `care:${childId}:${guardian.id}`)];
      return { doc: refound({ ...child, guardians }), tell };
    });
    return { guardians: guardianViews(saved, ctx.session) };
  },

  /** By the account that has the number. Both guardians hear of it: an invitation accepted by the wrong person is noticed. */
  async answerInvitation({ childId, accept }, ctx) {
    const draft = ctx.store.draft(careChildren, childId);
    const account = await ctx.store.read(accounts, ctx.session.accountId);
    const saved = await draft.save(child => {
      const asked = child?.guardians.find(
        each => waitsForAccount(each) && each.phone !== undefined && each.phone === account?.phone,
      );
      if (child?.status !== 'active' || !asked || isBarred(child, asked)) return ctx.refuse('INVITATION_OVER');
      const { session, now } = ctx;
      const yes = {
        ...asked,
        accountId: session.accountId,
        residentId: session.residentId,
        status: 'confirmed' as const,
        since: now,
      };
      const other = child.guardians.filter(({ id }) => id !== asked.id);
      // Who is a guardian on paper stays one without the mini-program.
      const without = asked.status === 'invited' ? other : child.guardians;
      const doc = refound({ ...child, guardians: accept ? [...other, yes] : without });
      const words = {
        by: session.name,
        deed: accept ? '成为监护人' : '没有接受邀请',
        adult: asked.name,
        relation: asked.relation,
      };
      return { doc, tell: toGuardians(child, 'careAdultChanged', words, session.accountId) };
    });
    if (accept) await rewatch(ctx, saved);
    return { done: true as const };
  },

  async endGuardian({ childId, guardianId }, ctx) {
    const draft = ctx.store.draft(careChildren, childId);
    const saved = await draft.save(child => {
      if (!child) return ctx.refuse('NOT_YOUR_CHILD');
      ctx.insist(mayEndGuardian(child, guardianId, ctx.session));
      const ended = child.guardians.find(({ id }) => id === guardianId)!;
      const guardians =
        ended.status === 'invited'
          ? child.guardians.filter(({ id }) => id !== guardianId)
          : child.guardians.map(each =>
              each.id === guardianId ? { ...each, status: 'ended' as const, endedAt: ctx.now, phone: undefined } : each,
            );
      const words = { by: ctx.session.name, deed: '取消了监护人', adult: ended.name, relation: ended.relation };
      const tell = ended.status === 'confirmed' ? toGuardians(child, 'careAdultChanged', words, ctx.session.accountId) : [];
      return { doc: refound({ ...child, guardians }), tell };
    });
    await rewatch(ctx, saved);
    return { done: true as const };
  },
};
