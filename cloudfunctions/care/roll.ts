/** The roll of a class on a day, its session, and what a row is shown with. */
import type { Attendance, CareClass, CareSession, Child, Enrolment } from '../../types/care';
import type { CivilDate } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { between, LIGHT } from '../_shared/store';
import { careAttendances, careChildren, careClasses, careEnrolments, careSessions } from './collections';
import { meetsOn } from './rules/calendar';
import { holds } from './rules/consent';
import { enrolmentId, sessionId } from './rules/ids';
import { isOnRoll } from './rules/signup';
import { calendarOf, settingsOf } from './settings';
import { blankDay } from './views';

/** Who is on the roll of a class on a day, and what happened. One wave. */
export async function rollOf(ctx: Context, classId: string, day: CivilDate) {
  const [enrolments, attendances] = await Promise.all([
    ctx.store.find(careEnrolments, { classId, to: _.gte(day) }, { limit: 600, without: LIGHT }),
    ctx.store.find(careAttendances, { classId, day: between(day, day) }, { limit: 600, without: LIGHT }),
  ]);
  return { members: enrolments.filter(each => isOnRoll(each, day)), attendances };
}

/** Everybody on the roll, and whoever was here without being on it any more. */
export function rowsOf(
  of: { day: CivilDate; classId: string },
  members: readonly Stored<Enrolment>[],
  attendances: readonly Attendance[],
  children: ReadonlyMap<string, Stored<Child>>,
): { enrolment?: Stored<Enrolment>; child?: Stored<Child>; attendance: Attendance }[] {
  const happened = new Map(attendances.map(each => [each.childId, each]));
  const listed = members.map(enrolment => {
    const child = children.get(enrolment.childId);
    const name = { name: enrolment.childName, pinyin: enrolment.pinyin };
    return {
      enrolment,
      child,
      attendance: happened.get(enrolment.childId) ?? blankDay({ ...of, childId: enrolment.childId }, name),
    };
  });
  const ids = new Set(members.map(({ childId }) => childId));
  const others = attendances.filter(({ childId, signIn }) => !ids.has(childId) && signIn !== undefined);
  // A consent that is over takes the child off the roll, whether or not the job has come round.
  const consented = listed.filter(({ child, attendance }) => attendance.signIn || (child && holds(child, 'care', of.day)));
  return [...consented, ...others.map(attendance => ({ child: children.get(attendance.childId), attendance }))];
}

export const emptySession = (day: CivilDate, classId: string): CareSession => ({ day, classId, staff: [], activities: [] });

/** @throws Refusal NO_CARE_THAT_DAY */
export async function sessionToday(ctx: Context<'NO_CARE_THAT_DAY'>, classId: string) {
  const draft = ctx.store.draft(careSessions, sessionId(ctx.today, classId), { quiet: true });
  const [cls, settings] = await Promise.all([ctx.store.need(careClasses, classId), settingsOf(ctx.store)]);
  if (!meetsOn(cls, ctx.today, calendarOf(settings))) ctx.refuse('NO_CARE_THAT_DAY');
  return { draft, cls, settings, or: (current: CareSession | undefined) => current ?? emptySession(ctx.today, classId) };
}

/** What a row of the roll is shown with. One wave. */
export const known = (ctx: Context, { day, classId, childId }: { day: CivilDate; classId: string; childId: string }) =>
  Promise.all([
    ctx.store.need(careClasses, classId) as Promise<Stored<CareClass>>,
    settingsOf(ctx.store),
    ctx.store.read(careSessions, sessionId(day, classId)),
    ctx.store.read(careEnrolments, enrolmentId(classId, childId)),
    ctx.store.read(careChildren, childId),
  ]);
