/** 回访: asked by the committee, or answered by a side itself. */
import type { Face, MediationContract } from '../../../types/mediation';
import type { HandlersOf } from '../../_shared/context';
import { part } from '../parts';
import { mayAnswerFollowUp } from '../rules/deeds';
import { inCase } from '../scene';
import { tellPanel } from '../tell';

type FollowUp = Pick<HandlersOf<MediationContract>, 'recordFollowUp' | 'answerFollowUp'>;

const FACE_TEXT: Record<Face, string> = { 5: '很满意', 3: '一般', 1: '很不满意' };
/** What a side answered, as the case file keeps it. */
const answerText = (face: Face, kept: boolean | undefined, text: string | undefined): string =>
  [
    `当事人自己答复：${FACE_TEXT[face]}。`,
    ...(kept === undefined ? [] : [kept ? '约定的事都办到了。' : '约定的事还没有都办到。']),
    ...(text ? [text] : []),
  ].join('\n');

export const followUpHandlers: FollowUp = {
  recordFollowUp: async ({ id, how, applicant, respondent, text }, ctx) =>
    inCase(ctx, { id }, 'recordFollowUp', ({ kase }) => ({
      change: { followUps: [...kase.followUps, { at: ctx.now, how, satisfied: { applicant, respondent } }] },
      parts: [part('followUp', { text }, 'panel')],
    })),

  answerFollowUp: async ({ id, as, face, kept, text }, ctx) =>
    inCase(ctx, { id, as }, 'answerFollowUp', ({ kase, side: acting }) => {
      const side = acting ?? 'applicant';
      ctx.insist(mayAnswerFollowUp(kase, side, ctx.today));
      return {
        change: { followUps: [...kase.followUps, { at: ctx.now, how: 'self', satisfied: { [side]: face } }] },
        parts: [part('followUp', { text: answerText(face, kept, text) }, side)],
        tell: tellPanel(kase, id, 'caseMoved'),
      };
    }),
};
