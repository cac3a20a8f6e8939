/** What mediation wants today. A desk stands in the open: numbers and days, nobody's name and no word of a quarrel. */
import type { OutputOf } from '../../../../types/contract';
import type { MediationContract } from '../../../../types/mediation';
import { groupsOf, type Work, workOfCard, workOfRow } from '../../desk-mediation/queue/order';
import type { Task } from './tasks';

type Waits = OutputOf<MediationContract, 'queue'>;
type Cases = OutputOf<MediationContract, 'myCases'>;

type Row = Waits['toDecide'][number];
type Tab = 'mine' | 'decide' | 'panel';

const task = (tab: Tab, urgent: boolean, title: string, text: string, action: string): Task => ({
  key: `mediation:${tab}`,
  tag: '调解',
  tone: urgent ? 'danger' : 'info',
  title,
  text,
  action,
  to: ['desk-mediation/queue', { tab }],
});

function waiting(tab: Tab, rows: readonly Row[], now: Waits['now'], word: string, action: string): Task[] {
  const [first] = groupsOf(rows.map(row => workOfRow(row, now, action)));
  if (!first?.rows[0]) return [];
  return [task(tab, first.when === 'today', `${rows.length} 件${word}`, `最急的一件：${first.rows[0].tag}`, action)];
}

/** So many of one's own cases stand in lines of their own. */
const LINES = 4;

/** Each case that wants something today: what to do, by its number; where there are too many, the rest in one line. */
function ownTasks(today: readonly Work[]): Task[] {
  const shown = today.slice(0, today.length > LINES + 1 ? LINES : LINES + 1);
  const rest = today.slice(shown.length);
  return [
    ...shown.map(row => ({
      key: `mediation:${row.id}`,
      tag: row.tag,
      tone: row.tone,
      title: row.todo,
      text: row.number,
      action: row.action,
      to: ['desk-mediation/case', { id: row.id }] as const,
    })),
    ...(rest[0]
      ? [task('mine', rest[0].tone === 'danger', `今天还要办 ${rest.length} 件调解`, `最急的一件：${rest[0].tag}`, '去办')]
      : []),
  ];
}

/** Cases of one's own that want something today, and what waits for the committee. */
export function mediationTasks(waits: Waits | undefined, cases: Cases | undefined): Task[] {
  const own = (cases?.cases ?? []).filter(card => card.as === 'panel').map(card => workOfCard(card, cases!.now));
  const today = groupsOf(own).find(group => group.when === 'today')?.rows ?? [];
  return [
    ...ownTasks(today),
    ...(waits ? waiting('decide', waits.toDecide, waits.now, '申请等着受理', '看申请') : []),
    ...(waits ? waiting('panel', waits.toPanel, waits.now, '等着定调解员', '选人') : []),
    ...(waits && waits.questions > 0
      ? [
          {
            key: 'mediation:questions',
            tag: '调解',
            tone: 'info' as const,
            title: `${waits.questions} 个匿名提问等回答`,
            text: '回答了，提问的人会收到提醒',
            action: '回答',
            to: ['desk-mediation/questions'] as const,
          },
        ]
      : []),
  ];
}
