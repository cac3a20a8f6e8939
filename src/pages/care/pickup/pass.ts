/**
 * The card of a code for somebody without an account. What it says stands in its own address, because who opens it cannot ask the server:
 * the code, the day, until when, where. No name, no number; the code is worth one collection on one day.
 */
import { type CivilDate, civilDate, clockText, isCivilDate, isMinuteOfDay, type MinuteOfDay } from '../../../../types/time';
import { codeText, dayLabel } from '../words';

export interface Pass {
  code: string;
  day: CivilDate;
  /** End of the class. */
  to: MinuteOfDay | undefined;
  where: string;
}

export type PassParams = Record<'code' | 'day' | 'to' | 'where', string | undefined>;

export const paramsOf = ({ code, day, to, where }: Pass): PassParams => ({
  code,
  day,
  to: to === undefined ? undefined : String(to),
  where: where || undefined,
});

/** @returns undefined when the address was not one of ours, or was cut on the way */
export function passOf({ code = '', day = '', to = '', where = '' }: Partial<PassParams>): Pass | undefined {
  if (!/^\d{6}$/.test(code) || !isCivilDate(day)) return undefined;
  const minute = Number(to);
  return { code, day: civilDate(day), to: to !== '' && isMinuteOfDay(minute) ? minute : undefined, where: where.slice(0, 60) };
}

/** 11月26日 周四 18:00 前 */
export const whenText = ({ day, to }: Pick<Pass, 'day' | 'to'>): string =>
  `${dayLabel(day)}${to === undefined ? '' : ` ${clockText(to)} 前`}`;

/** For a text message or a chat; read aloud it is as good. */
export const passText = (pass: Pass): string =>
  [
    `请您${whenText(pass)}帮忙接孩子。`,
    pass.where ? `地点：${pass.where}。` : '',
    `接送码：${codeText(pass.code)}。给老师看，或者念给老师听，再报您的姓名。`,
    '只在这一天有用，接走一次就作废，请不要转给别人。',
  ].join('');
