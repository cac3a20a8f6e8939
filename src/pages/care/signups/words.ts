/** A sign-up in a few sentences: where it stands, what is owed. Pure. */
import type { EnrolmentView, Fee } from '../../../../types/care';
import { type Fen, sumFen, yuanText } from '../../../../types/money';
import { dateText } from '../../../../types/time';
import { ENROLMENT, LIVE } from '../words';

const PRIORITY = { asked: '等老师核对', confirmed: '已核对，算优先', refused: '核对后不算优先' } as const;

/** Where it stands and since when, one line each. */
export function linesOf({
  status,
  position,
  no,
  mode,
  from,
  to,
  reason,
  priority,
  onBehalf,
  signedUpByName,
}: EnrolmentView): string[] {
  return [
    status === 'waiting' && position ? `前面还有 ${position - 1} 个孩子，您是第 ${position} 位。` : '',
    status === 'entered' ? `抽签编号 ${no}，报名截止后抽签。` : '',
    status === 'enrolled' && from ? `从${dateText(from)}起。` : '',
    status !== 'enrolled' && to ? `到${dateText(to)}为止。` : '',
    status === 'waiting' && mode === 'draw' ? `抽签编号 ${no}，没有抽中，按抽出的顺序候补。` : '',
    reason && !LIVE.includes(status) ? `原因：${reason}。` : '',
    priority ? `${priority.name}：${PRIORITY[priority.state]}。` : '',
    onBehalf ? `${signedUpByName}帮您报的。` : '',
  ].filter(Boolean);
}

/** 应交 ¥800，已交 ¥300，还要交 ¥500; undefined where there was nothing to pay. */
export function feeText({ owed, paid, waived, refunded, due }: Fee): string | undefined {
  if (owed === 0 && paid === 0) return undefined;
  const parts = [
    `应交 ${yuanText(owed)}`,
    paid > 0 ? `已交 ${yuanText(paid)}` : '',
    waived > 0 ? `减免 ${yuanText(waived)}` : '',
    refunded > 0 ? `已退 ${yuanText(refunded)}` : '',
    due > 0 ? `还要交 ${yuanText(due)}` : '交清了',
  ];
  return parts.filter(Boolean).join('，');
}

/** What is still owed for all children together. */
export const dueOf = (enrolments: readonly Pick<EnrolmentView, 'fee'>[]): Fen => sumFen(enrolments.map(({ fee }) => fee.due));

/** The one that a letter led to, then live ones, then the rest, each group as it came. */
export function inOrder(enrolments: readonly EnrolmentView[], first?: string): EnrolmentView[] {
  const rank = ({ id, status }: EnrolmentView): number => (id === first ? 0 : LIVE.includes(status) ? 1 : 2);
  return [...enrolments].sort((a, b) => rank(a) - rank(b));
}

interface Withdrawal {
  button: string;
  text: string;
}

/** What leaving means depends on what there is to leave. */
export function withdrawal({ status, fee }: Pick<EnrolmentView, 'status' | 'fee'>): Withdrawal {
  if (status === 'entered') return { button: '不参加抽签了', text: '退出以后不再参加抽签。截止前还可以再报。' };
  if (status === 'waiting') return { button: '退出候补', text: '退出以后，现在排的位置就没有了；再报要重新排。' };
  const money = fee.paid > fee.refunded ? '已经交的钱，请到服务台问怎么退。' : '';
  return { button: '退班', text: `今天还可以来，从明天起不算。名额马上给候补的下一位，再报要重新排。${money}` };
}

export const stateOf = ({ status, position }: Pick<EnrolmentView, 'status' | 'position'>) =>
  status === 'waiting' && position ? { ...ENROLMENT.waiting, word: `候补第 ${position} 位` } : ENROLMENT[status];
