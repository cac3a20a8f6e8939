/** Signs of life: they move the watch of an elder on, and end what silence had raised. */
import { SELF_ENDING } from '../../types/alerts';
import type { Instant } from '../../types/time';
import { addDays, dayOf } from '../../types/time';
import type { Absence, SignSource, Watch } from '../../types/watch';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { communities } from '../_shared/directory';
import { LIGHT, type Store } from '../_shared/store';
import { absences, alerts, watches } from './collections';
import { resolved } from './rules/changes';
import { signed } from './rules/watch';
import { endOf } from './tell';

/** Absences of an elder that have not ended yesterday. */
export const absencesOf = (store: Store, elderId: string): Promise<Stored<Absence>[]> =>
  store.find(
    absences,
    { elderId, to: _.gte(addDays(dayOf(store.author.now), -1)) },
    { order: ['from'], limit: 50, without: LIGHT },
  );

/** @returns the watch as it stands; undefined for somebody nobody waits for. */
export async function signOf(ctx: Context, elderId: string, source: SignSource, at: Instant): Promise<Stored<Watch> | undefined> {
  const draft = ctx.store.draft(watches, elderId, { quiet: true });
  const [current, away] = await Promise.all([draft.current(), absencesOf(ctx.store, elderId)]);
  if (!current) return undefined;
  return draft.save(watch => {
    const moved = watch && signed(watch, { source, at }, away, ctx.now);
    return moved && { doc: moved };
  });
}

/** Ends the open alerts that silence had raised; gas and SOS are never ended by this. */
export async function endSilence(ctx: Context, elderId: string, facts: string): Promise<void> {
  const open = await ctx.store.find(alerts, { subjectId: elderId, open: true }, { limit: 20, without: LIGHT });
  const quiet = open.filter(alert => SELF_ENDING.includes(alert.kind) && !alert.drill);
  if (quiet.length === 0) return;
  const community = await ctx.store.read(communities, ctx.store.communityId);
  for (const { id } of quiet)
    await ctx.store.draft(alerts, id).save(alert => {
      if (!alert?.open) return undefined;
      const doc = resolved(alert, undefined, ctx.now, 'signOfLife', facts);
      return { doc, tell: endOf(doc, id, '系统', community) };
    });
}
