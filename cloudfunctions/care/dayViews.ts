/** One child in one class on one day, as its guardians see it. */
import type { Attendance, CareClass, CareSession, CareSettings, Child, DayView, Enrolment, Incident } from '../../types/care';
import { no, yes } from '../../types/verdict';
import type { Stored } from '../_shared/collection';
import { type Calendar, meetsOn } from './rules/calendar';
import { holdsNow } from './rules/consent';
import * as day from './rules/day';
import { attendanceId } from './rules/ids';
import { candidates } from './rules/pickup';
import { isOnRoll } from './rules/signup';
import { guardianOf, isCareStaff, mayDecide } from './rules/who';
import { adultView, type Now } from './views';

/** What surrounds a day: the class, the session with its activities, the settings. */
export type DayScene = {
  cls: Stored<CareClass>;
  enrolment: Pick<Enrolment, 'from' | 'to'> | undefined;
  session: Pick<CareSession, 'activities' | 'staff' | 'closed'> | undefined;
  incidents: readonly Stored<Incident>[];
  settings: CareSettings;
  calendar: Calendar;
};

export const releaseView = (attendance: Pick<Attendance, 'release'>) =>
  attendance.release && {
    at: attendance.release.at,
    name: attendance.release.name,
    relation: attendance.release.relation,
    how: attendance.release.how,
    byName: attendance.release.byName,
  };

export function dayView(child: Stored<Child>, attendance: Attendance, scene: DayScene, { actor, now, today }: Now): DayView {
  const { cls, enrolment, session, incidents, settings, calendar } = scene;
  const decide = mayDecide(child, actor);
  const until = day.leaveUntil(cls, attendance.day, settings);
  const asked = {
    day: attendance.day,
    until,
    meets: meetsOn(cls, attendance.day, calendar),
    onRoll: enrolment !== undefined && isOnRoll(enrolment, attendance.day),
    staff: isCareStaff(actor) && !guardianOf(child, actor),
  };
  const open = attendance.status !== 'gone' && attendance.day >= today;
  const showsPictures = holdsNow(child, 'pictures', today);
  const { explained, note } = attendance;
  const adults = mayDecide(child, actor, 'adults');
  return {
    id: attendanceId(attendance.day, cls.id, child.id),
    day: attendance.day,
    classId: cls.id,
    className: cls.name,
    from: cls.from,
    to: cls.to,
    status: attendance.status,
    leaveReason: attendance.leave?.reason,
    leaveUntil: until,
    askedAt: attendance.askedAt,
    explained: explained && { reason: explained.reason, text: explained.text },
    signedInAt: attendance.signIn?.at,
    activities: (session?.activities ?? []).map(({ at, what, text }) => ({ at, what, text })),
    doing: attendance.doing,
    ate: attendance.ate,
    note: note?.text || undefined,
    pictures: showsPictures ? (note?.pictures.length ?? 0) : 0,
    incidents: incidents.map(({ id, kind, at }) => ({ id, kind, at })),
    release: releaseView(attendance),
    temporaries: candidates(child, attendance, today)
      .filter(({ kind }) => kind === 'temporary')
      .map(adult => adultView(adult, child, actor)),
    may: {
      leave: decide.ok
        ? day.mayGiveLeave(asked, attendance.status === 'leave' ? { status: 'gone' } : attendance, now, today)
        : decide,
      cancelLeave: decide.ok ? day.mayCancelLeave(attendance, today) : decide,
      explain: attendance.status === 'leave' ? no('NO_LEAVE') : day.mayExplain(attendance, today),
      temporary: !adults.ok ? adults : open && asked.onRoll && asked.meets ? yes : no(open ? 'NO_CARE_THAT_DAY' : 'ALREADY_GONE'),
    },
  };
}
