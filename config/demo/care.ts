/** After-school care in the demo community: a running term with four classes, children with their people, the last days. */

import { seal } from '../../cloudfunctions/_shared/seal';
import { FIRST_SETTINGS } from '../../cloudfunctions/care/firstSettings';
import { attendanceId, enrolmentId, holderOf, roomId } from '../../cloudfunctions/care/rules/ids';
import { findable } from '../../cloudfunctions/care/rules/who';
import type { Attendance, Child, Consent, Enrolment, Health } from '../../types/care';
import { addDays, type CivilDate, DAY_MS, dayOf, type Instant, instantAt, weekdayOf } from '../../types/time';
import { careMembers, childrenOf, type Named } from './careCast';
import { CLASSES, classOf, term } from './careClasses';
import { COMMUNITY } from './cast';
import { here, type Row, row } from './community';

function childRow({ id, ...child }: Named, now: Instant): Row {
  const today = dayOf(now);
  const given: Consent = {
    given: true,
    version: 1,
    from: addDays(today, -60),
    to: addDays(today, 300),
    by: child.guardians[0]?.accountId ?? 'wx-linlaoshi',
    byName: child.guardians[0]?.name ?? '',
    at: (now - 60 * DAY_MS) as Instant,
    way: child.guardians[0]?.accountId ? 'inApp' : 'paper',
  };
  const doc: Child = {
    school: '幸福路小学',
    card: `demo${id.slice(2)}`,
    adults: [],
    consentLog: [],
    hasHealth: false,
    status: 'active',
    consents: { care: given, health: given, ...(id === 'k-wuxiaoyu' ? { pictures: given } : {}) },
    careUntil: given.to,
    ...child,
    ...findable({ guardians: child.guardians, adults: child.adults ?? [] }),
  };
  return row(COMMUNITY, here(id), doc);
}

type Place = { status: 'enrolled' | 'waiting'; arrival: number };
function enrolmentRow(classId: string, child: Named, { status, arrival }: Place, now: Instant): Row {
  const { first, last } = term(dayOf(now));
  const doc: Enrolment = {
    classId,
    termId: 't-demo',
    childId: child.id,
    childName: child.name,
    pinyin: child.pinyin,
    status,
    arrival,
    round: 1,
    seat: status === 'enrolled' ? 'general' : 'none',
    watchers: findable({ guardians: child.guardians, adults: [] }).guardianAccounts,
    signedUpBy: child.guardians[0]?.accountId ?? 'wx-linlaoshi',
    signedUpByName: child.guardians[0]?.name ?? '',
    onBehalf: !child.guardians[0]?.accountId,
    at: (now - 70 * DAY_MS) as Instant,
    ...(status === 'enrolled' ? { from: first, to: last } : {}),
    fee: CLASSES[classId]!.fee,
    feeLines: [],
  };
  return row(COMMUNITY, here(enrolmentId(classId, child.id)), doc);
}

/** A day that is over: came at the beginning, collected by the first guardian at the end; each seventh was ill. */
function pastDay(day: CivilDate, classId: string, child: Named, i: number): Row {
  const { from, to } = CLASSES[classId]!;
  const teacher = { by: 'wx-linlaoshi', byName: '林老师' };
  const who = child.guardians[0]!;
  const came: Partial<Attendance> = {
    status: 'gone',
    signIn: { ...teacher, at: instantAt(day, from + (i % 12)), how: 'tap' },
    doing: 'homework',
    ate: 'all',
    release: {
      ...teacher,
      at: instantAt(day, to - (i % 25)),
      adultId: who.id,
      name: who.name,
      relation: who.relation,
      how: 'code',
      temporary: false,
    },
  };
  const ill: Partial<Attendance> = {
    status: 'leave',
    leave: { by: '', byName: who.name, at: instantAt(day, 480), reason: '生病' },
  };
  const blank = { day, classId, childId: child.id, childName: child.name, pinyin: child.pinyin, temporaries: [], late: 0 };
  return row(COMMUNITY, here(attendanceId(day, classId, child.id)), { ...blank, ...(i % 7 === 6 ? ill : came) });
}

const health: Health = { allergens: ['peanut'], diets: [], note: '吃到花生会起疹子，书包里有药', emergency: '外婆 13900000062' };

/** Every document of the care, and the accounts that come with it. */
export function careRows(now: Instant): Record<string, Row[]> & { accounts: Row[]; places: Row[] } {
  const today = dayOf(now);
  const children = childrenOf(now);
  const groups: Record<string, Named[]> = {
    'c-noon': children.slice(0, 18),
    'c-afternoon': children.slice(0, 28),
    'c-evening': children.slice(1, 13),
    'c-weekend': children.slice(0, 10),
  };
  const enrolled = Object.entries(groups).flatMap(([classId, members]) =>
    members.map((child, i) => ({
      classId,
      child,
      place: { status: i < CLASSES[classId]!.capacity ? 'enrolled' : 'waiting', arrival: i + 1 } as Place,
    })),
  );
  const rooms = Object.entries(groups).map(([classId, members]) => {
    const { capacity } = CLASSES[classId]!;
    const seated = members.slice(0, capacity);
    const holders = Object.fromEntries(seated.map(({ id }) => [holderOf(id, 1), `1@${now - 70 * DAY_MS}`]));
    const room = {
      capacity,
      left: capacity - seated.length,
      open: true,
      closesAt: instantAt(term(today).last, 1440),
      issued: members.length,
      holders,
    };
    return row(COMMUNITY, here(roomId(classId, 'general')), room);
  });
  const past = [-2, -1]
    .map(days => addDays(today, days))
    .flatMap(day =>
      enrolled
        .filter(({ classId, place }) => place.status === 'enrolled' && CLASSES[classId]!.weekdays.includes(weekdayOf(day)))
        .map(({ classId, child }, i) => pastDay(day, classId, child, i)),
    );
  const grants = (role: string) => ({ role, grantedBy: 'wx-zhouzhuren', grantedAt: now - 100 * DAY_MS });
  return {
    careSettings: [row(COMMUNITY, here('main'), { ...FIRST_SETTINGS, phone: '02885550003' })],
    careTerms: [row(COMMUNITY, here('t-demo'), term(today))],
    careClasses: Object.keys(CLASSES).map(id => row(COMMUNITY, here(id), classOf(id, today))),
    careChildren: children.map(child => childRow(child, now)),
    careHealth: [
      row(COMMUNITY, here('k-wuxiaoyu'), {
        sealed: seal(health, ['care', COMMUNITY, 'health', 'k-wuxiaoyu']),
        updatedAt: now - DAY_MS,
        updatedBy: 'wx-wujianguo',
      }),
    ],
    careEnrolments: enrolled.map(({ classId, child, place }) => enrolmentRow(classId, child, place, now)),
    careAttendances: past,
    places: rooms,
    accounts: careMembers.map(({ openid, name, phone, grants: roles }) =>
      row(COMMUNITY, openid, { name, phone, grants: roles.map(grants), status: 'member' }),
    ),
  };
}
