/** The watch of one elder while it is being set. */
import type { WatchView } from '../../../../types/safety';
import { type CivilDate, clockText, isCivilDate, readClock } from '../../../../types/time';
import { SIGN_TEXT, whenText } from '../../safety/words';

export interface WatchDraft {
  on: boolean;
  from: string;
  to: string;
  grace: string;
  remind: boolean;
}
export type Wrong = Partial<Record<keyof WatchDraft, string>>;
type Settings = Pick<WatchView, 'on' | 'from' | 'to' | 'grace' | 'remind'>;

/** Minutes; what the contract takes at most. */
const MOST_GRACE = 480;

export const draftOf = ({ on, from, to, grace, remind }: Settings): WatchDraft => ({
  on,
  from: clockText(from),
  to: clockText(to),
  grace: String(grace),
  remind,
});

/** @returns the settings, and what is wrong with which line; empty when all is well */
export function readDraft(draft: WatchDraft): { settings: Settings; wrong: Wrong } {
  const wrong: Wrong = {};
  const clock = (key: 'from' | 'to') => {
    const read = readClock(draft[key]);
    if (read === undefined) wrong[key] = '请写几点几分，比如 09:30';
    return read as Settings['from'];
  };
  const grace = /^\d{1,3}$/.test(draft.grace.trim()) ? Number(draft.grace) : MOST_GRACE + 1;
  if (grace > MOST_GRACE) wrong.grace = `请写分钟数，最多 ${MOST_GRACE}`;
  return { settings: { on: draft.on, from: clock('from'), to: clock('to'), grace, remind: draft.remind }, wrong };
}

/** Read back as a sentence, so that nobody has to guess what the numbers do. */
export function watchText({ on, from, to, grace, remind }: Settings): string {
  if (!on) return '没有开启。不会提醒，也不会因为没有信号报警。';
  const nudge = remind ? `到 ${clockText(to)} 还没有，先提醒老人；` : '';
  const alarm = grace > 0 ? `再过 ${grace} 分钟还没有，就发预警。` : `到 ${clockText(to)} 还没有，就发预警。`;
  return `每天 ${clockText(from)} 到 ${clockText(to)} 之间等一次平安信号（打卡、取餐、设备、探访都算）；${nudge}${alarm}`;
}

export const PHASE_TEXT = {
  waiting: { word: '正常', tone: 'success' },
  reminded: { word: '已提醒老人', tone: 'warning' },
  alerted: { word: '已发预警', tone: 'danger' },
} as const;

export const stateOf = ({ on, phase }: Pick<WatchView, 'on' | 'phase'>) =>
  on ? PHASE_TEXT[phase] : ({ word: '没有开启', tone: 'neutral' } as const);

/** 今天 08:12 报了平安 */
export const lastText = ({ lastSignAt, lastSignBy }: Pick<WatchView, 'lastSignAt' | 'lastSignBy'>, today: CivilDate): string =>
  lastSignAt === undefined ? '还没有过信号' : `${whenText(lastSignAt, today)} ${lastSignBy ? SIGN_TEXT[lastSignBy] : ''}`.trim();

export interface AbsenceDraft {
  from: string;
  to: string;
  where: string;
}

/** @returns the absence as the contract wants it, or what is wrong with which line */
export function readAbsence({ from, to, where }: AbsenceDraft): {
  input?: { from: CivilDate; to: CivilDate; where: string };
  wrong: Partial<Record<keyof AbsenceDraft, string>>;
} {
  const wrong: Partial<Record<keyof AbsenceDraft, string>> = {};
  if (!isCivilDate(from.trim())) wrong.from = '请写年-月-日，比如 2026-12-01';
  if (!isCivilDate(to.trim())) wrong.to = '请写年-月-日，比如 2026-12-05';
  if (where.trim() === '') wrong.where = '请写去哪里，比如 女儿家';
  if (Object.keys(wrong).length > 0) return { wrong };
  return { input: { from: from.trim() as CivilDate, to: to.trim() as CivilDate, where: where.trim() }, wrong };
}
