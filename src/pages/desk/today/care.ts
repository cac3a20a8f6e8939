/** What the care wants today. A desk stands in the open: numbers and classes, no child's name. */
import type { CareContract } from '../../../../types/care';
import type { OutputOf } from '../../../../types/contract';
import type { Task } from './tasks';

type Board = OutputOf<CareContract, 'board'>;

const task = (key: string, tone: Task['tone'], title: string, text: string, action: string, page: string): Task => ({
  key: `care:${key}`,
  tag: '托管',
  tone,
  title,
  text,
  action,
  to: [`desk-care/${page}`],
});

const classesOf = (lines: readonly { className: string }[]): string => [...new Set(lines.map(each => each.className))].join('、');

/** Who is still here late, whom to ring, and classes with too few teachers. */
export function careTasks(board: Pick<Board, 'late' | 'calls' | 'classes'> | undefined): Task[] {
  if (!board) return [];
  const { late, calls, classes } = board;
  const short = classes.filter(each => each.ratio.short);
  const waiting = `${late.length} 个孩子过了时间没接走`;
  const missing = `${calls.length} 个孩子没到，要打电话`;
  return [
    ...(late.length > 0 ? [task('late', 'danger', waiting, classesOf(late), '去接送', 'pickup')] : []),
    ...(calls.length > 0 ? [task('calls', 'danger', missing, classesOf(calls), '去打', 'board')] : []),
    ...(short.length > 0
      ? [task('short', 'warning', '托管老师不够', short.map(each => each.name).join('、'), '查看', 'board')]
      : []),
  ];
}
