/** How the desk speaks of an alert: how old, who comes next, what happened. */
import type { AlertKind, AlertRow, AlertView, Resolution, RungWho, Severity, TimelineEntry } from '../../../../types/safety';
import { type CivilDate, dayOf, type Instant, MINUTE_MS } from '../../../../types/time';
import type { Tone } from '../../../components/Tag';
import type { Moment } from '../../../components/Timeline';
import { KIND_TEXT, lastsText, pagedAs, RUNG_TEXT, SEVERITY_TEXT } from '../../safety/words';
import { momentText, timeText } from '../words';

/** Endings that say nothing had happened; a test compares them with the contract's. */
export const NOTHING_HAPPENED: readonly Resolution[] = ['wentOut', 'byMistake', 'deviceFault'];

/** What staff report themselves; meals and devices report on their own. */
export const REPORTED: readonly AlertKind[] = ['sos', 'gas', 'smoke', 'water', 'found', 'checkIn', 'other'];

export const toneOf = ({ open, drill, severity }: Pick<AlertRow, 'open' | 'drill' | 'severity'>): Tone =>
  open && !drill ? SEVERITY_TEXT[severity].tone : 'neutral';

/** 【演练】王桂兰 一键求助 */
export const headText = ({
  drill,
  subjectName,
  kind,
  title,
}: Pick<AlertRow, 'drill' | 'subjectName' | 'kind' | 'title'>): string =>
  `${drill ? '【演练】' : ''}${subjectName} ${kind === 'other' ? title || KIND_TEXT.other : KIND_TEXT[kind]}`;

export const whoText = (who: readonly RungWho[]): string => who.map(each => RUNG_TEXT[each]).join('、');

const waitText = (ms: number): string => (ms < 60_000 ? '1 分钟内' : `${lastsText(ms)}后`);

/** What happens by itself if nobody does anything: 2 分钟后通知单元长、楼栋长. Nothing for an alert that is over. */
export function nextText({ status, nextAt, nextWho, responder }: AlertRow, now: Instant): string | undefined {
  if (nextAt === undefined) return undefined;
  const left = Math.max(0, nextAt - now);
  const wait = left === 0 ? '马上' : waitText(left);
  const who = nextWho.length > 0 ? whoText(nextWho) : '其他人';
  if (status === 'held') return `${Math.ceil(left / 1000)} 秒内没有取消，就正式发出`;
  if (status === 'raised') return `没人接手的话，${wait}通知${who}`;
  return `${responder ?? '处理的人'}没有新的进展的话，${wait}继续通知${who}`;
}

export const ageText = ({ raisedAt }: Pick<AlertRow, 'raisedAt'>, now: Instant): string =>
  now - raisedAt < MINUTE_MS ? '刚刚发生' : `已过 ${lastsText(now - raisedAt)}`;

const PAGED_LINE: Partial<Record<TimelineEntry['what'], string>> = {
  raised: '发出预警',
  repeat: '又有人报告',
  released: '求助正式发出',
  paged: '通知',
  skipped: '跳过',
  drillOnly: '演练，没有真的通知',
  seen: '知道了',
  expired: '接手后没有进展',
  comment: '补充',
};

/** The timeline as it is read, the newest first: somebody opens it to see where things stand. */
export const momentsOf = (timeline: readonly TimelineEntry[], today: CivilDate): Moment[] =>
  timeline
    .map(({ at, what, by, text }) => {
      const head = PAGED_LINE[what];
      const line = head && text && text !== head ? `${head}：${text}` : text || (head ?? '');
      const time = dayOf(at) === today ? timeText(at) : momentText(at, today);
      // How a message fared is told by the courier, whose name for it says nothing to people.
      return { time, title: line, ...(by && what !== 'handed' ? { text: by } : {}), done: true };
    })
    .reverse();

/** 单元长 · 09:02 第一次通知 */
export const pagedText = ({ as, firstAt }: AlertView['paged'][number]): string =>
  `${pagedAs(as)} · ${timeText(firstAt)} 开始通知`;

/** 2 件危急、1 件紧急; drills are not counted. */
export function countText(alerts: readonly Pick<AlertRow, 'severity' | 'drill'>[]): string {
  const real = alerts.filter(({ drill }) => !drill);
  const of = (severity: Severity) => real.filter(each => each.severity === severity).length;
  const parts = (['critical', 'high', 'normal'] as const).filter(each => of(each) > 0);
  return parts.map(each => `${of(each)} 件${SEVERITY_TEXT[each].word}`).join('、');
}

type Block = { open: number; critical: number; silent: number };

/** What is wrong in one building, the worst first; 平安 when nothing is. */
export function blockText({ open, critical, silent }: Block): string[] {
  const alerts = critical > 0 ? `${critical} 件危急` : `${open} 件预警`;
  const lines = [
    open > 0 ? (critical > 0 && open > critical ? `${alerts}，共 ${open} 件` : alerts) : '',
    silent > 0 ? `${silent} 位没信号` : '',
  ].filter(Boolean);
  return lines.length > 0 ? lines : ['平安'];
}

/** The buildings of each grid, in the order of the tree. */
export function byGrid<B extends { grid: string }>(buildings: readonly B[]): { grid: string; buildings: B[] }[] {
  const grids = [...new Set(buildings.map(({ grid }) => grid))];
  return grids.map(grid => ({ grid, buildings: buildings.filter(each => each.grid === grid) }));
}
