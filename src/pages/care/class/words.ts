/** Signing up, in words: the button by the server's clock, and the answer. Pure. */
import type { EnrolmentView, PriorityRule } from '../../../../types/care';
import { yuanText } from '../../../../types/money';
import type { Instant } from '../../../../types/time';
import type { Verdict } from '../../../../types/verdict';
import { leftText } from '../parts/clock';
import type { ClassOffer } from '../queries';
import { momentText } from '../words';

type May = Verdict<string> | undefined;

/** A no that only waits for the clock: the child can be chosen beforehand, so that one press is enough when it opens. */
export const maySelect = (may: May): boolean => may?.ok === true || (may?.ok === false && may.code === 'SIGNUP_NOT_YET');

interface ButtonFacts {
  offer: Pick<ClassOffer, 'opensAt' | 'left' | 'mode'>;
  now: Instant;
  chosen: number;
  /** Something of the form is missing, in words. */
  missing: string | undefined;
}

/** What stands on the button, and whether it can be pressed. The server has the last word. */
export function buttonOf({ offer, now, chosen, missing }: ButtonFacts): { text: string; ready: boolean } {
  const { opensAt, left, mode } = offer;
  if (now < opensAt) return { text: `${momentText(opensAt, now)} 开始，还有 ${leftText(opensAt, now)}`, ready: false };
  if (chosen === 0) return { text: '请先点孩子的名字', ready: false };
  if (missing) return { text: missing, ready: false };
  const deed = mode === 'draw' ? '参加抽签' : left >= chosen ? '报名' : left > 0 ? '报名（名额不够的排候补）' : '排候补';
  return { text: chosen > 1 ? `${deed}，${chosen} 个孩子` : deed, ready: true };
}

/** What became of it, and what comes next. */
export function resultOf({ status, childName, position, no, fee }: EnrolmentView): { title: string; text: string } {
  if (status === 'enrolled') {
    const pay = fee.due > 0 ? `这学期 ${yuanText(fee.due)}，请到服务台交。` : '';
    return { title: `${childName}报上了`, text: `${pay}开班那天直接来。` };
  }
  if (status === 'entered') return { title: `${childName}参加了抽签，编号 ${no}`, text: '报名截止以后抽签，结果会告诉您。' };
  const where = position ? `候补第 ${position} 位` : '候补名单';
  return { title: `${childName}排到了${where}`, text: '有名额马上告诉您，要在规定时间里确认。不用一直守着。' };
}

/** How places are given, in a sentence. */
export function modeText({ mode, reserved, reservedUntil, closesAt }: ClassOffer, now: Instant): string {
  if (mode === 'draw') return `${momentText(closesAt, now)} 以前都能报，早晚一样。截止后先按优先，再抽签，过程公开可以核对。`;
  const kept =
    reserved > 0 && reservedUntil && now < reservedUntil
      ? `其中 ${reserved} 个名额留给优先家庭，到${momentText(reservedUntil, now)}。`
      : '';
  return `先到先得，满了排候补。${kept}`;
}

/** What a family says of itself: a rule of priority, and the papers for it. */
export interface Claim {
  id: string;
  documents: string[];
}

/** What the rule wants to see and is not there yet, in words. */
export function claimGap(claim: Claim | undefined, rules: readonly PriorityRule[]): string | undefined {
  const document = rules.find(({ id }) => id === claim?.id)?.document;
  return document && claim?.documents.length === 0 ? `请先拍${document}` : undefined;
}
