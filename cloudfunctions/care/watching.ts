/** Watching over a day: who has not come, who is still here, whose day was closed too early. */
import type { Attendance, CareClass, CareSettings, Child } from '../../types/care';
import { addDays, type Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { accounts } from '../_shared/directory';
import { between, LIGHT } from '../_shared/store';
import { message } from '../_shared/tell';
import { careAttendances, careChildren, careClasses, careSessions } from './collections';
import { climb, endOf, enrolmentsOf, reopen } from './late';
import { emptySession, rollOf, rowsOf } from './roll';
import { endsAt, meetsOn, startsAt } from './rules/calendar';
import * as rules from './rules/day';
import { attendanceId, sessionId } from './rules/ids';
import { calendarOf } from './settings';
import { dayData, toGuardians } from './tell';
import { blankDay } from './views';

const A_STEP = 80;

/** Asks the guardians of children who have not come. One write a child: asked once, whoever runs this. */
async function askAbout(ctx: Context, cls: Stored<CareClass>, settings: CareSettings): Promise<number> {
  const day = ctx.today;
  const roll = await rollOf(ctx, cls.id, day);
  const happened = new Map(roll.attendances.map(each => [each.childId, each]));
  const due = roll.members
    .filter(({ childId }) => rules.asksNow(happened.get(childId), cls, day, settings, ctx.now))
    .slice(0, A_STEP);
  if (due.length === 0) return 0;
  const found = await ctx.store.readAll(
    careChildren,
    due.map(({ childId }) => childId),
    { without: LIGHT },
  );
  const children = new Map(found.map(child => [child.id, child]));
  const missing = rowsOf({ day, classId: cls.id }, due, roll.attendances, children).filter(
    ({ attendance }) => attendance.status === 'expected',
  );
  for (const { child } of missing) if (child) await ask(ctx, cls, child, settings);
  return missing.length;
}

async function ask(ctx: Context, cls: Stored<CareClass>, child: Stored<Child>, settings: CareSettings): Promise<void> {
  const id = attendanceId(ctx.today, cls.id, child.id);
  await ctx.store
    .at(`ask:${id}`)
    .draft(careAttendances, id)
    .save(current => {
      if (!rules.asksNow(current, cls, ctx.today, settings, ctx.now)) return undefined;
      const attendance = current ?? blankDay({ day: ctx.today, classId: cls.id, childId: child.id }, child);
      return {
        doc: { ...attendance, askedAt: ctx.now },
        tell: toGuardians(child, 'careAbsent', dayData(id, cls, settings, ctx.now)),
      };
    })
    .catch(error => {
      // It came while it was asked about.
      if ((error as { code?: string }).code !== 'NOT_FOUND') throw error;
    });
}

/** Nobody answered: whoever is on duty (or all staff of the care, when nobody is) hears once about each child that somebody should ring. */
async function tellStaff(
  ctx: Context,
  cls: Stored<CareClass>,
  days: readonly Attendance[],
  settings: CareSettings,
): Promise<void> {
  const due = days.filter(each => each.classId === cls.id && rules.callsNow(each, settings, ctx.now));
  const newest = Math.max(0, ...due.map(({ askedAt }) => askedAt ?? 0)) as Instant;
  if (due.length === 0) return;
  const draft = ctx.store.at(`calls:${cls.id}`).draft(careSessions, sessionId(ctx.today, cls.id));
  const session = await draft.current();
  if (newest <= (session?.callsTold ?? 0)) return;
  const onDuty = (session?.staff ?? []).filter(({ to }) => to === undefined);
  const to = onDuty.length > 0 ? onDuty : await careStaff(ctx);
  await draft.save(current => {
    if (newest <= (current?.callsTold ?? 0)) return undefined;
    const words = { className: cls.name, count: String(due.length) };
    const tell = to.map(({ accountId }) => message('careCall', accountId, words));
    return { doc: { ...(current ?? emptySession(ctx.today, cls.id)), callsTold: newest }, tell };
  });
}

/** Everybody who works in the care and can be reached; read only when a rung may need them. */
export async function careStaff(ctx: Context): Promise<{ accountId: string; phone?: string }[]> {
  const found = await ctx.store.across(
    accounts,
    { communityId: ctx.store.communityId, status: 'member', 'grants.role': 'care' },
    { limit: 20, without: LIGHT },
  );
  return found.map(({ id, phone }) => ({ accountId: id, phone }));
}

/** One community, now. @returns how many children something was done for. */
export async function watchDay(ctx: Context, settings: CareSettings): Promise<number> {
  const [open, days] = await Promise.all([
    ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT }),
    ctx.store.findAll(careAttendances, { day: between(addDays(ctx.today, -1), ctx.today) }, { without: [...LIGHT, 'note'] }),
  ]);
  const calendar = calendarOf(settings);
  let done = 0;
  for (const cls of open.filter(each => meetsOn(each, ctx.today, calendar))) {
    if (ctx.now >= startsAt(cls, ctx.today) && ctx.now < endsAt(cls, ctx.today)) done += await askAbout(ctx, cls, settings);
    await tellStaff(
      ctx,
      cls,
      days.filter(({ day }) => day === ctx.today),
      settings,
    );
  }
  const classOf = new Map(open.map(cls => [cls.id, cls]));
  const near = days.filter(each => {
    const cls = classOf.get(each.classId);
    return cls !== undefined && rules.lateStep(each, endsAt(cls, each.day), settings, ctx.now) !== undefined;
  });
  const enrolments = await enrolmentsOf(ctx, near);
  const due = near.flatMap(attendance => {
    const cls = classOf.get(attendance.classId)!;
    const end = endOf(attendance, cls, { open, days, enrolments, settings });
    return rules.lateStep(attendance, end, settings, ctx.now) ? [{ attendance, cls, end }] : [];
  });
  if (due.length === 0) return done;
  const [found, staff] = await Promise.all([
    ctx.store.readAll(careChildren, [...new Set(due.map(({ attendance }) => attendance.childId))], { without: LIGHT }),
    careStaff(ctx),
  ]);
  const children = new Map(found.map(child => [child.id, child]));
  for (const { attendance, cls, end } of due) {
    const child = children.get(attendance.childId);
    if (child) done += Number(await climb(ctx, attendance, { cls, end }, child, settings, staff));
    await reopen(ctx, attendance.day, attendance.classId);
  }
  return done;
}
