/** What staff see: a row of the roll, a child at the pick-up counter. */
import type { Attendance, Child, Enrolment, PickupMatch, RollRow } from '../../types/care';
import type { CivilDate } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';
import { maskPhone } from '../../types/words';
import type { Stored } from '../_shared/collection';
import { releaseView } from './dayViews';
import { holdsNow } from './rules/consent';
import { maySignIn, mayUndoSignIn } from './rules/day';
import { attendanceId } from './rules/ids';
import { candidates } from './rules/pickup';

const barredOf = (child: Child | undefined) => (child?.custody?.barred ?? []).map(({ name, relation }) => ({ name, relation }));

export type RollScene = { meets: boolean; session: Parameters<typeof maySignIn>[0]['session']; onDuty: boolean };

export function rollRow(
  of: { day: CivilDate; classId: string },
  enrolment: Pick<Enrolment, 'arrival' | 'childId' | 'childName' | 'pinyin'> | undefined,
  child: Stored<Child> | undefined,
  attendance: Attendance,
  { meets, session, onDuty }: RollScene,
): RollRow {
  const { status, leave, explained, askedAt, signIn, doing, ate, note } = attendance;
  const health: Verdict<string> = !child?.hasHealth ? no('NOT_FOUND') : onDuty ? yes : no('NOT_ON_DUTY');
  return {
    id: attendanceId(of.day, of.classId, attendance.childId),
    childId: attendance.childId,
    name: attendance.childName,
    pinyin: attendance.pinyin,
    no: enrolment?.arrival ?? 0,
    card: child?.card ?? '',
    school: child?.school ?? '',
    schoolClass: child?.schoolClass ?? '',
    status,
    leaveReason: leave?.reason,
    explained: explained && { reason: explained.reason, text: explained.text },
    askedAt,
    signedInAt: signIn?.at,
    doing,
    ate,
    note: note?.text || undefined,
    release: releaseView(attendance),
    hasHealth: child?.hasHealth ?? false,
    barred: barredOf(child),
    mayPicture: child !== undefined && holdsNow(child, 'pictures', of.day),
    may: {
      signIn: maySignIn({ meets, onRoll: enrolment !== undefined, session }, attendance),
      undo: mayUndoSignIn(attendance),
      health,
    },
  };
}

/** Authorised people first; a barred one is named where staff cannot miss it. */
export function pickupMatch(
  child: Stored<Child>,
  attendance: Stored<Attendance>,
  className: string,
  today: CivilDate,
  adultId?: string,
): PickupMatch {
  const people = candidates(child, attendance, today);
  people.sort((a, b) => Number(b.id === adultId) - Number(a.id === adultId) || Number(b.authorised.ok) - Number(a.authorised.ok));
  return {
    id: attendance.id,
    childId: child.id,
    childName: child.name,
    className,
    schoolClass: child.schoolClass,
    status: attendance.status === 'gone' ? 'gone' : 'here',
    release: releaseView(attendance),
    adultId,
    adults: people.map(({ id, name, relation, phone, kind, accountId, authorised }) => ({
      id,
      name,
      relation,
      phone: phone && maskPhone(phone),
      kind,
      hasAccount: accountId !== undefined,
      authorised,
    })),
    barred: barredOf(child),
  };
}
