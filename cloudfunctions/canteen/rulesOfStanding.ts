/**
 * The rules of standing orders 长期订餐: which days a pattern wants, what it takes from the menu of a day, and what that means for the
 * order that stands (or does not). Everything that makes or changes orders by itself asks `stepOf`.
 */
import type { Dish, Meal, Order, Pattern, Period, Settings, ShortWhy, StandingStatus, Want, Way } from '../../types/canteen';
import { STANDING_STEPS } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import { addDays, type CivilDate, type Instant, weekdayOf } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';
import { clashesOf } from './rules';

export const patternIdOf = (dinerId: string, period: Period): string => `${dinerId}~${period}`;

type Days = Pick<Pattern, 'status' | 'weekdays' | 'from' | 'to' | 'skips'>;
/** Absences 外出报备, first and last day. */
export type Stay = { readonly from: CivilDate; readonly to: CivilDate };

export const isAwayOn = (stays: readonly Stay[], day: CivilDate): boolean =>
  stays.some(({ from, to }) => from <= day && day <= to);

/** The pattern's own days, whether somebody is away or not. */
export const isDayOf = ({ weekdays, from, to }: Pick<Days, 'weekdays' | 'from' | 'to'>, day: CivilDate): boolean =>
  from <= day && (to === undefined || day <= to) && weekdays.includes(weekdayOf(day));

/** generated = pattern − skips − absences. */
export const wantsDay = (pattern: Days, day: CivilDate, stays: readonly Stay[]): boolean =>
  pattern.status === 'active' && isDayOf(pattern, day) && !pattern.skips.includes(day) && !isAwayOn(stays, day);

/**
 * What is to be done about one meal of one pattern. `create` no order was ever there; `again` the canteen itself had let it go; `change` it was
 * made from an older revision; `cancel` it is wanted no more. An order that a person booked, changed or cancelled is left alone for good.
 */
export type Step = 'create' | 'again' | 'change' | 'cancel' | 'leave';

export function stepOf(
  pattern: Days & Pick<Pattern, 'revision'> & { id: string },
  meal: Pick<Meal, 'day' | 'status' | 'cutoffAt'>,
  order: Pick<Order, 'status' | 'standing'> | undefined,
  stays: readonly Stay[],
  now: Instant,
): Step {
  if (meal.status !== 'open' || now >= meal.cutoffAt) return 'leave';
  const wanted = wantsDay(pattern, meal.day, stays);
  if (!order) return wanted ? 'create' : 'leave';
  const made = order.standing;
  if (!made || made.touched || made.patternId !== pattern.id) return 'leave';
  if (order.status === 'cancelled') return made.pausedBy && wanted ? 'again' : 'leave';
  if (order.status !== 'booked') return 'leave';
  if (!wanted) return 'cancel';
  return made.revision < pattern.revision ? 'change' : 'leave';
}

type Eater = Pick<Resident, 'allergens' | 'diets'>;

/** The dish of the day: with the wanted mark if one suits, else the first that suits. Never one that the diner must not eat. */
export function dishFor(want: Want, menu: readonly Dish[], eater: Eater): Dish | undefined {
  const suiting = menu.filter(dish => clashesOf(dish, eater).length === 0);
  return (want === 'first' ? undefined : suiting.find(dish => dish.marks.includes(want))) ?? suiting[0];
}

/** Why a wanted order cannot even be tried; undefined: only the seat decides. */
export function shortOf(way: Way, dish: Dish | undefined, eligible: boolean): ShortWhy | undefined {
  if (way === 'delivery' && !eligible) return 'notEligible';
  return dish ? undefined : 'noDish';
}

export const standingCanStep = (from: StandingStatus, to: StandingStatus): boolean => STANDING_STEPS[from].includes(to);

export const mayStep = (pattern: Pick<Pattern, 'status'>, to: StandingStatus): Verdict<'STANDING_ENDED'> =>
  pattern.status === to || standingCanStep(pattern.status, to) ? yes : no('STANDING_ENDED');

/** An ended one begins again by being saved anew, not by being resumed. */
export const mayResume = (pattern: Pick<Pattern, 'status'>): Verdict<'STANDING_ENDED'> =>
  pattern.status === 'ended' ? no('STANDING_ENDED') : yes;

/** Days make sense: the last not before the first, and not all of them gone. */
export const daysAgree = ({ from, to }: Pick<Pattern, 'from' | 'to'>, today: CivilDate): Verdict<'DAYS_DISAGREE'> =>
  to !== undefined && (to < from || to < today) ? no('DAYS_DISAGREE') : yes;

export const periodServed = (
  periods: readonly Pick<Settings['periods'][number], 'period'>[],
  period: Period,
): Verdict<'UNKNOWN_PERIOD'> => (periods.some(setting => setting.period === period) ? yes : no('UNKNOWN_PERIOD'));

export const SKIPS_MOST = 60;

/** A coming day of the pattern, as long as the meal can still be cancelled. */
export function maySkip(
  pattern: Pick<Pattern, 'weekdays' | 'from' | 'to' | 'skips'>,
  day: CivilDate,
  today: CivilDate,
  meal: Pick<Meal, 'cutoffAt'> | undefined,
  now: Instant,
): Verdict<'PAST_DAY' | 'NOT_A_DAY_OF_IT' | 'TOO_MANY_SKIPS' | 'CUTOFF_PASSED'> {
  if (day < today) return no('PAST_DAY');
  if (!isDayOf(pattern, day)) return no('NOT_A_DAY_OF_IT');
  if (meal && now >= meal.cutoffAt) return no('CUTOFF_PASSED', { at: meal.cutoffAt });
  return pattern.skips.filter(skip => skip >= today).length < SKIPS_MOST ? yes : no('TOO_MANY_SKIPS', { max: SKIPS_MOST });
}

/** With one more day; days gone by fall away. */
export const withSkip = (skips: readonly CivilDate[], day: CivilDate, today: CivilDate): CivilDate[] =>
  [...new Set([...skips.filter(skip => skip >= today), day])].sort();

/** An absence as it was told last; one that is over falls away. `to` before `from`: the person came back before it began. */
export const withStay = <S extends Stay & { id: string }>(stays: readonly S[], told: S, today: CivilDate): S[] =>
  [...stays.filter(({ id }) => id !== told.id), told].filter(({ from, to }) => to >= from && to >= today).slice(-50);

/** Somebody who came back on this day eats on this day. */
export const endedOn = <S extends Stay>(stay: S, on: CivilDate): S => ({ ...stay, to: addDays(on, -1) });
