/** What the care does by itself, in bounded steps: a function has seconds, not minutes. */
import type { CareClass, CareContract, Child } from '../../../types/care';
import { addDays, DAY_MS } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { digest } from '../../_shared/digest';
import { between, LIGHT } from '../../_shared/store';
import { event } from '../../_shared/tell';
import { careAttendances, careChildren, careClasses, careEnrolments } from '../collections';
import { eachCommunity } from '../communities';
import { drawClass } from '../drawing';
import { dropHealth, dropPictures } from '../erase';
import { continueImports } from '../importing';
import { tellMeals } from '../kitchen';
import { endEnrolment } from '../leaving';
import { holdsNow } from '../rules/consent';
import { isLive, isOnRoll } from '../rules/signup';
import { findable } from '../rules/who';
import { settingsOf } from '../settings';
import { moveWaitlist } from '../waitlist';
import { watchDay } from '../watching';

type Jobs = Pick<
  HandlersOf<CareContract>,
  'moveWaitlists' | 'runDraws' | 'watchDay' | 'tellMeals' | 'tellGroups' | 'endConsents' | 'continueImports' | 'hear'
>;

const openClasses = (ctx: Context): Promise<Stored<CareClass>[]> =>
  ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT });

/** Who is in a class, as the notices address them: the guardians that live here, or the child itself. */
async function tellGroup(ctx: Context, cls: Stored<CareClass>): Promise<number> {
  const gone = cls.status === 'ended' || cls.term.last < ctx.today;
  const members = gone
    ? []
    : await ctx.store.findAll(careEnrolments, { classId: cls.id, to: _.gte(ctx.today) }, { without: LIGHT });
  const ids = members.filter(each => each.status === 'enrolled' || isOnRoll(each, ctx.today)).map(({ childId }) => childId);
  const children = await ctx.store.readAll(careChildren, ids, { without: LIGHT });
  const residentIds = [...new Set(children.flatMap(addressed))].sort().slice(0, 1000);
  const print = digest([cls.name, String(gone), ...residentIds], 16);
  if (print === cls.group.digest || (cls.group.revision === 0 && residentIds.length === 0)) return 0;
  await ctx.store
    .at(`group:${cls.id}`)
    .draft(careClasses, cls.id)
    .save(current => {
      if (!current || current.group.digest === print) return undefined;
      const group = { revision: current.group.revision + 1, digest: print };
      const told = { groupId: cls.id, kind: 'careClass' as const, name: cls.name, revision: group.revision, residentIds, gone };
      return { doc: { ...current, group }, tell: [event('group.changed', told)] };
    });
  return 1;
}

const addressed = (child: Child): string[] => {
  const guardians = child.guardians.flatMap(each => (each.status === 'confirmed' && each.residentId ? [each.residentId] : []));
  return guardians.length > 0 ? guardians : child.residentId ? [child.residentId] : [];
};

/** Children whose consent to care ended in the last days: their places end, whether it was withdrawn or ran out. */
async function endPlaces(ctx: Context): Promise<number> {
  const over = { careUntil: between(addDays(ctx.today, -14), addDays(ctx.today, -1)), status: 'active' };
  const children = await ctx.store.find(careChildren, over, { limit: 100, without: LIGHT });
  const ids = children.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const [enrolments, classes] = await Promise.all([
    ctx.store.find(careEnrolments, { childId: _.in(ids) }, { limit: 500, without: LIGHT }),
    openClasses(ctx),
  ]);
  const standing = enrolments.filter(isLive);
  for (const each of standing) {
    const child = children.find(({ id }) => id === each.childId);
    const cls = classes.find(({ id }) => id === each.classId);
    await endEnrolment(ctx, each.id, { status: 'ended', reason: '同意书已到期或撤回', kind: 'careConsentOver' }, child, cls);
  }
  return standing.length;
}

