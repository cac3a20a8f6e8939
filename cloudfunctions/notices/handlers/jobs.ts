/** What notices do by themselves, in bounded steps: a function has seconds, not minutes. */
import type { Notice, NoticesContract } from '../../../types/notices';
import { addDays, DAY_MS, MINUTE_MS } from '../../../types/time';
import type { Collection, Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _, db } from '../../_shared/database';
import { LIGHT } from '../../_shared/store';
import { diners, dispatches, groups, memberships, notices } from '../collections';
import { openDoorsOf } from '../doors';
import { settingsOf } from '../settings';
import { step } from '../steps';
import { goes } from './sending';

type Jobs = Pick<HandlersOf<NoticesContract>, 'noticeSteps' | 'tidyNotices'>;

/** Documents dealt with in one ring, two hundred people each: a community's largest notice and room for others. */
const MOST_A_RING = 120;
const MOST_NOTICES = 50;

/** A frozen list that nobody sent, meals long eaten, members of replaced editions. */
const KEEP_FROZEN_MS = 7 * DAY_MS;
const KEEP_OUT_MS = 90 * DAY_MS;
const KEEP_MEALS = 7;
const REMOVED_A_NIGHT = 1000;

export const jobHandlers: Jobs = {
  async noticeSteps(_input, ctx) {
    const due = await ctx.store.across(
      notices,
      { status: 'scheduled', scheduledAt: _.lte(ctx.now) },
      { limit: MOST_NOTICES, without: LIGHT },
    );
    for (const notice of due) await depart(notice, ctx.within(notice.communityId));
    const busy = (
      await Promise.all(UNDER_WAY.map(filter => ctx.store.across(notices, filter, { limit: MOST_NOTICES, without: LIGHT })))
    ).flat();
    let steps = due.length;
    for (const notice of busy) steps += await workOff(notice, MOST_A_RING - steps, ctx.within(notice.communityId));
    return { steps: steps + (await openDoors(ctx)) };
  },

  async tidyNotices(_input, ctx) {
    const removed = await Promise.all([
      removeSome(dispatches, { status: 'frozen', at: _.lt(ctx.now - KEEP_FROZEN_MS) }, ctx, unsent),
      removeSome(dispatches, { status: _.neq('frozen'), at: _.lt(ctx.now - KEEP_OUT_MS) }, ctx),
      removeSome(diners, { day: _.lt(addDays(ctx.today, -KEEP_MEALS)) }, ctx),
      removeSome(memberships, { at: _.lt(ctx.now - DAY_MS) }, ctx, replaced),
    ]);
    return { removed: removed.reduce((sum, count) => sum + count, 0) };
  },
};

const UNDER_WAY = [
  { status: 'sending' },
  { status: 'recalled', 'recall.done': false },
  { status: 'sent', 'reminders.done': false },
] as const;

/** Its time has come; a notice that is over by now goes to nobody. */
async function depart(notice: Stored<Notice>, ctx: Context): Promise<void> {
  const settings = await settingsOf(ctx.store);
  await ctx.store.draft(notices, notice.id).save(current => {
    if (current?.status !== 'scheduled' || (current.scheduledAt ?? 0) > ctx.now) return undefined;
    return goes(current, undefined, { settings, now: ctx.now });
  });
}

/** Steps of one notice until nothing is left of it or the ring is full. */
async function workOff(notice: Stored<Notice>, room: number, ctx: Context): Promise<number> {
  const settings = await settingsOf(ctx.store);
  let done = 0;
  for (let now: Stored<Notice> | undefined = notice; now && done < room; now = await ctx.store.read(notices, notice.id)) {
    const count = await step(now, settings, ctx);
    if (count === 0) break;
    done += count;
  }
  return done;
}

/** Emergencies whose unread have had their time. */
async function openDoors(ctx: Context): Promise<number> {
  const young = { sentAt: _.gt(ctx.now - DAY_MS) };
  const found = await ctx.store.across(
    notices,
    { status: _.in(['sending', 'sent']), emergency: true, doors: _.exists(false), ...young },
    { limit: MOST_NOTICES, without: LIGHT },
  );
  let opened = 0;
  for (const notice of found) {
    const there = ctx.within(notice.communityId);
    const { doorsAfter } = await settingsOf(there.store);
    if ((notice.sentAt ?? ctx.now) + doorsAfter * MINUTE_MS <= ctx.now) opened += await openDoorsOf(notice, there);
  }
  return opened;
}

type Spare<T> = (rows: Stored<T>[], ctx: Context) => Promise<Stored<T>[]>;

/** At most a thousand a night; the rest the next night. */
async function removeSome<T>(of: Collection<T>, filter: object, ctx: Context, spare?: Spare<T>): Promise<number> {
  const rows = await ctx.store.across(of, filter as Record<string, unknown>, {
    limit: REMOVED_A_NIGHT,
    without: [...LIGHT, 'people', 'residentIds'],
  });
  const gone = spare ? await spare(rows, ctx) : rows;
  const ids = gone.map(row => ctx.within(row.communityId).store.fullId(of, row.id));
  if (ids.length === 0) return 0;
  const { deleted } = await db()
    .collection(of.name)
    .where({ _id: _.in(ids) })
    .remove();
  return typeof deleted === 'number' ? deleted : 0;
}

/** Lists that a notice still names wait for their time. */
const unsent: Spare<{ noticeId: string; list: string }> = (rows, ctx) =>
  keepNot(
    rows,
    ctx,
    async (ids, there) => {
      const named = await there.store.readAll(
        notices,
        ids.map(row => row.noticeId),
        { without: [...LIGHT, 'body', 'audience'] },
      );
      return new Set(named.map(notice => notice.frozen?.id));
    },
    row => row.list,
  );

const replaced: Spare<{ groupId: string; edition: string }> = (rows, ctx) =>
  keepNot(
    rows,
    ctx,
    async (ids, there) => {
      const named = await there.store.readAll(
        groups,
        ids.map(row => row.groupId),
        { without: [...LIGHT, 'reading'] },
      );
      return new Set(named.filter(group => !group.gone).map(group => group.edition));
    },
    row => row.edition,
  );

/** Rows, by community, that are not among those to keep. */
async function keepNot<T>(
  rows: Stored<T>[],
  ctx: Context,
  keep: (rows: Stored<T>[], there: Context) => Promise<Set<string | undefined>>,
  keyOf: (row: Stored<T>) => string,
): Promise<Stored<T>[]> {
  const communities = [...new Set(rows.map(row => row.communityId))];
  const parts = communities.map(async id => {
    const own = rows.filter(row => row.communityId === id);
    const kept = await keep(own, ctx.within(id));
    return own.filter(row => !kept.has(keyOf(row)));
  });
  return (await Promise.all(parts)).flat();
}
