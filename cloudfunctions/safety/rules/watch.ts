/** Waiting for a sign of life: reminder, grace, alert, and nothing during an absence. Pure. */
import type { Resident } from '../../../types/directory';
import type { SafetySettings } from '../../../types/safetySettings';
import { addDays, type CivilDate, dayOf, type Instant, instantAt, MINUTE_MS } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';
import type { Absence, SignSource, Watch } from '../../../types/watch';

export type Away = Pick<Absence, 'from' | 'to' | 'endedAt'>;

/** The last day away; who came back early is at home from that day on. */
export const lastDayAway = ({ to, endedAt }: Pick<Absence, 'to' | 'endedAt'>): CivilDate =>
  endedAt === undefined ? to : addDays(dayOf(endedAt), -1);
export const isAway = (absences: readonly Away[], day: CivilDate): boolean =>
  absences.some(absence => absence.from <= day && lastDayAway(absence) >= day);

/** Farther ahead nobody plans; an absence that long ends the watch of a year. */
const DAYS_AHEAD = 400;

export const windowStart = (watch: Pick<Watch, 'from'>, day: CivilDate): Instant => instantAt(day, watch.from);
const reminderAt = (watch: Pick<Watch, 'to'>, day: CivilDate): Instant => instantAt(day, watch.to);
export const alertAt = (watch: Pick<Watch, 'to' | 'grace'>, day: CivilDate): Instant =>
  (reminderAt(watch, day) + watch.grace * MINUTE_MS) as Instant;

type Plan = Pick<Watch, 'day' | 'phase' | 'setAt'> & { dueAt?: Instant };

/** The first day from `from` on for which a sign is still wanted, and when that has to be looked at. */
export function planFrom(watch: Watch, absences: readonly Away[], from: CivilDate, now: Instant): Plan {
  if (!watch.on) return { day: from, phase: 'waiting', setAt: now };
  let day = from;
  for (let ahead = 0; ahead < DAYS_AHEAD && (isAway(absences, day) || hasSign(watch, day)); ahead++) day = addDays(day, 1);
  return { day, phase: 'waiting', dueAt: watch.remind ? reminderAt(watch, day) : alertAt(watch, day), setAt: now };
}

/** A sign within or after the window of that day. */
export const hasSign = (watch: Pick<Watch, 'from' | 'lastSignAt'>, day: CivilDate): boolean =>
  watch.lastSignAt !== undefined && watch.lastSignAt >= windowStart(watch, day);

const planned = (watch: Watch, plan: Plan): Watch => {
  const { dueAt: _before, ...rest } = watch;
  return { ...rest, ...plan };
};

type Begins = Pick<SafetySettings, 'watchFrom' | 'watchTo' | 'watchGrace'>;
/** A watch that nobody has switched on yet: signs are remembered, nothing is waited for. */
export const newWatch = (
  { name, address }: Pick<Resident, 'name' | 'address'>,
  { watchFrom, watchTo, watchGrace }: Begins,
  day: CivilDate,
  now: Instant,
): Watch => ({
  on: false,
  from: watchFrom,
  to: watchTo,
  grace: watchGrace,
  remind: true,
  name,
  address,
  ladders: {},
  familyOrder: [],
  day,
  phase: 'waiting',
  setAt: now,
});

/** After new settings: a window of today that is over already is not waited for. */
export function begun(watch: Watch, absences: readonly Away[], now: Instant): Watch {
  const today = dayOf(now);
  const from = now >= alertAt(watch, today) ? addDays(today, 1) : today;
  return planned(watch, planFrom(watch, absences, from, now));
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a < b ? b : a);

/** A sign of life; an older one than we know changes nothing. */
export function signed(
  watch: Watch,
  sign: { source: SignSource; at: Instant },
  absences: readonly Away[],
  now: Instant,
): Watch | undefined {
  if (watch.lastSignAt !== undefined && sign.at <= watch.lastSignAt) return undefined;
  const known: Watch = { ...watch, lastSignAt: sign.at, lastSignBy: sign.source };
  const today = dayOf(now);
  // After an alert the running day is done with: the next one begins tomorrow.
  const from = watch.phase === 'alerted' && watch.day >= today ? addDays(watch.day, 1) : watch.day;
  return planned(known, planFrom(known, absences, later(from, today), now));
}

/** An absence was recorded, changed or ended. */
export function replanned(watch: Watch, absences: readonly Away[], now: Instant): Watch {
  const today = dayOf(now);
  const over = watch.phase === 'alerted' || now >= alertAt(watch, today);
  return planned(watch, planFrom(watch, absences, over ? addDays(today, 1) : today, now));
}

export type Due = { do: 'wait' | 'remind' | 'alert'; watch: Watch; day: CivilDate };

/** What a due watch does. Nothing is done twice: each step moves `phase` and `dueAt` in the same save. */
export function due(watch: Watch, absences: readonly Away[], now: Instant): Due | undefined {
  if (!watch.on || watch.dueAt === undefined || now < watch.dueAt) return undefined;
  const plan = planFrom(watch, absences, watch.phase === 'alerted' ? addDays(watch.day, 1) : watch.day, now);
  if (plan.dueAt === undefined || plan.dueAt > now) return { do: 'wait', watch: planned(watch, plan), day: plan.day };
  const { day } = plan;
  if (now < alertAt(watch, day)) {
    const reminded = planned(watch, { day, phase: 'reminded', dueAt: alertAt(watch, day), setAt: now });
    return { do: watch.phase === 'reminded' && watch.day === day ? 'wait' : 'remind', watch: reminded, day };
  }
  const next = planFrom(watch, absences, addDays(day, 1), now);
  return { do: 'alert', watch: planned(watch, { ...next, day, phase: 'alerted' }), day };
}

export const windowAgrees = (watch: Pick<Watch, 'from' | 'to'>): Verdict<'WINDOW_BACKWARDS'> =>
  watch.from < watch.to ? yes : no('WINDOW_BACKWARDS');

/** Longer than anybody is away without a new record. */
const LONGEST_DAYS = 366;

export function absenceAgrees(
  { from, to }: { from: CivilDate; to: CivilDate },
  today: CivilDate,
  others: readonly Away[],
): Verdict<'ABSENCE_DATES' | 'ABSENCE_OVERLAPS'> {
  if (to < from || to < today || to > addDays(from, LONGEST_DAYS)) return no('ABSENCE_DATES');
  return others.some(other => other.from <= to && lastDayAway(other) >= from) ? no('ABSENCE_OVERLAPS') : yes;
}
