/** What mediation wants today. A desk stands in the open: numbers and days, nobody's name and no word of a quarrel. */
import type { OutputOf } from '../../../../types/contract';
import type { MediationContract } from '../../../../types/mediation';
import { groupsOf, workOfCard, workOfRow } from '../../desk-mediation/queue/order';
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

/** Cases of one's own that want something today, and what waits for the committee. */
export function mediationTasks(waits: Waits | undefined, cases: Cases | undefined): Task[] {
  const own = (cases?.cases ?? []).filter(card => card.as === 'panel').map(card => workOfCard(card, cases!.now));
  const today = groupsOf(own).find(group => group.when === 'today')?.rows ?? [];
  const over = today.some(row => row.tone === 'danger');
  return [
    ...(today[0] ? [task('mine', over, `今天要办 ${today.length} 件调解`, `最急的一件：${today[0].tag}`, '去办')] : []),
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
