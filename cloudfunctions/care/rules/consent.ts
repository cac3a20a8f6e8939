/** Consents: what holds on a day, what saying yes or no makes of the record. Pure. Source: domain.md "Children". */
import type { CareSettings, Child, Consent, ConsentPurpose } from '../../../types/care';
import { addDays, type CivilDate, type Instant } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';

type Consented = Pick<Child, 'consents'>;

export function holds(child: Consented, purpose: ConsentPurpose, day: CivilDate): boolean {
  const said = child.consents[purpose];
  return said?.given === true && said.from <= day && day <= said.to;
}

/** Pictures and health end the moment they are withdrawn, not with the day. */
export function holdsNow(child: Consented, purpose: ConsentPurpose, day: CivilDate): boolean {
  return holds(child, purpose, day) && child.consents[purpose]?.withdrawnAt === undefined;
}

export const textOf = (settings: Pick<CareSettings, 'consents'>, purpose: ConsentPurpose) =>
  settings.consents.find(each => each.purpose === purpose);

/** What was read is what is in force; otherwise nobody knows what was agreed to. */
export function sameText(
  settings: Pick<CareSettings, 'consents'>,
  said: { purpose: ConsentPurpose; version: number },
): Verdict<'CONSENT_CHANGED'> {
  return textOf(settings, said.purpose)?.version === said.version ? yes : no('CONSENT_CHANGED');
}

const addMonths = (day: CivilDate, months: number): CivilDate => addDays(day, Math.round(months * 30.44));

export type Said = {
  purpose: ConsentPurpose;
  given: boolean;
  version: number;
  by: string;
  byName: string;
  way: Consent['way'];
  at: Instant;
};

/** The consents after this was said; what stood before goes into the log. Saying the same again renews the period. */
export function afterSaying(
  child: Pick<Child, 'consents' | 'consentLog'>,
  said: Said,
  settings: Pick<CareSettings, 'consents'>,
  today: CivilDate,
): Pick<Child, 'consents' | 'consentLog' | 'careUntil'> {
  const { purpose, given, ...who } = said;
  const before = child.consents[purpose];
  const withdrawn = !given && before?.given === true && today <= before.to;
  const next: Consent = withdrawn
    ? { ...before, to: today, withdrawnAt: said.at, by: said.by, byName: said.byName }
    : { ...who, given, from: today, to: given ? addMonths(today, textOf(settings, purpose)?.months ?? 12) : today };
  const consentLog = before ? [...child.consentLog, { ...before, purpose }].slice(-60) : child.consentLog;
  const consents = { ...child.consents, [purpose]: next };
  return { consents, consentLog, careUntil: consents.care?.given ? consents.care.to : undefined };
}

/** Several answers, one after the other. */
export function sayAll(child: Child, said: readonly Said[], settings: Pick<CareSettings, 'consents'>, today: CivilDate): Child {
  let so = child;
  for (const each of said) so = { ...so, ...afterSaying(so, each, settings, today) };
  return so;
}

/** Texts changed without a new version would make old consents say something else. */
export function settingsAgree(
  next: CareSettings,
  before: Pick<CareSettings, 'consents'>,
): Verdict<'DOUBLE_ENTRY' | 'CONSENT_VERSION'> {
  const unique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;
  const purposes = next.consents.map(({ purpose }) => purpose);
  if (!unique(purposes) || !unique(next.days.map(({ day }) => day)) || !unique(next.priorities.map(({ id }) => id)))
    return no('DOUBLE_ENTRY');
  const stale = next.consents.some(text => {
    const old = before.consents.find(({ purpose }) => purpose === text.purpose);
    return old !== undefined && (text.version < old.version || (text.version === old.version && text.text !== old.text));
  });
  return stale || purposes.length < 3 ? no('CONSENT_VERSION') : yes;
}
