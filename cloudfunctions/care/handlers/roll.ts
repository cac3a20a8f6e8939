/** Staff: the roll of a class, duty, signing in. */
import type { Attendance, CareContract, CareSession } from '../../../types/care';
import { no, yes } from '../../../types/verdict';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { between, LIGHT } from '../../_shared/store';
import { careAttendances, careChildren, careClasses, careEnrolments, careSessions } from '../collections';
import { rollRow } from '../deskViews';
import { known, rollOf, rowsOf, sessionToday } from '../roll';
import { dayKind, meetsOn } from '../rules/calendar';
import { holds } from '../rules/consent';
import * as rules from '../rules/day';
import { attendanceId, enrolmentId, readAttendanceId, sessionId } from '../rules/ids';
import { isOnRoll } from '../rules/signup';
import { calendarOf, settingsOf } from '../settings';
import { dayData, toGuardians } from '../tell';
import { blankDay } from '../views';

type Roll = Pick<HandlersOf<CareContract>, 'roll' | 'startDuty' | 'endDuty' | 'signIn' | 'undoSignIn'>;

export const rollHandlers: Roll = {
  async roll({ classId, day: asked }, ctx) {
    const day = asked ?? ctx.today;
    const [cls, settings, session, roll] = await Promise.all([
      ctx.store.need(careClasses, classId),
      settingsOf(ctx.store),
      ctx.store.read(careSessions, sessionId(day, classId)),
      rollOf(ctx, classId, day),
    ]);
    const ids = [...new Set([...roll.members, ...roll.attendances].map(({ childId }) => childId))];
    const children = new Map((await ctx.store.readAll(careChildren, ids, { without: LIGHT })).map(child => [child.id, child]));
    const meets = meetsOn(cls, day, calendarOf(settings));
    const onDuty = day === ctx.today && rules.onDuty(session, ctx.session.accountId);
    const rows = rowsOf({ day, classId }, roll.members, roll.attendances, children).map(({ enrolment, child, attendance }) =>
      rollRow({ day, classId }, enrolment, child, attendance, { meets: meets && day === ctx.today, session, onDuty }),
    );
    rows.sort((a, b) => a.no - b.no);
    const here = rows.filter(({ status }) => status === 'here').length;
    const today = meets && day === ctx.today;
    return {
      now: ctx.now,
      day,
      open: meets || dayKind(day, calendarOf(settings)).open,
      className: cls.name,
      from: cls.from,
      to: cls.to,
      rows,
      activities: (session?.activities ?? []).map(({ at, what, text, byName }) => ({ at, what, text, byName })),
      onDuty,
      closed: session?.closed && { byName: session.closed.byName, at: session.closed.at },
      may: {
        startDuty: !today ? no('NO_CARE_THAT_DAY') : session?.closed ? no('DAY_CLOSED') : yes,
        close: today ? rules.mayClose(session, here, cls, day, ctx.now) : no('NO_CARE_THAT_DAY'),
      },
    };
  },

  async startDuty({ classId }, ctx) {
    const { draft, or } = await sessionToday(ctx, classId);
    const { accountId, name } = ctx.session;
    await draft.save(current => {
      if (current?.closed) return ctx.refuse('DAY_CLOSED');
      if (current && rules.onDuty(current, accountId)) return undefined;
      const session = or(current);
      return { doc: { ...session, staff: [...session.staff, { accountId, name, from: ctx.now }].slice(-40) } };
    });
    return { done: true as const };
  },

  async endDuty({ classId }, ctx) {
    const { accountId } = ctx.session;
    await ctx.store.draft(careSessions, sessionId(ctx.today, classId), { quiet: true }).save(current => {
      if (!current || !rules.onDuty(current, accountId)) return ctx.refuse('NOT_ON_DUTY');
      const end = (each: CareSession['staff'][number]) =>
        each.accountId === accountId && !each.to ? { ...each, to: ctx.now } : each;
      return { doc: { ...current, staff: current.staff.map(end) } };
    });
    return { done: true as const };
  },

  /** A child that is in another class goes on from there: both records change at once, so it is in one place only. */
  async signIn({ classId, childId, how }, ctx) {
    const id = attendanceId(ctx.today, classId, childId);
    const draft = ctx.store.draft(careAttendances, id);
    const [cls, settings, session, enrolment, child, todays] = await Promise.all([
      ctx.store.need(careClasses, classId),
      settingsOf(ctx.store),
      ctx.store.read(careSessions, sessionId(ctx.today, classId)),
      ctx.store.read(careEnrolments, enrolmentId(classId, childId)),
      ctx.store.need(careChildren, childId),
      ctx.store.find(careAttendances, { childId, day: between(ctx.today, ctx.today) }, { limit: 20 }),
    ]);
    const onRoll = enrolment !== undefined && isOnRoll(enrolment, ctx.today) && holds(child, 'care', ctx.today);
    const arrival = { meets: meetsOn(cls, ctx.today, calendarOf(settings)), onRoll, session };
    const elsewhere = todays.find(each => each.status === 'here' && each.classId !== classId);
    const signed = (current: Attendance | undefined): Attendance => {
      ctx.insist(rules.maySignIn(arrival, current, child.name));
      const blank = current ?? blankDay({ day: ctx.today, classId, childId }, child);
      const signIn = { by: ctx.session.accountId, byName: ctx.session.name, at: ctx.now, how };
      return { ...blank, status: 'here', signIn };
    };
    const words = dayData(id, cls, settings, ctx.now);
    const attendance = elsewhere
      ? await goOn(ctx, elsewhere, id, signed, () => toGuardians(child, 'careMoved', words))
      : await draft.save(current => ({ doc: signed(current), tell: toGuardians(child, 'careArrived', words) }));
    const scene = { meets: true, session, onDuty: rules.onDuty(session, ctx.session.accountId) };
    return rollRow({ day: ctx.today, classId }, enrolment, child, attendance, scene);
  },

  async undoSignIn({ id }, ctx) {
    const of = readAttendanceId(id);
    const draft = ctx.store.draft(careAttendances, id, { quiet: true });
    if (!of) return ctx.refuse('NOT_HERE');
    const [cls, settings, session, enrolment, child] = await known(ctx, of);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_HERE');
      ctx.insist(rules.mayUndoSignIn(current));
      return { doc: { ...current, status: 'expected', signIn: undefined, late: 0 } };
    });
    const scene = {
      meets: meetsOn(cls, of.day, calendarOf(settings)) && of.day === ctx.today,
      session,
      onDuty: rules.onDuty(session, ctx.session.accountId),
    };
    return rollRow(of, enrolment, child, saved, scene);
  },
};

async function goOn(
  ctx: Context,
  from: Stored<Attendance>,
  id: string,
  signed: (current: Attendance | undefined) => Attendance,
  tell: () => ReturnType<typeof toGuardians>,
): Promise<Attendance> {
  return ctx.store.together(async tx => {
    const [before, current] = [await tx.read(careAttendances, from.id), await tx.read(careAttendances, id)];
    const again = current?.history.some(
      ({ requestId, action }) => requestId === ctx.store.author.requestId && action === 'signIn',
    );
    if (current && again) return current;
    const next = signed(current);
    await tx.write(careAttendances, id, next, current, tell());
    if (before?.status === 'here')
      await tx.write(careAttendances, from.id, { ...before, status: 'moved', movedTo: next.classId }, before);
    return next;
  });
}
