/** How many children eat, told to the kitchen: counts and allergens, no names. */
import type { CareClass, CareSettings, Health } from '../../types/care';
import { instantAt } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { canSeal, unseal } from '../_shared/seal';
import { LIGHT } from '../_shared/store';
import { event } from '../_shared/tell';
import { careChildren, careClasses, careHealth, careMealCounts } from './collections';
import { healthWhere } from './handlers/consents';
import { rollOf, rowsOf } from './roll';
import { endsAt, meetsOn } from './rules/calendar';
import { holdsNow } from './rules/consent';
import { sessionId } from './rules/ids';
import { calendarOf } from './settings';

/** Whoever is on the roll and not away eats. */
async function eatersOf(
  ctx: Context,
  cls: Stored<CareClass>,
): Promise<{ childId: string; consented: boolean; hasHealth: boolean }[]> {
  const roll = await rollOf(ctx, cls.id, ctx.today);
  const ids = roll.members.map(({ childId }) => childId);
  const found = await ctx.store.readAll(careChildren, ids, { without: LIGHT });
  const children = new Map(found.map(child => [child.id, child]));
  return rowsOf({ day: ctx.today, classId: cls.id }, roll.members, roll.attendances, children)
    .filter(({ attendance }) => attendance.status !== 'leave' && attendance.status !== 'absent')
    .flatMap(({ child }) =>
      child ? [{ childId: child.id, consented: holdsNow(child, 'health', ctx.today), hasHealth: child.hasHealth }] : [],
    );
}

/** How many eaters must not eat what. Opened here and counted; the names stay. */
async function restrictionsOf(ctx: Context, eaters: Awaited<ReturnType<typeof eatersOf>>) {
  const minded = eaters.filter(({ consented, hasHealth }) => consented && hasHealth).map(({ childId }) => childId);
  if (minded.length === 0 || !canSeal()) return [];
  const files = await ctx.store.readAll(careHealth, minded, { without: LIGHT });
  const counts = new Map<string, number>();
  for (const { id, sealed } of files) {
    const { allergens, diets } = unseal<Health>(sealed, healthWhere(ctx.store.communityId, id));
    for (const each of [...allergens, ...diets]) counts.set(each, (counts.get(each) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([allergen, count]) => ({ allergen, count }));
}

async function tellClass(ctx: Context, cls: Stored<CareClass>, period: string): Promise<boolean> {
  const draft = ctx.store.at(`meals:${cls.id}`).draft(careMealCounts, sessionId(ctx.today, cls.id));
  const eaters = await eatersOf(ctx, cls);
  const doc = { day: ctx.today, classId: cls.id, period, count: eaters.length, restrictions: await restrictionsOf(ctx, eaters) };
  let told = false;
  await draft.save(current => {
    const same = current?.count === doc.count && JSON.stringify(current.restrictions) === JSON.stringify(doc.restrictions);
    if (same) return undefined;
    told = true;
    return { doc, tell: [event('care.meals', { ...doc, className: cls.name })] };
  });
  return told;
}

/** From the hour the kitchen wants to know until the class is over; again when it changed. */
export async function tellMeals(ctx: Context, settings: CareSettings): Promise<number> {
  const open = await ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT });
  const calendar = calendarOf(settings);
  let told = 0;
  for (const cls of open) {
    const from = cls.meal && settings.mealsFrom[cls.meal];
    if (!cls.meal || from === undefined || !meetsOn(cls, ctx.today, calendar)) continue;
    if (ctx.now < instantAt(ctx.today, from) || ctx.now >= endsAt(cls, ctx.today)) continue;
    told += Number(await tellClass(ctx, cls, cls.meal));
  }
  return told;
}
