/** 防走失码: how often one may be used. Pure. */
import type { ReturnCode } from '../../../types/devices';
import type { Instant } from '../../../types/time';
import { no, type Verdict, yes } from '../../../types/verdict';

const HOUR_MS = 3_600_000;
export const hourOf = (at: Instant): number => Math.floor(at / HOUR_MS);

/** Live codes of one elder: on the card, in the coat, on the key ring. */
export const MOST_CODES = 5;

export const usedThisHour = (code: Pick<ReturnCode, 'hour' | 'usesThisHour'>, now: Instant): number =>
  code.hour === hourOf(now) ? code.usesThisHour : 0;

export const canUse = (code: ReturnCode, now: Instant, most: number): Verdict<'TOO_MANY_TRIES'> =>
  usedThisHour(code, now) >= most ? no('TOO_MANY_TRIES') : yes;

/** One use more. */
export const used = (code: ReturnCode, now: Instant): ReturnCode => ({
  ...code,
  hour: hourOf(now),
  usesThisHour: usedThisHour(code, now) + 1,
});
