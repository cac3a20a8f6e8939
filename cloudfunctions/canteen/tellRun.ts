/** What a run tells, once: bookings to other domains, shortages to diner and family and, all together, to the kitchen. */
import type { Order, Run, ShortWhy } from '../../types/canteen';
import { dateText } from '../../types/time';
import { PERIOD_TEXT } from '../../types/words';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import type { Decision } from '../_shared/draft';
import { message, type Tell } from '../_shared/tell';
import type { Case, Job } from './planning';
import { hearersOf } from './rules';
import { mealEvent } from './tell';

export type Outcome = {
  cases: readonly Case[];
  short: readonly Case[];
  /** Orders of these diners as they stand after the run. */
  there: ReadonlyMap<string, Stored<Order>>;
  /** Accounts of the kitchen, where there is a shortage to be told. */
  cooks: readonly string[];
};

/** In the words of the message: what happened. */
const WHY: Record<ShortWhy, string> = {
  full: '这一餐订满了',
  noDish: '这一餐没有适合的菜',
  notEligible: '送餐资格不在有效期',
};

const shortTo = ({ meal }: Job, each: Case): Tell[] =>
  hearersOf(each.pattern, each.diner).map(to =>
    message('standingShort', to, {
      diner: each.diner.name,
      dinerId: each.diner.id,
      day: dateText(meal.day),
      period: PERIOD_TEXT[meal.period],
      why: WHY[each.short!],
    }),
  );

const kitchenTell = ({ meal }: Job, cooks: readonly string[], count: number): Tell[] =>
  cooks.map(to =>
    message('standingShortKitchen', to, { day: dateText(meal.day), period: PERIOD_TEXT[meal.period], count: String(count) }),
  );

/** Undefined: nothing new. Bookings of earlier runs that died before telling are told now. */
export function tellRun(ctx: Context, job: Job, run: Run | undefined, { cases, short, there, cooks }: Outcome): Decision<Run> {
  const { meal } = job;
  const told = new Set(run?.told ?? []);
  const untold = [...there.values()].filter(
    ({ standing, status, round, dinerId }) =>
      standing && !standing.touched && status === 'booked' && round === 1 && !told.has(dinerId),
  );
  const before = run?.short ?? [];
  const asked = new Set(cases.map(({ diner }) => diner.id));
  const stillShort = short.map(each => {
    const known = before.find(({ dinerId, why }) => dinerId === each.diner.id && why === each.short);
    return known ?? { dinerId: each.diner.id, why: each.short!, at: ctx.now };
  });
  const news = short.filter(each => !before.some(({ dinerId, why }) => dinerId === each.diner.id && why === each.short));
  const full = news.filter(each => each.short === 'full').length;
  const doc: Run = {
    day: meal.day,
    period: meal.period,
    mealVersion: job.finished ?? run?.mealVersion ?? 0,
    after: job.after ?? (job.finished === undefined ? (run?.after ?? '') : ''),
    told: [...told, ...untold.map(({ dinerId }) => dinerId)].slice(-5000),
    short: [...before.filter(({ dinerId }) => !asked.has(dinerId)), ...stillShort].slice(0, 1000),
  };
  if (run && JSON.stringify(bare(run)) === JSON.stringify(doc)) return undefined;
  const firstFull = full > 0 && !before.some(({ why }) => why === 'full');
  const tell = [
    ...untold.map(order => mealEvent('meal.booked', order, order.id)),
    ...news.flatMap(each => shortTo(job, each)),
    ...(firstFull ? kitchenTell(job, cooks, full) : []),
  ];
  return { doc, tell };
}

const bare = ({ day, period, mealVersion, after, told, short }: Run): Run => ({ day, period, mealVersion, after, told, short });
