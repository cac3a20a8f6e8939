/** Reading a child with whatever an action needs beside it, and asking the rules who may. */
import type { Attendance, CareClass, CareSettings, Child } from '../../types/care';
import type { CivilDate } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import type { Draft } from '../_shared/draft';
import { careAttendances, careChildren, careClasses, careEnrolments, careIncidents, careSessions } from './collections';
import { type DayScene, dayView } from './dayViews';
import { enrolmentId, readAttendanceId, sessionId } from './rules/ids';
import { mayDecide, maySee } from './rules/who';
import { calendarOf, settingsOf } from './settings';
import { blankDay, type Now } from './views';

export const nowOf = (ctx: Pick<Context, 'session' | 'now' | 'today'>): Now => ({
  actor: ctx.session,
  now: ctx.now,
  today: ctx.today,
});

/** A child whom this person may see. @throws Refusal NOT_YOUR_CHILD */
export async function seenChild(ctx: Context<'NOT_YOUR_CHILD'>, childId: string): Promise<Stored<Child>> {
  const child = await ctx.store.read(careChildren, childId);
  ctx.insist(maySee(child, ctx.session));
  return child as Stored<Child>;
}

export type DecideNo = 'NOT_YOUR_CHILD' | 'OTHER_DECIDES';
/** Checks on the very document that is about to be written. */
export function decides(
  ctx: Context<DecideNo>,
  child: Stored<Child> | undefined,
  about: 'daily' | 'adults' = 'daily',
): asserts child is Stored<Child> {
  ctx.insist(mayDecide(child, ctx.session, about));
}

/** All that the day of a child is seen with. One wave. */
export type KnownDay = {
  day: CivilDate;
  classId: string;
  childId: string;
  child: Stored<Child>;
  cls: Stored<CareClass>;
  scene: DayScene;
  settings: CareSettings;
};

/** @throws Refusal NOT_YOUR_CHILD when the id names nothing that this person may see. */
export async function knownDay(ctx: Context<'NOT_YOUR_CHILD'>, id: string): Promise<KnownDay> {
  const parts = readAttendanceId(id);
  if (!parts) return ctx.refuse('NOT_YOUR_CHILD');
  const { day, classId, childId } = parts;
  const [child, cls, enrolment, session, incidents, settings] = await Promise.all([
    ctx.store.read(careChildren, childId),
    ctx.store.read(careClasses, classId),
    ctx.store.read(careEnrolments, enrolmentId(classId, childId)),
    ctx.store.read(careSessions, sessionId(day, classId)),
    ctx.store.find(careIncidents, { attendanceId: id }, { limit: 20 }),
    settingsOf(ctx.store),
  ]);
  ctx.insist(maySee(child, ctx.session));
  if (!child || !cls) return ctx.refuse('NOT_YOUR_CHILD');
  const scene = { cls, enrolment, session, incidents, settings, calendar: calendarOf(settings) };
  return { ...parts, child, cls, scene, settings };
}

/** The attendance as it stands, or that of a day on which nothing has happened yet. */
export const attendanceOr = (current: Attendance | undefined, known: KnownDay): Attendance =>
  current ?? blankDay({ day: known.day, classId: known.classId, childId: known.childId }, known.child);

export const draftOfDay = (ctx: Context, id: string): Draft<Attendance> => ctx.store.draft(careAttendances, id);

export const viewOfDay = (ctx: Pick<Context, 'session' | 'now' | 'today'>, known: KnownDay, attendance: Attendance) =>
  dayView(known.child, attendance, known.scene, nowOf(ctx));
