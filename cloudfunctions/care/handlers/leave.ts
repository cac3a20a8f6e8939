/** Guardians: the calendar of a class, leave until the cut-off, and where a missing child is. */
import type { CareContract } from '../../../types/care';
import { daysFrom, monthRange } from '../../../types/time';
import type { HandlersOf } from '../../_shared/context';
import { between, LIGHT } from '../../_shared/store';
import { careAttendances, careChildren, careClasses, careEnrolments } from '../collections';
import { dayView } from '../dayViews';
import { attendanceOr, decides, draftOfDay, knownDay, nowOf, viewOfDay } from '../known';
import { dayKind, meetsOn, termHoliday } from '../rules/calendar';
import * as rules from '../rules/day';
import { attendanceId, enrolmentId } from '../rules/ids';
import { isOnRoll } from '../rules/signup';
import { guardianOf, maySee } from '../rules/who';
import { calendarOf, settingsOf } from '../settings';
import { blankDay } from '../views';

type Leave = Pick<HandlersOf<CareContract>, 'calendar' | 'giveLeave' | 'cancelLeave' | 'explainAbsence'>;

export const leaveHandlers: Leave = {
  async calendar({ classId, month, childId }, ctx) {
    const { first, last } = monthRange(month);
    const [settings, cls, child, enrolment, days] = await Promise.all([
      settingsOf(ctx.store),
      ctx.store.need(careClasses, classId),
      childId ? ctx.store.read(careChildren, childId) : undefined,
      childId ? ctx.store.read(careEnrolments, enrolmentId(classId, childId)) : undefined,
      childId ? ctx.store.find(careAttendances, { childId, day: between(first, last) }, { limit: 200, without: LIGHT }) : [],
    ]);
    if (childId) ctx.insist(maySee(child, ctx.session));
    const calendar = calendarOf(settings);
    const scene = { cls, enrolment, session: undefined, incidents: [], settings, calendar };
    const count = Number(last.slice(8));
    return {
      className: cls.name,
      days: daysFrom(first, count).map(day => {
        const open = meetsOn(cls, day, calendar);
        const name = termHoliday(cls.term, day) ?? dayKind(day, calendar).name;
        if (!child || !enrolment || !isOnRoll(enrolment, day)) return { day, open, name };
        const found = days.find(each => each.day === day && each.classId === classId);
        if (!open && !found) return { day, open, name };
        const view = dayView(child, found ?? blankDay({ day, classId, childId: child.id }, child), scene, nowOf(ctx));
        const { id, status, leaveUntil, may } = view;
        return { day, open, name, id, status, leaveUntil, may: { leave: may.leave, cancelLeave: may.cancelLeave } };
      }),
    };
  },

  async giveLeave({ classId, childId, day, reason }, ctx) {
    const id = attendanceId(day, classId, childId);
    const draft = draftOfDay(ctx, id);
    const known = await knownDay(ctx, id);
    const { child, cls, scene, settings } = known;
    decides(ctx, child);
    const asked = {
      day,
      until: rules.leaveUntil(cls, day, settings),
      meets: meetsOn(cls, day, scene.calendar),
      onRoll: scene.enrolment !== undefined && isOnRoll(scene.enrolment, day),
      staff: guardianOf(child, ctx.session) === undefined,
    };
    const saved = await draft.save(current => {
      ctx.insist(rules.mayGiveLeave(asked, current, ctx.now, ctx.today));
      const leave = { by: ctx.session.accountId, byName: ctx.session.name, at: ctx.now, reason };
      return { doc: { ...attendanceOr(current, known), status: 'leave', leave }, onBehalfOf: asked.staff ? childId : undefined };
    });
    return viewOfDay(ctx, known, saved);
  },

  async cancelLeave({ attendanceId: id }, ctx) {
    const draft = draftOfDay(ctx, id);
    const known = await knownDay(ctx, id);
    decides(ctx, known.child);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NO_LEAVE');
      ctx.insist(rules.mayCancelLeave(current, ctx.today));
      return { doc: { ...current, status: 'expected', leave: undefined } };
    });
    return viewOfDay(ctx, known, saved);
  },

  /** Any guardian may say where the child is, whoever decides. */
  async explainAbsence({ attendanceId: id, reason, text }, ctx) {
    const draft = draftOfDay(ctx, id);
    const known = await knownDay(ctx, id);
    await draft.save(current => {
      ctx.insist(rules.mayExplain(current, ctx.today));
      const attendance = attendanceOr(current, known);
      const explained = { by: ctx.session.accountId, byName: ctx.session.name, at: ctx.now, reason, text };
      // On the way: the child is still expected, and nobody asks again.
      const status = reason === 'onTheWay' || attendance.status === 'leave' ? attendance.status : 'absent';
      return { doc: { ...attendance, status, explained, askedAt: attendance.askedAt ?? ctx.now } };
    });
    return { done: true as const };
  },
};
