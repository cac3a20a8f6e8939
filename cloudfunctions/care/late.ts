/** A child that is still here: when it should have been collected, and one step of the ladder by one save of its day. */
import type { Attendance, CareClass, CareSettings, Child, Enrolment } from '../../types/care';
import { clockText, dateText, type Instant } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { LIGHT } from '../_shared/store';
import { event, type Tell } from '../_shared/tell';
import { careAttendances, careEnrolments, careSessions } from './collections';
import { endsAt, meetsOn, plusMinutes, startsAt } from './rules/calendar';
import * as rules from './rules/day';
import { sessionId } from './rules/ids';
import { isOnRoll } from './rules/signup';
import { calendarOf } from './settings';
import { addresseesOf, dayData, lateCall, toGuardians } from './tell';

/** The reminder, the rungs that are due, and the alert, all by one save of the child's day. */
export async function climb(
  ctx: Context,
  attendance: Stored<Attendance>,
  { cls, end }: { cls: Stored<CareClass>; end: Instant },
  child: Stored<Child>,
  settings: CareSettings,
  staff: readonly { accountId: string; phone?: string }[],
): Promise<boolean> {
  const { id } = attendance;
  let stepped = false;
  await ctx.store
    .at(`late:${id}`)
    .draft(careAttendances, id)
    .save(current => {
      const step = current && rules.lateStep(current, end, settings, ctx.now);
      if (!current || !step) return undefined;
      stepped = true;
      const words = { ...dayData(id, cls, settings, ctx.now), child: child.name };
      const tell: Tell[] = [
        ...(step.remind ? toGuardians(child, 'careReminder', words) : []),
        ...step.rungs.flatMap((rung, i) =>
          lateCall(rung, addresseesOf(rung.who, child, current, staff), words, `care:${id}~${current.late + i}`),
        ),
        ...(step.alarm ? [alarmOf(current, id, cls, child, settings)] : []),
      ];
      return { doc: { ...current, late: step.late, alarmedAt: step.alarm ? ctx.now : current.alarmedAt }, tell };
    });
  return stepped;
}

/** The one way to raise an alert; the domain of safety has its own ladder of people. */
const alarmOf = (attendance: Attendance, id: string, cls: CareClass, child: Stored<Child>, settings: CareSettings): Tell =>
  event('alarm.raised', {
    kind: 'childLate',
    cause: `care:${id}`.slice(0, 120),
    subjectId: child.id,
    name: child.name.slice(0, 20),
    title: '孩子过时没人接',
    facts: [`${dateText(attendance.day)}${cls.name}，${clockText(cls.to)}下课`, `托管电话 ${settings.phone || '未填'}`],
    place: { text: `${settings.place}${cls.place}`.slice(0, 60) },
  });

/** A child is signed in although the day was closed: the day is open again. */
export async function reopen(ctx: Context, day: Attendance['day'], classId: string): Promise<void> {
  const session = await ctx.store.read(careSessions, sessionId(day, classId));
  if (!session?.closed) return;
  await ctx.store
    .at(`reopen:${classId}`)
    .draft(careSessions, session.id, { quiet: true })
    .save(current => current && { doc: { ...current, closed: undefined } });
}

export const enrolmentsOf = (ctx: Context, near: readonly Attendance[]): Promise<Stored<Enrolment>[]> =>
  near.length === 0
    ? Promise.resolve([])
    : ctx.store.findAll(careEnrolments, { childId: _.in([...new Set(near.map(({ childId }) => childId))]) }, { without: LIGHT });

type Around = {
  open: readonly Stored<CareClass>[];
  days: readonly Attendance[];
  enrolments: readonly Enrolment[];
  settings: CareSettings;
};
/** Minutes between two classes within which a child stays and goes on to the next. */
const GAP = 60;

/** When somebody should be there: the end of the class, or, where the child goes on, when it is missed at the next. */
export function endOf(attendance: Attendance, cls: Stored<CareClass>, { open, days, enrolments, settings }: Around): Instant {
  const { childId, day } = attendance;
  const next = open
    .filter(each => each.from >= cls.to && each.from - cls.to <= GAP && meetsOn(each, day, calendarOf(settings)))
    .filter(each => enrolments.some(one => one.classId === each.id && one.childId === childId && isOnRoll(one, day)))
    .filter(
      each =>
        !days.some(one => one.day === day && one.classId === each.id && one.childId === childId && one.status !== 'expected'),
    )
    .sort((a, b) => a.from - b.from)[0];
  return next ? plusMinutes(startsAt(next, day), settings.askAbsentAfter) : endsAt(cls, day);
}
