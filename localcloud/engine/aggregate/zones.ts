import { refused } from '../errors';

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    try {
      format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    } catch {
      throw refused(`unrecognized time zone identifier: "${zone}"`);
    }
    formats.set(zone, format);
  }
  return format;
}

function minutesOf(text: string): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) : null;
}

/** Minutes east of UTC at an instant, for `+08:00`, `+08`, `UTC` or a name such as `Asia/Shanghai`. */
export function zoneOffset(zone: unknown, at: Date): number {
  if (zone === undefined || zone === null || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  if (typeof zone !== 'string') throw refused('timezone must evaluate to a string');
  const fixed = minutesOf(zone);
  if (fixed !== null) return fixed;
  const part = formatOf(zone)
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return minutesOf(part?.value.replace('GMT', '') ?? '') ?? 0;
}

/** The instant moved so that its UTC fields read as the clock on the wall of the zone. */
export const toWall = (at: Date, zone: unknown): Date => new Date(at.getTime() + zoneOffset(zone, at) * MINUTE);

/** The instant at which the clock on the wall of the zone shows these UTC fields. */
export function fromWall(wall: number, zone: unknown): Date {
  const guess = wall - zoneOffset(zone, new Date(wall)) * MINUTE;
  return new Date(wall - zoneOffset(zone, new Date(guess)) * MINUTE);
}
