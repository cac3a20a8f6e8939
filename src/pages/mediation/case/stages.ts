/** Where a case stands, in the plain words of a step bar. Pure. */
import type { CaseStatus, CaseView, PartySide } from '../../../../types/mediation';
import { isOpen } from '../parts/verdict';
import { otherSide } from '../words';

export const STAGES = ['社区看申请', '邀请对方', '定调解员', '坐下来谈', '签协议', '照协议做'] as const;

const AT: Partial<Record<CaseStatus, number>> = {
  applied: 1,
  moreAsked: 1,
  inviting: 2,
  panelling: 3,
  mediating: 4,
  paused: 4,
  agreed: 5,
  performing: 6,
};

/** From 1; undefined when it has ended, then there is no way on to show. */
export const stageOf = ({ status }: Pick<CaseView, 'status'>): number | undefined => AT[status];

/** What follows now, in a sentence; nothing once it has ended. */
const AFTER: Partial<Record<CaseStatus, string>> = {
  applied: '社区会看申请，再告诉您受不受理。',
  moreAsked: '您补充以后，社区接着看。',
  inviting: '对方答复以后，再定调解员。',
  panelling: '调解员定下来，就约时间谈。',
  mediating: '谈成了就写协议，双方看好再签。',
  paused: '暂停的时间不算在期限里，恢复时会告诉您。',
  agreed: '双方、调解员签名，调委会盖章以后，协议生效。',
  performing: '照协议做完，调解员会回访，再归档。',
};
export const afterOf = ({ status }: Pick<CaseView, 'status'>): string | undefined => AFTER[status];

/** The side for which this person acts; the panel and the office have none. */
export const sideOf = ({ as }: Pick<CaseView, 'as'>): PartySide | undefined =>
  as === 'applicant' || as === 'respondent' ? as : undefined;

/** What the clock that runs now is about. */
const CLOCK: Partial<Record<CaseStatus, string>> = {
  applied: '社区答复的最后一天',
  moreAsked: '社区答复的最后一天',
  inviting: '对方答复的最后一天',
  panelling: '谈完的最后一天',
  mediating: '谈完的最后一天',
  agreed: '谈完的最后一天',
};
export const clockOf = ({ status }: Pick<CaseView, 'status'>): string | undefined => CLOCK[status];

/** Whether a side still has to say yes to more days; `mine` when the one who looks has asked already. */
export function extensionOf({ extension, as }: Pick<CaseView, 'extension' | 'as'>): 'none' | 'mine' | 'theirs' {
  const side = sideOf({ as });
  if (!extension || !side) return 'none';
  return extension.agreed.includes(side) ? 'mine' : 'theirs';
}

type Talk = CaseView['sessions'][number];
/** Whether this side has to choose a time of this talk. */
export function asksMe(talk: Talk, view: Pick<CaseView, 'as'>): boolean {
  const side = sideOf(view);
  return side !== undefined && talk.status === 'offered' && (talk.side === undefined || talk.side === side);
}

type Item = CaseView['items'][number];
/** What one may say to an item: that one has done it oneself, or whether the other has. */
export function sayTo(item: Item, view: Pick<CaseView, 'as' | 'may'>): 'report' | 'settle' | undefined {
  const side = sideOf(view);
  if (!side) return undefined;
  if (item.by === side)
    return isOpen(view.may.reportItem) && (item.status === 'open' || item.status === 'broken') ? 'report' : undefined;
  // Nothing to say yet to what is neither reported nor due.
  const ripe = item.status === 'reported' || item.status === 'broken' || item.overdue;
  return isOpen(view.may.settleItem) && ripe && item.status !== 'accepted' ? 'settle' : undefined;
}

/** Who has said yes so far, in words. */
export function wantedText(view: Pick<CaseView, 'as' | 'confirmation'>): string {
  const side = sideOf(view);
  const wanted = view.confirmation?.wantedBy ?? [];
  if (!side || wanted.length === 0) return '双方都还没有提出。';
  if (wanted.length === 2) return '双方都愿意。请下载申请书，签好名，一起交给法院。';
  if (wanted.includes(side)) return '您愿意，在等对方。';
  return wanted.includes(otherSide(side)) ? '对方愿意，在等您。' : '双方都还没有提出。';
}
