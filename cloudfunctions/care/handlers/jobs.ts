/** What the care does by itself, in bounded steps: a function has seconds, not minutes. */
import type { CareClass, CareContract } from '../../../types/care';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { LIGHT } from '../../_shared/store';
import { careClasses } from '../collections';
import { eachCommunity } from '../communities';
import { drawClass } from '../drawing';
import { dropOld, endPlaces } from '../ending';
import { forgetAccount, forgetResident } from '../forgetting';
import { tellGroup } from '../groups';
import { continueImports } from '../importing';
import { tellMeals } from '../kitchen';
import { settingsOf } from '../settings';
import { moveWaitlist } from '../waitlist';
import { watchDay } from '../watching';

type Jobs = Pick<
  HandlersOf<CareContract>,
  'moveWaitlists' | 'runDraws' | 'watchDay' | 'tellMeals' | 'tellGroups' | 'endConsents' | 'continueImports' | 'hear'
>;

const openClasses = (ctx: Context): Promise<Stored<CareClass>[]> =>
  ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT });

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
