/** The roll as a teacher works through it: who is missing first. Pure. */
import type { AttendanceStatus, RollRow } from '../../../../types/care';
import { type Instant, minuteOf } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import type { BoardClass } from '../queries';
import { ACTIVITY_TEXT, ATTENDANCE, clockOf, EATEN_TEXT, personText, REASON_TEXT } from '../words';

export const SIDES = ['expected', 'here', 'away', 'gone'] as const;
export type Side = (typeof SIDES)[number];
export const SIDE_TEXT: Record<Side, string> = { expected: '还没到', here: '在托管', away: '请假', gone: '已离开' };

const SIDE_OF: Record<AttendanceStatus, Side> = {
  expected: 'expected',
  here: 'here',
  leave: 'away',
  absent: 'away',
  moved: 'gone',
  gone: 'gone',
};

export const sideOf = (row: Pick<RollRow, 'status'>): Side => SIDE_OF[row.status];

export const countsOf = (rows: readonly RollRow[]): Record<Side, number> => {
  const counts: Record<Side, number> = { expected: 0, here: 0, away: 0, gone: 0 };
  for (const row of rows) counts[sideOf(row)] += 1;
  return counts;
};

/** Asked and not answered, asked and answered, everybody else; then by number. */
const urgency = (row: RollRow): number => (row.askedAt === undefined ? 2 : row.explained ? 1 : 0);

export const byUrgency = (rows: readonly RollRow[]): RollRow[] =>
  [...rows].sort((a, b) => urgency(a) - urgency(b) || a.no - b.no);

/** 16:45 问过家长，还没有回 · 写作业 · 17:42 交给 外婆 张秀英 */
export function lineOf(row: RollRow): string {
  if (row.status === 'gone' && row.release)
    return `${clockOf(row.release.at)} 交给 ${personText(row.release)}，经手 ${row.release.byName}`;
  if (row.status === 'leave') return `请假：${row.leaveReason ?? '没有说原因'}`;
  const said = row.explained && [REASON_TEXT[row.explained.reason], row.explained.text].filter(Boolean).join('，');
  if (row.status === 'absent') return `家长说：${said ?? '不来'}`;
  if (row.status === 'expected') {
    if (said) return `家长说：${said}`;
    return row.askedAt === undefined ? `${row.school} ${row.schoolClass}` : `${clockOf(row.askedAt)} 问过家长，还没有回`;
  }
  const done = [
    row.signedInAt === undefined ? '' : `${clockOf(row.signedInAt)} 到`,
    row.doing ? ACTIVITY_TEXT[row.doing] : '',
    row.ate ? EATEN_TEXT[row.ate] : '',
    row.note ? '写了小结' : '',
  ];
  return done.filter(Boolean).join(' · ') || ATTENDANCE[row.status].word;
}

/** How a row stands, in a word. */
export function tagOf(row: RollRow): { word: string; tone: Tone } {
  if (row.status === 'expected' && row.askedAt !== undefined && !row.explained) return { word: '问了没回', tone: 'danger' };
  if (row.status === 'expected' && row.explained) return { word: REASON_TEXT[row.explained.reason], tone: 'info' };
  return ATTENDANCE[row.status];
}

export type Entered =
  | { how: 'scan' | 'code'; row: RollRow }
  | { how: 'find'; rows: RollRow[] }
  | { how: 'unknown'; text: string };

const byPinyin = (row: RollRow, letters: string): boolean =>
  (row.pinyin ?? '').split(' ').some(form => form.startsWith(letters.replace(/ /g, '')));

/** What was typed or scanned: a card, the number on it, or some letters of a name. */
export function readEntry(rows: readonly RollRow[], typed: string): Entered {
  const text = typed.trim();
  const carded = rows.find(row => row.card === text);
  if (carded) return { how: 'scan', row: carded };
  if (/^\d{1,3}$/.test(text)) {
    const numbered = rows.find(row => row.no === Number(text));
    return numbered ? { how: 'code', row: numbered } : { how: 'unknown', text };
  }
  const lower = text.toLowerCase();
  const found = rows.filter(row => (/^[a-z ]+$/.test(lower) ? byPinyin(row, lower) : row.name.includes(text)));
  return found.length > 0 ? { how: 'find', rows: found } : { how: 'unknown', text };
}

export interface Counts {
  expected: number;
  here: number;
  missing: number;
  gone: number;
}

/** All classes together, on the first line of the day. */
export const totalOf = (classes: readonly Counts[]): Counts => {
  const sum = (key: keyof Counts) => classes.reduce((all, each) => all + each[key], 0);
  return { expected: sum('expected'), here: sum('here'), missing: sum('missing'), gone: sum('gone') };
};

/** What is going on or still to come first; what is over, and has nobody left, last. */
export function inOrder<C extends Pick<BoardClass, 'to' | 'here' | 'closed'>>(classes: readonly C[], now: Instant): C[] {
  const over = (cls: C) => cls.closed !== undefined || (cls.here === 0 && cls.to <= minuteOf(now));
  return [...classes.filter(cls => !over(cls)), ...classes.filter(over)];
}

/** What the class does now, and since when. */
export const nowDoing = (activities: readonly { at: Instant; what: keyof typeof ACTIVITY_TEXT; byName: string }[]): string => {
  const last = activities.at(-1);
  return last ? `${clockOf(last.at)} 起${ACTIVITY_TEXT[last.what]}（${last.byName}）` : '还没有记今天的活动';
};
