/** Children, classes and days with fixed values; a test says only what matters to it. */
import { FIRST_SETTINGS } from '../../cloudfunctions/care/firstSettings';
import type { Calendar } from '../../cloudfunctions/care/rules/calendar';
import { findable } from '../../cloudfunctions/care/rules/who';
import type { Attendance, CareClass, Child, Guardian } from '../../types/care';
import { fen } from '../../types/money';
import { addDays, civilDate, type Instant, instantAt, readClock } from '../../types/time';

const at = (text: string) => readClock(text)!;
/** A Thursday. */
export const thursday = civilDate('2026-11-26');
export const when = (text: string, days = 0): Instant => instantAt(addDays(thursday, days), at(text));

export const guardian = (id: string, over: Partial<Guardian> = {}): Guardian => ({
  id,
  accountId: `wx-${id}`,
  name: `监护人${id}`,
  relation: '母亲',
  phone: '13900000001',
  status: 'confirmed',
  since: 0 as Instant,
  ...over,
});

export function child(over: Partial<Child> = {}): Child {
  const doc: Child = {
    name: '吴小雨',
    birthDate: civilDate('2017-05-20'),
    school: '幸福路小学',
    schoolClass: '三年级2班',
    card: 'card',
    guardians: [guardian('g-a', { phone: '13900000001' }), guardian('g-b', { relation: '父亲', phone: '13900000002' })],
    adults: [],
    consents: {
      care: {
        given: true,
        version: 1,
        from: addDays(thursday, -30),
        to: addDays(thursday, 300),
        by: 'wx-g-a',
        byName: '妈妈',
        at: when('08:00'),
        way: 'inApp',
      },
    },
    consentLog: [],
    hasHealth: false,
    guardianAccounts: [],
    adultAccounts: [],
    invitedPhones: [],
    status: 'active',
    ...over,
  };
  return { ...doc, ...findable(doc) };
}

export const careClass = (over: Partial<CareClass> = {}): CareClass => ({
  termId: 't',
  term: { name: '本学期', first: addDays(thursday, -60), last: addDays(thursday, 60), holidays: [] },
  kind: 'afternoon',
  name: '四点半班',
  place: '二楼',
  weekdays: [1, 2, 3, 4, 5],
  from: at('16:30'),
  to: at('18:00'),
  capacity: 10,
  reserved: 0,
  ratio: 10,
  fee: fen(0),
  minAge: 6,
  maxAge: 12,
  mode: 'firstCome',
  opensAt: when('08:00'),
  closesAt: when('08:00', 7),
  status: 'open',
  group: { revision: 0, digest: '' },
  ...over,
});

export const attendance = (over: Partial<Attendance> = {}): Attendance => ({
  day: thursday,
  classId: 'c',
  childId: 'k',
  childName: '吴小雨',
  status: 'here',
  temporaries: [],
  late: 0,
  ...over,
});

export const calendar = (over: Partial<Calendar> = {}): Calendar => ({
  settings: FIRST_SETTINGS,
  national: () => undefined,
  ...over,
});
