/** What the timer does for people. */
import type { PeopleContract } from '../../../types/people';
import { addDays, DAY_MS, MINUTE_MS } from '../../../types/time';
import type { HandlersOf } from '../../_shared/context';
import { _, db } from '../../_shared/database';
import { files } from '../../_shared/files';
import { bindingTries, handouts, importParts, imports, pairings } from '../collections';
import { importStep } from '../roster/steps';

type Jobs = Pick<HandlersOf<PeopleContract>, 'importSteps' | 'tidy'>;

/** Steps of one ring, so that a ring ends well within the function's time. */
const STEPS_A_RING = 6;
const FILES_A_RING = 40;

export const jobHandlers: Jobs = {
  async importSteps(_input, ctx) {
    const running = await ctx.store.across(imports, { status: 'applying' }, { limit: 5 });
    let rows = 0;
    for (let step = 0; step < STEPS_A_RING; step++) {
      const item = running[step % Math.max(1, running.length)];
      if (item) rows += await importStep(ctx.within(item.communityId).store, item.id);
    }
    return { rows };
  },

  async tidy(_input, ctx) {
    const week = ctx.now - 7 * DAY_MS;
    const old = await ctx.store.across(handouts, { at: _.lt(ctx.now - DAY_MS) }, { limit: FILES_A_RING });
    for (const { fileId } of old) await files.remove(fileId);
    const removed = await Promise.all([
      removeWhere(pairings.name, { expiresAt: _.lt(ctx.now - 10 * MINUTE_MS) }),
      removeWhere(bindingTries.name, { day: _.lt(addDays(ctx.today, -1)) }),
      removeWhere(importParts.name, { readAt: _.lt(week) }),
      old.length ? removeWhere(handouts.name, { _id: _.in(old.map(item => `${item.communityId}:${item.id}`)) }) : 0,
    ]);
    return { removed: removed.reduce((sum, count) => sum + count, 0) };
  },
};

const removeWhere = async (name: string, where: Record<string, unknown>): Promise<number> => {
  const { deleted } = await db().collection(name).where(where).remove();
  return typeof deleted === 'number' ? deleted : 0;
};
