/** What the guardian's first page is made of: two waves, whatever the number of children. */
import type { Attendance, CareClass, CareSession, CareSettings, Child, CollectView, Enrolment, Incident } from '../../types/care';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { accounts } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { pickupCode } from './codes';
import { careAttendances, careChildren, careClasses, careEnrolments, careIncidents, careSessions } from './collections';
import { dayView } from './dayViews';
import { positionOf } from './enrol';
import { nowOf } from './known';
import { meetsOn } from './rules/calendar';
import { candidates } from './rules/pickup';
import { isOnRoll } from './rules/signup';
import { guardianOf } from './rules/who';
import { calendarOf, settingsOf } from './settings';
import { blankDay } from './views';

export const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> => new Map(list.map(each => [each.id, each]));

export type Scene = {
  open: Stored<CareClass>[];
  enrolments: Stored<Enrolment>[];
  days: Stored<Attendance>[];
  sessions: Map<string, Stored<CareSession>>;
  incidents: Stored<Incident>[];
};

/** Classes of today that this child is in, in the order of the clock, with what happened. */
export function todays(ctx: Context, child: Stored<Child>, scene: Scene, settings: CareSettings) {
  const calendar = calendarOf(settings);
  const own = scene.enrolments.filter(each => each.childId === child.id);
  const classes = scene.open.filter(cls => {
    const enrolment = own.find(({ classId }) => classId === cls.id);
    const happened = scene.days.some(each => each.childId === child.id && each.classId === cls.id);
    return happened || (enrolment !== undefined && isOnRoll(enrolment, ctx.today) && meetsOn(cls, ctx.today, calendar));
  });
  return classes
    .sort((a, b) => a.from - b.from)
    .map(cls => {
      const found = scene.days.find(each => each.childId === child.id && each.classId === cls.id);
      const attendance = found ?? blankDay({ day: ctx.today, classId: cls.id, childId: child.id }, child);
      const enrolment = own.find(({ classId }) => classId === cls.id);
      const session = scene.sessions.get(`${ctx.today}:${cls.id}`);
      const incidents = scene.incidents.filter(each => each.childId === child.id && each.classId === cls.id);
      return {
        cls,
        attendance,
        view: dayView(child, attendance, { cls, enrolment, session, incidents, settings, calendar }, nowOf(ctx)),
      };
    });
}

/** What I collect today: with the code that is mine alone. A barred person is shown nothing. */
export function collectOf(ctx: Context, child: Stored<Child>, days: ReturnType<typeof todays>): CollectView[] {
  return days.flatMap(({ cls, attendance }) => {
    const me = candidates(child, attendance, ctx.today).find(({ accountId }) => accountId === ctx.session.accountId);
    if (!me || (!me.authorised.ok && attendance.release?.adultId !== me.id) || attendance.status === 'leave') return [];
    const state = attendance.status === 'here' ? 'here' : attendance.status === 'gone' ? 'collected' : 'notHereYet';
    if (attendance.status === 'moved') return [];
    const code = pickupCode(ctx.session.communityId, me.id, child.id, ctx.today);
    const shown = { childName: child.name, className: cls.name, day: ctx.today, to: cls.to, code };
    return [{ attendanceId: `${ctx.today}:${cls.id}:${child.id}`, ...shown, state: state as CollectView['state'] }];
  });
}

/** All reads, in two waves. */
export async function readMine(ctx: Context) {
  const { store, session, today } = ctx;
  const me = session.accountId;
  const [settings, open, account, mine, collecting, temporary, watched] = await Promise.all([
    settingsOf(store),
    store.find(careClasses, { status: 'open' }, { limit: 200, without: LIGHT }),
    store.read(accounts, me),
    store.find(careChildren, { guardianAccounts: me }, { limit: 20, without: LIGHT }),
    store.find(careChildren, { adultAccounts: me }, { limit: 20, without: LIGHT }),
    store.find(careAttendances, { 'temporaries.accountId': me, day: today }, { limit: 20, without: LIGHT }),
    store.find(careEnrolments, { watchers: me, status: 'waiting' }, { limit: 40, without: LIGHT }),
  ]);
  const own = mine.filter(child => child.status === 'active' && guardianOf(child, session));
  const ids = [...new Set([...own, ...collecting].map(({ id }) => id).concat(temporary.map(({ childId }) => childId)))];
  const [invited, strangers, enrolments, days, sessions, incidents, positions] = await Promise.all([
    account?.phone ? store.find(careChildren, { invitedPhones: account.phone }, { limit: 10, without: LIGHT }) : [],
    store.readAll(
      careChildren,
      ids.filter(id => ![...own, ...collecting].some(child => child.id === id)),
      { without: LIGHT },
    ),
    ids.length > 0 ? store.find(careEnrolments, { childId: _.in(ids) }, { limit: 200, without: LIGHT }) : [],
    ids.length > 0 ? store.find(careAttendances, { childId: _.in(ids), day: today }, { limit: 100, without: LIGHT }) : [],
    ids.length > 0 ? store.find(careSessions, { day: today }, { limit: 100, without: LIGHT }) : [],
    own.length > 0
      ? store.find(careIncidents, { childId: _.in(own.map(({ id }) => id)), day: today }, { limit: 50, without: LIGHT })
      : [],
    Promise.all(watched.map(async each => [each.id, await positionOf(ctx, each)] as const)),
  ]);
  const scene: Scene = { open, enrolments, days, sessions: byId(sessions), incidents };
  const all = [...byId([...own, ...collecting, ...strangers]).values()].filter(({ status }) => status === 'active');
  return { settings, phone: account?.phone, own, all, invited, scene, positions: new Map(positions) };
}
