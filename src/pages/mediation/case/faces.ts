/** The faces of a follow-up and their words. Pure. */
import type { CaseView } from '../../../../types/mediation';
import { sideOf } from './stages';

const MARKS = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

/** Three of the five marks, the best first; the drawings are in case.css. */
export const FACES = [
  { value: '5', text: MARKS[4], sign: 'face-good' },
  { value: '3', text: MARKS[2], sign: 'face-soso' },
  { value: '1', text: MARKS[0], sign: 'face-bad' },
] as const;

export const KEPT = [
  { value: 'yes', text: '都办到了' },
  { value: 'no', text: '还没办到' },
] as const;

/** What this side said, by itself or to the committee that asked. */
export function faceText(view: Pick<CaseView, 'as' | 'satisfied'>): string | undefined {
  const side = sideOf(view);
  const mark = side && view.satisfied[side];
  return mark === undefined ? undefined : MARKS[mark - 1];
}
