/** Zod schemas of the shared values; kept apart from `time.ts` and `money.ts` so that the mini-program can use those without zod. */
import * as z from 'zod';
import { type Fen, isFen } from './money';
import { type CivilDate, type Instant, isCivilDate, isInstant, isMinuteOfDay, type MinuteOfDay } from './time';

export const zInstant = z.custom<Instant>(isInstant, 'not an instant');
export const zDay = z.custom<CivilDate>(isCivilDate, 'not a day');
export const zMinute = z.custom<MinuteOfDay>(isMinuteOfDay, 'not a time of day');
export const zFen = z.custom<Fen>(isFen, 'not an amount in fen');

/** `YYYY-MM` */
export const zMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** An id of ours: letters, digits and `- _ : ~`, so that it is safe as a key, in a path and in a QR code. */
export const zId = z.string().regex(/^[A-Za-z0-9_:~-]{1,96}$/);

/** Text a person typed: trimmed, without control characters, at most `max` characters. */
export const zText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/);

/** A mainland mobile number. */
export const zPhone = z.string().regex(/^1[3-9]\d{9}$/);

/** A verdict as it travels in a reply; the codes are checked by the type of the rule. */
export const zVerdict = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({
    ok: z.literal(false),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  }),
]);

export const zNothing = z.strictObject({});
export const zDone = z.object({ done: z.literal(true) });
