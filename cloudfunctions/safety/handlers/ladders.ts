/** The clock of open alerts: rungs that are due, acknowledgements that ran out, an SOS that nobody took back. */
import type { Alert } from '../../../types/alerts';
import type { SafetyContract } from '../../../types/safety';
import type { Instant } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { LIGHT } from '../../_shared/store';
import { circleFrom, momentOf, surroundingOf } from '../circle';
import { alerts } from '../collections';
import { kindOf } from '../ids';
import { inTens } from '../inTens';
import { clockWentBack, isDue, tick } from '../rules/ladder';
import { callOf } from '../tell';

const A_PAGE = 500;
const BRIEF = [...LIGHT, 'timeline', 'paged', 'causes', 'ladder'];

/** One save moves the position and leaves the calls; of two rings that meet, the second finds the alert no longer due. */
async function goOn(ctx: Context, id: string, subjectId: string): Promise<void> {
  const draft = ctx.store.draft(alerts, id);
  const around = await surroundingOf(ctx.store, subjectId, kindOf(id));
  await draft.save(alert => {
    const fired = alert && tick(alert, circleFrom(around, alert, ctx.now), momentOf(around.settings, ctx.now));
    return fired && { doc: fired.alert, tell: callOf(fired.alert, id, fired.calling, around.community) };
  });
}

/**
 * All open alerts that wait for something, the soonest first. Those that are not due yet are looked at as well, because a clock that was
 * set back would otherwise keep them waiting; open alerts are few.
 */
async function waiting(ctx: Context): Promise<Stored<Alert>[]> {
  const all: Stored<Alert>[] = [];
  for (let after = 0; ; ) {
    const part = await ctx.store.across(alerts, { nextAt: _.gt(after) }, { order: ['nextAt'], limit: A_PAGE, without: BRIEF });
    all.push(...part);
    const last = part[part.length - 1]?.nextAt as Instant | undefined;
    if (part.length < A_PAGE || last === undefined || last === after) return all;
    after = last;
  }
}

export const ladderHandlers: Pick<HandlersOf<SafetyContract>, 'fireLadders'> = {
  async fireLadders(_input, ctx) {
    const due = (await waiting(ctx)).filter(alert => isDue(alert, ctx.now) || clockWentBack(alert, ctx.now));
    await inTens(due, ({ id, communityId, subjectId }) => goOn(ctx.within(communityId), id, subjectId));
    return { fired: due.length };
  },
};
