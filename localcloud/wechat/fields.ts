/** The limits of subscription-message fields; the kind of a field is its name without the number (`thing1` → thing). */

/** By template id: a title for the console and the names of its fields. */
export type Templates = Record<string, { title: string; fields: string[] }>;

const length = (text: string): number => [...text].length;
const upTo =
  (most: number) =>
  (text: string): boolean =>
    length(text) <= most;

/** 24-hour clock, optionally with a date before it and a second time or date after `~`. */
const DAY = String.raw`(\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}`;
const CLOCK = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const TIME = String.raw`((${DAY})\s?)?${CLOCK}`;
const TIME_TEXT = new RegExp(`^(${TIME})(\\s?~\\s?(${TIME}))?$`);
const DATE_TEXT = new RegExp(`^((${DAY})(\\s?${CLOCK})?)(\\s?~\\s?(${DAY})(\\s?${CLOCK})?)?$`);

const CHECKS: Record<string, (text: string) => boolean> = {
  thing: upTo(20),
  number: text => length(text) <= 32 && /^-?\d+(\.\d+)?$/.test(text),
  letter: text => length(text) <= 32 && /^[A-Za-z]+$/.test(text),
  symbol: text => length(text) <= 5 && !/[\p{Letter}\p{Number}]/u.test(text),
  character_string: text => length(text) <= 32 && !/\p{Script=Han}/u.test(text),
  time: text => TIME_TEXT.test(text),
  date: text => DATE_TEXT.test(text),
  amount: text => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(text),
  phone_number: text => length(text) <= 17 && /^[\d+\-() ]+$/.test(text),
  car_number: text => length(text) <= 8,
  name: text => (/\p{Script=Han}/u.test(text) ? length(text) <= 10 : length(text) <= 20) && !/\d/.test(text),
  phrase: text => length(text) <= 5 && /^\p{Script=Han}+$/u.test(text),
  enum: upTo(20),
};

/** @returns the message of error 47003 for the first field that WeChat would refuse, or undefined. */
export function fieldError(data: Record<string, unknown>, expected?: string[]): string | undefined {
  for (const name of expected ?? []) if (!(name in data)) return `argument invalid! data.${name}.value is empty`;
  for (const [name, field] of Object.entries(data)) {
    const value = (field as { value?: unknown } | null)?.value;
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text === '') return `argument invalid! data.${name}.value is empty`;
    if (expected && !expected.includes(name)) return `argument invalid! data.${name} is not a field of the template`;
    const check = CHECKS[name.replace(/\d+$/, '')];
    if (!check?.(text)) return `argument invalid! data.${name}.value invalid`;
  }
  return undefined;
}
