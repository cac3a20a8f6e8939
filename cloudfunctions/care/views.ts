/** What a family sees of a class, a sign-up, a day, the people around a child. Verdicts by the rules; codes and numbers stay behind. */
import type {
  AdultView,
  Attendance,
  CareClass,
  CareSettings,
  Child,
  ClassView,
  ConsentView,
  Enrolment,
  EnrolmentView,
  GuardianView,
} from '../../types/care';
import { CONSENT_PURPOSES } from '../../types/care';
import type { CivilDate, Instant } from '../../types/time';
import { no, yes } from '../../types/verdict';
import { maskPhone } from '../../types/words';
import type { Stored } from '../_shared/collection';
import { holds, holdsNow } from './rules/consent';
import { feeOf } from './rules/fees';
import type { Candidate } from './rules/pickup';
import { mayAccept, mayWithdraw } from './rules/signup';
import { type Actor, decidesNow, mayDecide, mayEndGuardian } from './rules/who';

export type Now = { actor: Actor; now: Instant; today: CivilDate };

export function classView(cls: Stored<CareClass>, left: number): ClassView {
  const { term, draw, group: _group, ...fields } = cls;
  return {
    ...fields,
    termName: term.name,
    first: term.first,
    last: term.last,
    left: Math.max(0, left),
    draw: draw && { commitment: draw.commitment, seed: draw.seed, drawnAt: draw.drawnAt },
  };
}

type OfClass = Pick<CareClass, 'name' | 'mode' | 'term'>;
export function enrolmentView(
  enrolment: Stored<Enrolment>,
  cls: OfClass,
  child: Child,
  settings: Pick<CareSettings, 'priorities'>,
  { actor, now, today }: Now,
  position?: number,
): EnrolmentView {
  const { id, classId, childId, childName, status, entry, arrival, offerUntil, from, to, reason, signedUpByName, onBehalf } =
    enrolment;
  const decide = mayDecide(child, actor);
  const { priority } = enrolment;
  const name = settings.priorities.find(rule => rule.id === priority?.id)?.name ?? '';
  return {
    id,
    classId,
    className: cls.name,
    termName: cls.term.name,
    childId,
    childName,
    status,
    position: status === 'waiting' ? position : undefined,
    no: entry ?? arrival,
    mode: cls.mode,
    offerUntil: status === 'offered' ? offerUntil : undefined,
    from,
    to,
    reason,
    priority: priority && { id: priority.id, name, state: priority.state },
    signedUpByName,
    onBehalf,
    fee: feeOf(enrolment),
    may: {
      accept: decide.ok ? mayAccept(enrolment, child, now, today) : decide,
      withdraw: decide.ok ? mayWithdraw(enrolment) : decide,
      change: !decide.ok ? decide : status === 'enrolled' ? yes : no('NOT_ENROLLED'),
    },
  };
}

/** The day of a child on which nothing has happened yet. */
export const blankDay = (
  of: { day: CivilDate; classId: string; childId: string },
  child: Pick<Child, 'name' | 'pinyin'>,
): Attendance => ({
  ...of,
  childName: child.name,
  pinyin: child.pinyin,
  status: 'expected',
  temporaries: [],
  late: 0,
});

export function adultView(adult: Candidate, child: Child, actor: Actor): AdultView {
  const { id, name, relation, phone, kind, accountId, byName, until, authorised } = adult;
  const decide = mayDecide(child, actor, 'adults');
  return {
    id,
    name,
    relation,
    phone: phone && maskPhone(phone),
    kind,
    hasAccount: accountId !== undefined,
    byName,
    until,
    authorised,
    may: { end: kind === 'guardian' ? mayEndGuardian(child, id, actor) : decide },
  };
}

export const guardianViews = (child: Child, actor: Actor): GuardianView[] =>
  child.guardians
    .filter(({ status }) => status !== 'ended')
    .map(({ id, name, relation, phone, status, accountId }) => ({
      id,
      name,
      relation,
      phone: phone && maskPhone(phone),
      status,
      me: accountId !== undefined && accountId === actor.accountId,
      decides: child.custody?.decides === id && decidesNow(child, id),
      may: { end: mayEndGuardian(child, id, actor) },
    }));

export const consentViews = (child: Child, settings: CareSettings, today: CivilDate): ConsentView[] =>
  CONSENT_PURPOSES.flatMap(purpose => {
    const text = settings.consents.find(each => each.purpose === purpose);
    if (!text) return [];
    const said = child.consents[purpose];
    const now = purpose === 'care' ? holds(child, purpose, today) : holdsNow(child, purpose, today);
    return [{ purpose, text: text.text, version: text.version, holds: now, said: said && { ...said } }];
  });