/** Pictures too old, or no longer wanted; health whose consent ran out. */
async function dropOld(ctx: Context, pictureDays: number): Promise<number> {
  const until = addDays(ctx.today, -pictureDays);
  const old = await ctx.store.find(
    careAttendances,
    { day: between(addDays(until, -3), until), 'note.pictures.0': _.exists(true) },
    { limit: 60, without: LIGHT },
  );
  const withdrawn = await ctx.store.find(
    careChildren,
    { 'consents.pictures.withdrawnAt': _.gte(ctx.now - DAY_MS) },
    { limit: 20, without: LIGHT },
  );
  const unwanted = withdrawn.filter(child => !holdsNow(child, 'pictures', ctx.today)).map(({ id }) => id);
  const theirs =
    unwanted.length > 0 ? await ctx.store.find(careAttendances, { childId: _.in(unwanted) }, { limit: 500, without: LIGHT }) : [];
  const lapsed = await ctx.store.find(
    careChildren,
    { 'consents.health.to': addDays(ctx.today, -1) },
    { limit: 100, without: LIGHT },
  );
  for (const child of lapsed.filter(each => each.hasHealth && !holdsNow(each, 'health', ctx.today))) {
    await dropHealth(ctx, child.id);
    await ctx.store
      .at(`health:${child.id}`)
      .draft(careChildren, child.id, { quiet: true })
      .save(current => current && { doc: { ...current, hasHealth: false } });
  }
  return dropPictures(ctx, [...old, ...theirs]);
}

/** An account is gone: it guards nobody and collects nobody. The child stays with whoever else guards it. */
async function forgetAccount(ctx: Context, accountId: string): Promise<void> {
  const [guarded, collected, mine] = await Promise.all([
    ctx.store.find(careChildren, { guardianAccounts: accountId }, { limit: 50, without: LIGHT }),
    ctx.store.find(careChildren, { adultAccounts: accountId }, { limit: 50, without: LIGHT }),
    ctx.store.find(careAttendances, { 'temporaries.accountId': accountId, day: _.gte(ctx.today) }, { limit: 50, without: LIGHT }),
  ]);
  for (const { id } of [...guarded, ...collected]) {
    await ctx.store
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

async function forgetResident(ctx: Context, residentId: string): Promise<void> {
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

export const jobHandlers: Jobs = {
  async moveWaitlists(_input, ctx) {
    const done = await eachCommunity(ctx, async there => {
      const [settings, open] = await Promise.all([settingsOf(there.store), openClasses(there)]);
      let moved = 0;
      for (const cls of open.filter(({ term }) => term.last >= ctx.today)) moved += await moveWaitlist(there, { cls, settings });
      return moved;
    });
    return { done };
  },

  async runDraws(_input, ctx) {
    const done = await eachCommunity(ctx, async there => {
      const open = (await openClasses(there)).filter(each => each.draw && !each.draw.drawnAt && there.now >= each.closesAt);
      let drawn = 0;
      for (const cls of open) drawn += await drawClass(there, cls, await settingsOf(there.store));
      return drawn;
    });
    return { done };
  },

  watchDay: async (_input, ctx) => ({
    done: await eachCommunity(ctx, async there => watchDay(there, await settingsOf(there.store))),
  }),

  tellMeals: async (_input, ctx) => ({
    done: await eachCommunity(ctx, async there => tellMeals(there, await settingsOf(there.store))),
  }),

  async tellGroups(_input, ctx) {
    const done = await eachCommunity(ctx, async there => {
      const classes = await there.store.find(careClasses, { status: _.in(['open', 'ended']) }, { limit: 400, without: LIGHT });
      let told = 0;
      for (const cls of classes.filter(each => each.status === 'open' || each.group.revision > 0))
        told += await tellGroup(there, cls);
      return told;
    });
    return { done };
  },

  endConsents: async (_input, ctx) => ({
    done: await eachCommunity(
      ctx,
      async there => (await endPlaces(there)) + (await dropOld(there, (await settingsOf(there.store)).pictureDays)),
    ),
  }),

  continueImports: async (_input, ctx) => ({ done: await continueImports(ctx) }),

  async hear({ communityId, name, payload }, ctx) {
    const there = ctx.within(communityId);
    if (name === 'account.erased') await forgetAccount(there, String(payload.accountId ?? ''));
    if (name === 'resident.erased') await forgetResident(there, String(payload.residentId ?? ''));
    return { done: true as const };
  },
};
