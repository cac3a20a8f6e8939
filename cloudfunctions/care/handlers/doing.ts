/** Staff: calls, activities, what a child does and eats, pictures, incidents. */
import type { Attendance, CareContract } from '../../../types/care';
import type { Context, HandlersOf } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { seal } from '../../_shared/seal';
import { careAttendances, careChildren, careClasses, careIncidents, careSessions } from '../collections';
import { rollRow } from '../deskViews';
import { known, sessionToday } from '../roll';
import { meetsOn } from '../rules/calendar';
import { holdsNow } from '../rules/consent';
import * as rules from '../rules/day';
import { fileFolder, isOurFile, readAttendanceId, sessionId } from '../rules/ids';
import { calendarOf, settingsOf } from '../settings';
import { dayData, toGuardians } from '../tell';
import { incidentWhere } from './showing';

type Doing = Pick<HandlersOf<CareContract>, 'recordCall' | 'addActivity' | 'saveDay' | 'pictureTicket' | 'reportIncident'>;

const doer = (ctx: Context) => ({ by: ctx.session.accountId, byName: ctx.session.name, at: ctx.now });
/** A folder a day and child: pictures of one child are never among those of another. */
const pictureFolder = (ctx: Context, attendanceId: string): string =>
  fileFolder(ctx.session.communityId, 'pictures', attendanceId);

export const doingHandlers: Doing = {
  async recordCall({ id, reached, text }, ctx) {
    await ctx.store.draft(careAttendances, id, { quiet: true }).save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      const may = rules.mayExplain(current, current.day);
      if (!may.ok && may.code !== 'PAST_DAY') ctx.refuse(may.code, may.details);
      return { doc: { ...current, called: { ...doer(ctx), reached, text } } };
    });
    return { done: true as const };
  },

  async addActivity({ classId, what, text }, ctx) {
    const { draft, or } = await sessionToday(ctx, classId);
    await draft.save(current => {
      if (current?.closed) return ctx.refuse('DAY_CLOSED');
      const session = or(current);
      return { doc: { ...session, activities: [...session.activities, { ...doer(ctx), what, text }].slice(-40) } };
    });
    return { done: true as const };
  },

  async saveDay({ id, doing, ate, note, pictures }, ctx) {
    const of = readAttendanceId(id);
    const draft = ctx.store.draft(careAttendances, id, { quiet: true });
    if (!of) return ctx.refuse('NOT_HERE');
    const [cls, settings, session, enrolment, child] = await known(ctx, of);
    if (pictures?.some(fileId => !isOurFile(fileId, pictureFolder(ctx, id)))) ctx.refuse('NOT_OUR_FILE');
    if (pictures?.length && !(child && holdsNow(child, 'pictures', ctx.today))) ctx.refuse('NO_PICTURE_CONSENT');
    const saved = await draft.save(current => {
      if (!current?.signIn) return ctx.refuse('NOT_HERE');
      const words = { text: note ?? current.note?.text ?? '', pictures: pictures ?? current.note?.pictures ?? [] };
      const written = note === undefined && pictures === undefined ? current.note : { ...doer(ctx), ...words };
      const doc: Attendance = { ...current, doing: doing ?? current.doing, ate: ate ?? current.ate, note: written };
      return { doc };
    });
    const meets = meetsOn(cls, of.day, calendarOf(settings)) && of.day === ctx.today;
    const scene = { meets, session, onDuty: rules.onDuty(session, ctx.session.accountId) };
    return rollRow(of, enrolment, child, saved, scene);
  },

  async pictureTicket({ id }, ctx) {
    const of = readAttendanceId(id);
    const child = of && (await ctx.store.read(careChildren, of.childId));
    if (!child || !holdsNow(child, 'pictures', ctx.today)) ctx.refuse('NO_PICTURE_CONSENT');
    await ctx.store.author.guard;
    return files.ticket(`${pictureFolder(ctx, id)}${newId('pic')}.jpg`);
  },

  /** Written by whoever looks after the class; told without a word of what it was. */
  async reportIncident({ id, kind, text }, ctx) {
    const of = readAttendanceId(id);
    if (!of) return ctx.refuse('NOT_FOUND');
    const incidentId = `i-${digest(['incident', ctx.session.accountId, ctx.store.author.requestId], 16)}`;
    const draft = ctx.store.draft(careIncidents, incidentId, { fresh: true });
    const [attendance, child, cls, session, settings] = await Promise.all([
      ctx.store.need(careAttendances, id),
      ctx.store.need(careChildren, of.childId),
      ctx.store.need(careClasses, of.classId),
      ctx.store.read(careSessions, sessionId(of.day, of.classId)),
      settingsOf(ctx.store),
    ]);
    if (!rules.onDuty(session, ctx.session.accountId)) ctx.refuse('NOT_ON_DUTY');
    const sealed = seal(text, incidentWhere(ctx.session.communityId, incidentId));
    await draft.save(() => ({
      doc: { attendanceId: attendance.id, ...of, kind, sealed, ...doer(ctx) },
      tell: toGuardians(child, 'careIncident', dayData(id, cls, settings, ctx.now)),
    }));
    return { incidentId };
  },
};
