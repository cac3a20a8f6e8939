/** Staff: today at a glance. Two waves, however many classes. */
import type { Attendance, CareClass, CareContract, CareSession, Child, Enrolment } from '../../../types/care';
import type { MinuteOfDay } from '../../../types/time';
import { addDays } from '../../../types/time';
import { no, yes } from '../../../types/verdict';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { between, LIGHT } from '../../_shared/store';
import { careAttendances, careChildren, careClasses, careEnrolments, careSessions } from '../collections';
import { dayKind, endsAt, meetsOn, startsAt } from '../rules/calendar';
import * as rules from '../rules/day';
import { isOnRoll } from '../rules/signup';
import { standingGuardian } from '../rules/who';
import { calendarOf, settingsOf } from '../settings';

/** Counts of one class. Whoever is not on the roll any more counts where it is, not as expected. */
function countsOf(ctx: Context, cls: Stored<CareClass>, members: readonly Enrolment[], days: readonly Attendance[]) {
  const of = (status: Attendance['status']): number => days.filter(each => each.status === status).length;
  const known = new Map(days.map(each => [each.childId, each.status]));
  const open = members.filter(({ childId }) => ['expected', undefined].includes(known.get(childId))).length;
  const begun = ctx.now >= startsAt(cls, ctx.today);
  const [here, leave, absent, gone] = [of('here'), of('leave'), of('absent'), of('gone') + of('moved')];
  return { expected: open + here + gone + absent, here, missing: begun ? open : 0, leave, absent, gone };
}

const phonesOf = (child: Child | undefined) =>
  (child?.guardians ?? [])
    .filter(guardian => child && standingGuardian(child, guardian))
    .flatMap(({ name, relation, phone }) => (phone ? [{ name, relation, phone }] : []));

function classRow(
  ctx: Context,
  cls: Stored<CareClass>,
  members: readonly Enrolment[],
  days: readonly Attendance[],
  session: CareSession | undefined,
) {
  const counts = countsOf(ctx, cls, members, days);
  const staff = (session?.staff ?? []).filter(({ to }) => to === undefined);
  const onDuty = rules.onDuty(session, ctx.session.accountId);
  return {
    classId: cls.id,
    name: cls.name,
    kind: cls.kind,
    place: cls.place,
    from: cls.from as MinuteOfDay,
    to: cls.to as MinuteOfDay,
    ...counts,
    staff: staff.map(({ name, accountId }) => ({ name, me: accountId === ctx.session.accountId })),
    ratio: rules.ratioOf(counts.here, staff.length, cls.ratio),
    closed: session?.closed && { byName: session.closed.byName, at: session.closed.at },
    may: {
      startDuty: session?.closed ? no('DAY_CLOSED') : yes,
      endDuty: onDuty ? yes : no('NOT_ON_DUTY'),
      close: rules.mayClose(session, counts.here, cls, ctx.today, ctx.now),
    },
  };
}

export const boardHandlers: Pick<HandlersOf<CareContract>, 'board'> = {
  async board(_input, ctx) {
    const yesterday = addDays(ctx.today, -1);
    const [settings, open, days, sessions] = await Promise.all([
      settingsOf(ctx.store),
      ctx.store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT }),
      ctx.store.findAll(careAttendances, { day: between(yesterday, ctx.today) }, { without: [...LIGHT, 'note'] }),
      ctx.store.find(careSessions, { day: between(ctx.today, ctx.today) }, { limit: 100, without: LIGHT }),
    ]);
    const calendar = calendarOf(settings);
    const todays = days.filter(({ day }) => day === ctx.today);
    const meeting = open.filter(cls => meetsOn(cls, ctx.today, calendar) || todays.some(({ classId }) => classId === cls.id));
    const classOf = new Map(open.map(cls => [cls.id, cls]));
    const lateOnes = days.filter(each => {
      const cls = classOf.get(each.classId);
      return each.status === 'here' && cls && ctx.now >= endsAt(cls, each.day);
    });
    const callOnes = todays.filter(each => rules.callsNow(each, settings, ctx.now));
    const wanted = [...new Set([...lateOnes, ...callOnes].map(({ childId }) => childId))];
    const [members, children] = await Promise.all([
      meeting.length > 0
        ? ctx.store.findAll(
            careEnrolments,
            { classId: _.in(meeting.map(({ id }) => id)), to: _.gte(ctx.today) },
            { without: LIGHT },
          )
        : [],
      ctx.store.readAll(careChildren, wanted, { without: LIGHT }),
    ]);
    const childOf = new Map(children.map(child => [child.id, child]));
    const session = new Map(sessions.map(each => [each.classId, each]));
    const line = ({ id, childId, childName, classId }: Stored<Attendance>) => ({
      id,
      childId,
      childName,
      className: classOf.get(classId)?.name ?? '',
      phones: phonesOf(childOf.get(childId)),
    });
    const kind = dayKind(ctx.today, calendar);
    return {
      now: ctx.now,
      today: ctx.today,
      open: kind.open || meeting.length > 0,
      dayName: kind.name,
      classes: meeting
        .sort((a, b) => a.from - b.from)
        .map(cls => {
          const own = members.filter(each => each.classId === cls.id && isOnRoll(each, ctx.today));
          return classRow(
            ctx,
            cls,
            own,
            todays.filter(({ classId }) => classId === cls.id),
            session.get(cls.id),
          );
        }),
      calls: callOnes.map(each => ({
        ...line(each),
        askedAt: each.askedAt ?? ctx.now,
        called: each.called && {
          byName: each.called.byName,
          at: each.called.at,
          reached: each.called.reached,
          text: each.called.text,
        },
      })),
      late: lateOnes.map(each => ({
        ...line(each),
        since: endsAt(classOf.get(each.classId)!, each.day),
        alarmed: each.alarmedAt !== undefined,
      })),
    };
  },
};
