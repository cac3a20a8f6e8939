/** What the care tells people, composed from its records. */
import type { Attendance, CareClass, CareSettings, Child, Enrolment, LateRung } from '../../types/care';
import type { MessageKind } from '../../types/messages';
import { clockText, dateText, dayOf, type Instant, minuteOf } from '../../types/time';
import type { Addressee } from '../_shared/collection';
import { message, post, type Tell } from '../_shared/tell';
import { candidates } from './rules/pickup';
import { guardianAccounts, standingGuardian } from './rules/who';

/** `2026年11月26日 16:31`, as WeChat's time field wants it. */
export const momentText = (at: Instant): string => {
  const day = dayOf(at);
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${clockText(minuteOf(at))}`;
};
export const shortMoment = (at: Instant): string => `${dateText(dayOf(at))} ${clockText(minuteOf(at))}`;

/** To every guardian with an account. */
export const toGuardians = (child: Child, kind: MessageKind, data: Record<string, string>, except?: string): Tell[] =>
  guardianAccounts(child)
    .filter(account => account !== except)
    .map(account => message(kind, account, { child: child.name, ...data }));

type Told = Pick<Enrolment, 'classId' | 'childId' | 'from' | 'offerUntil' | 'reason'>;
export function ofEnrolment(
  kind: MessageKind,
  child: Child,
  enrolment: Told,
  cls: Pick<CareClass, 'name'>,
  now: Instant,
  extra: Record<string, string> = {},
): Tell[] {
  return toGuardians(child, kind, {
    enrolmentId: `${enrolment.classId}:${enrolment.childId}`,
    className: cls.name,
    from: enrolment.from ? dateText(enrolment.from) : '',
    until: enrolment.offerUntil ? shortMoment(enrolment.offerUntil) : '',
    reason: enrolment.reason ? `原因：${enrolment.reason}` : '',
    time: momentText(enrolment.offerUntil ?? now),
    ...extra,
  });
}

export const dayData = (
  attendanceId: string,
  cls: Pick<CareClass, 'name' | 'from' | 'to'>,
  settings: Pick<CareSettings, 'phone'>,
  now: Instant,
): Record<string, string> => ({
  attendanceId,
  className: cls.name,
  start: clockText(cls.from),
  end: clockText(cls.to),
  clock: clockText(minuteOf(now)),
  phone: settings.phone,
  time: momentText(now),
});

const KIND_OF_WAY = {
  push: 'careLatePush',
  text: 'careLateText',
  call: 'careLateCall',
} as const satisfies Record<LateRung['way'], MessageKind>;

/** Whom a rung reaches: guardians first; everybody who may collect; or the staff of the care. One way to each person. */
export function addresseesOf(
  who: LateRung['who'],
  child: Child,
  attendance: Attendance,
  staff: readonly { accountId: string; phone?: string }[],
): Addressee[] {
  if (who === 'staff')
    return staff.map(({ accountId, phone }) => ({ ref: accountId, account: accountId, ...(phone ? { phone } : {}) }));
  const people =
    who === 'guardians'
      ? child.guardians.filter(guardian => standingGuardian(child, guardian))
      : candidates(child, attendance, attendance.day).filter(({ authorised }) => authorised.ok);
  return people.flatMap(({ id, accountId, phone }) =>
    accountId || phone ? [{ ref: id, ...(accountId ? { account: accountId } : {}), ...(phone ? { phone } : {}) }] : [],
  );
}

export const lateCall = (rung: LateRung, to: readonly Addressee[], data: Record<string, string>, about: string): Tell[] =>
  to.length > 0 ? [post(KIND_OF_WAY[rung.way], to, data, about)] : [];
