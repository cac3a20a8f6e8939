/** The day: leave, sign-in, absence, the ladder of a child that nobody collected, closing. Pure. */
import type { Attendance, AttendanceStatus, CareClass, CareSession, CareSettings, LateRung } from '../../../types/care';
import { ATTENDANCE_STEPS } from '../../../types/care';
import type { CivilDate, Instant } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';
import { endsAt, plusMinutes, startsAt } from './calendar';

type Has = Pick<Attendance, 'status' | 'release'>;
export const canStep = (from: AttendanceStatus, to: AttendanceStatus): boolean => ATTENDANCE_STEPS[from].includes(to);

const gone = (attendance: Has) =>
  no('ALREADY_GONE', attendance.release ? { name: attendance.release.name, at: attendance.release.at } : undefined);

/** The last moment at which a guardian gives leave by telephone screen. */
export const leaveUntil = (cls: Pick<CareClass, 'from'>, day: CivilDate, settings: Pick<CareSettings, 'leaveCutoff'>): Instant =>
  plusMinutes(startsAt(cls, day), -settings.leaveCutoff);

type LeaveNo = 'LEAVE_CUTOFF' | 'PAST_DAY' | 'NO_CARE_THAT_DAY' | 'NOT_ENROLLED' | 'ALREADY_HERE' | 'ALREADY_GONE';

/** Guardians until the cut-off; staff on their behalf as long as the child is not here. */
export function mayGiveLeave(
  asked: { day: CivilDate; until: Instant; meets: boolean; onRoll: boolean; staff: boolean },
  attendance: Has | undefined,
  now: Instant,
  today: CivilDate,
): Verdict<LeaveNo> {
  if (asked.day < today) return no('PAST_DAY');
  if (!asked.onRoll) return no('NOT_ENROLLED');
  if (!asked.meets) return no('NO_CARE_THAT_DAY');
  if (attendance?.status === 'here') return no('ALREADY_HERE');
  if (attendance?.status === 'gone' || attendance?.status === 'moved') return gone(attendance);
  return asked.staff || now < asked.until ? yes : no('LEAVE_CUTOFF', { at: asked.until });
}

export function mayCancelLeave(attendance: Has & Pick<Attendance, 'day'>, today: CivilDate): Verdict<'NO_LEAVE' | 'PAST_DAY'> {
  if (attendance.day < today) return no('PAST_DAY');
  return attendance.status === 'leave' ? yes : no('NO_LEAVE');
}

/** Guardians say where the child is as long as it has not come. */
export function mayExplain(
  attendance: (Has & Pick<Attendance, 'day'>) | undefined,
  today: CivilDate,
): Verdict<'ALREADY_HERE' | 'ALREADY_GONE' | 'PAST_DAY'> {
  if (attendance && attendance.day < today) return no('PAST_DAY');
  if (attendance?.status === 'here') return no('ALREADY_HERE');
  return attendance?.status === 'gone' || attendance?.status === 'moved' ? gone(attendance) : yes;
}

type Arrival = { meets: boolean; onRoll: boolean; session: Pick<CareSession, 'closed'> | undefined };

/** A child on leave or explained that comes all the same is signed in. */
export function maySignIn(
  { meets, onRoll, session }: Arrival,
  attendance: Has | undefined,
  name?: string,
): Verdict<'NOT_ENROLLED' | 'NO_CARE_THAT_DAY' | 'ALREADY_HERE' | 'ALREADY_GONE' | 'DAY_CLOSED'> {
  if (attendance?.status === 'here') return no('ALREADY_HERE', name ? { name } : undefined);
  if (attendance?.status === 'gone' || attendance?.status === 'moved') return gone(attendance);
  if (!onRoll) return no('NOT_ENROLLED');
  if (!meets) return no('NO_CARE_THAT_DAY');
  return session?.closed ? no('DAY_CLOSED') : yes;
}

export function mayUndoSignIn(attendance: Has | undefined): Verdict<'NOT_HERE' | 'ALREADY_GONE'> {
  if (attendance?.status === 'gone' || attendance?.status === 'moved') return gone(attendance);
  return attendance?.status === 'here' ? yes : no('NOT_HERE');
}

export const onDuty = (session: Pick<CareSession, 'staff'> | undefined, accountId: string): boolean =>
  session?.staff.some(each => each.accountId === accountId && each.to === undefined) ?? false;

/** Not while a child is signed in, not before the class is over. */
export function mayClose(
  session: Pick<CareSession, 'closed'> | undefined,
  here: number,
  cls: Pick<CareClass, 'to'>,
  day: CivilDate,
  now: Instant,
): Verdict<'CHILDREN_STILL_HERE' | 'CLASS_NOT_OVER' | 'DAY_CLOSED'> {
  if (session?.closed) return no('DAY_CLOSED');
  if (here > 0) return no('CHILDREN_STILL_HERE', { count: here });
  return now >= endsAt(cls, day) ? yes : no('CLASS_NOT_OVER');
}

/** Not come, nothing known, and it is time to ask. */
export function asksNow(
  attendance: Pick<Attendance, 'status' | 'askedAt'> | undefined,
  cls: Pick<CareClass, 'from' | 'to'>,
  day: CivilDate,
  settings: Pick<CareSettings, 'askAbsentAfter'>,
  now: Instant,
): boolean {
  if (attendance && (attendance.status !== 'expected' || attendance.askedAt !== undefined)) return false;
  return now >= plusMinutes(startsAt(cls, day), settings.askAbsentAfter) && now < endsAt(cls, day);
}

/** Asked (or said to be on the way), and nothing came of it for so long that somebody should ring. */
export const callsNow = (
  attendance: Pick<Attendance, 'status' | 'askedAt' | 'explained' | 'called'>,
  settings: Pick<CareSettings, 'callAfter'>,
  now: Instant,
): boolean =>
  attendance.status === 'expected' &&
  attendance.askedAt !== undefined &&
  now >= plusMinutes(attendance.explained?.at ?? attendance.askedAt, settings.callAfter) &&
  attendance.called?.reached !== true;

/** What a child that is still here needs now: the reminder, the rungs that are due (each once), the alert. */
export type LateStep = { late: number; remind: boolean; rungs: LateRung[]; alarm: boolean };

/**
 * @param end the end of the child's last class today.
 * @returns undefined when nothing is due. `late` counts steps taken: 1 the reminder, then the rungs.
 */
export function lateStep(
  attendance: Pick<Attendance, 'status' | 'late' | 'alarmedAt'>,
  end: Instant,
  settings: Pick<CareSettings, 'remindBefore' | 'late' | 'alarmAfter'>,
  now: Instant,
): LateStep | undefined {
  if (attendance.status !== 'here' || now < plusMinutes(end, -settings.remindBefore)) return undefined;
  const due = settings.late.filter(rung => now >= plusMinutes(end, rung.after)).length;
  const late = 1 + due;
  const alarm = attendance.alarmedAt === undefined && now >= plusMinutes(end, settings.alarmAfter);
  if (late <= attendance.late && !alarm) return undefined;
  const remind = attendance.late === 0 && due === 0;
  return {
    late: Math.max(late, attendance.late),
    remind,
    rungs: settings.late.slice(Math.max(0, attendance.late - 1), due),
    alarm,
  };
}

/** Adults that so many children need, and whether there are too few. */
export function ratioOf(here: number, adults: number, most: number): { most: number; needed: number; short: boolean } {
  const needed = Math.ceil(here / most);
  return { most, needed, short: adults < needed };
}
