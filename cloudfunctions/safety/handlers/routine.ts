/** The monthly test of every alert path, and tomorrow's duty. */

import type { SafetyContract } from '../../../types/safety';
import { addDays, dateText, minuteOf } from '../../../types/time';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { post } from '../../_shared/tell';
import { staffOf } from '../circle';
import { assignments, duties, dutyChecks, pathRounds, reaches, watches } from '../collections';
import { inTens } from '../inTens';
import { gapsOf } from '../rules/duty';
import { momentText } from '../tell';
import { testPerson } from '../testing';

type Routine = Pick<HandlersOf<SafetyContract>, 'testPaths' | 'checkDuty'>;

const ELDERS_A_RING = 50;
/** Between these times of day (10:00 to 17:00) a test disturbs nobody. */
const [FROM, TO] = [600, 1020];

async function eachCommunity(ctx: Context, work: (ctx: Context) => Promise<number>): Promise<number> {
  let sum = 0;
  for (const community of await ctx.store.across(communities, {}, { without: [...LIGHT, 'buildings'] }))
    sum += await work(ctx.within(community.id));
  return sum;
}

/** The next watched elders of the month; who stands on several paths is tested once, because the person's own record says the month. */
async function testStep(ctx: Context): Promise<number> {
  const month = ctx.today.slice(0, 7);
  const so = await ctx.store.read(pathRounds, month);
  if (so?.done) return 0;
  const from = so?.after ? { _id: _.gt(ctx.store.fullId(watches, so.after)) } : {};
  const page = await ctx.store.find(watches, from, { limit: ELDERS_A_RING, without: [...LIGHT, 'ladders'] });
  const ids = page.filter(({ on }) => on).map(({ id }) => id);
  const people = await peopleOf(ctx, ids);
  const known = await ctx.store.readAll(reaches, [...people.keys()], { without: LIGHT });
  const tested = new Set(known.filter(({ testMonth }) => testMonth === month).map(({ id }) => id));
  const due = [...people].filter(([account]) => !tested.has(account));
  await inTens(due, async ([account, { name, elders }]) => testPerson(ctx, { account, name }, elders.join('、')));
  const after = page[page.length - 1]?.id ?? so?.after ?? '';
  const doc = { month, after, done: page.length < ELDERS_A_RING };
  await ctx.store.draft(pathRounds, month, { quiet: true }).save(() => ({ doc }));
  return due.length;
}

/** Relatives (a cry for help calls them all) and keepers of these elders; staff know that they are on duty. */
async function peopleOf(ctx: Context, ids: readonly string[]): Promise<Map<string, { name: string; elders: string[] }>> {
  const [elders, kept] = await Promise.all([
    ctx.store.readAll(residents, ids, { without: LIGHT }),
    ctx.store.readAll(assignments, ids, { without: LIGHT }),
  ]);
  const people = new Map<string, { name: string; elders: string[] }>();
  const add = (account: string, name: string, elder: string) => {
    const one = people.get(account) ?? { name, elders: [] };
    people.set(account, { ...one, elders: [...one.elders, elder].slice(0, 3) });
  };
  for (const elder of elders) {
    for (const { accountId, name, status } of elder.family) if (status === 'confirmed') add(accountId, name, elder.name);
    const keeper = kept.find(({ id, active }) => id === elder.id && active);
    if (keeper) add(keeper.keeper, keeper.keeperName, elder.name);
  }
  return people;
}

/** Told once for each day, by the day's own record. */
async function lookAtTomorrow(ctx: Context): Promise<number> {
  const tomorrow = addDays(ctx.today, 1);
  const draft = ctx.store.draft(dutyChecks, tomorrow);
  const [known, before, staff] = await Promise.all([
    ctx.store.read(duties, tomorrow),
    ctx.store.readAll(duties, [addDays(ctx.today, -1), ctx.today], { without: LIGHT }),
    staffOf(ctx.store),
  ]);
  const gaps = gapsOf(known, before);
  const office = staff.filter(({ status, grants }) => status === 'member' && grants.some(({ role }) => role === 'office'));
  const to = office.map(({ id }, i) => ({ ref: `p${i}`, account: id }));
  const data = { day: dateText(tomorrow), shifts: gaps.join('、'), time: momentText(ctx.now) };
  const tell = gaps.length > 0 && to.length > 0 ? [post('dutyEmpty', to, data, `safety:duty:${tomorrow}`)] : [];
  await draft.save(current => (current ? undefined : { doc: { day: tomorrow, empty: gaps.length }, tell }));
  return gaps.length;
}

export const routineHandlers: Routine = {
  async testPaths(_input, ctx) {
    const minute = minuteOf(ctx.now);
    return { tested: minute >= FROM && minute < TO ? await eachCommunity(ctx, testStep) : 0 };
  },
  checkDuty: async (_input, ctx) => ({ empty: await eachCommunity(ctx, lookAtTomorrow) }),
};
