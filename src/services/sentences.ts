/**
 * What the screen says when the answer is no: what happened, and what to do next. One sentence for every code that any action declares;
 * a code without its sentence does not compile. Written for somebody of seventy who has never heard the word "server".
 */
import type { ErrorCode } from '../../types/codes';
import type { Details } from '../../types/contract';

export type Sentence = { title: string; next: string };

const sentence = (title: string, next: string) => (): Sentence => ({ title, next });

export const sentences: Record<ErrorCode, (details: Details) => Sentence> = {
  // The phone itself
  OFFLINE: sentence('手机没有连上网', '请打开网络后，再点一次“重试”。'),
  TIMEOUT: sentence('网络有点慢，没有等到结果', '请点“重试”。放心，不会重复办理。'),
  // The door
  UNKNOWN_ACTION: sentence('这个功能需要新版本', '请关掉小程序，过一会儿再打开。'),
  NOT_SIGNED_IN: sentence('还没有登录', '请先登录，再回来办理。'),
  NOT_ALLOWED: sentence('这里只有相关人员能看', '如果您需要办理，请联系社区工作人员。'),
  BAD_INPUT: sentence('填写的内容有误', '请检查后再提交。'),
  TOO_LARGE: sentence('内容太多了', '请删减一些，再提交。'),
  NOT_FOUND: sentence('没有找到', '它可能已经被撤下了，请返回看看别的。'),
  BUSY: sentence('现在办理的人很多', '请稍等几秒，再点“重试”。'),
  INTERNAL: sentence('系统出了点问题', '请过一会儿再试。还是不行，请打社区电话。'),
  // Meals
  NOT_YOUR_ELDER: sentence('您还没有和这位老人关联', '请在“我的家人”里申请关联，老人或社区确认后就可以帮忙订餐。'),
  DINER_LEFT: sentence('这位居民已经不在本社区', '如果信息有误，请联系社区工作人员。'),
  UNKNOWN_DISH: sentence('这道菜刚刚换了', '请返回菜单，重新选一次。'),
  TOO_MANY_PORTIONS: ({ max }) => ({ title: max ? `一餐最多订 ${max} 份` : '订的份数太多了', next: '请减少份数，再提交。' }),
  CUTOFF_PASSED: ({ at }) => ({
    title: at ? `已过截止时间（${at}）` : '已经过了截止时间',
    next: '您可以看看后面几天，或打电话问食堂。',
  }),
  KITCHEN_CLOSED: ({ reason }) => ({ title: reason ? `这一餐停餐：${reason}` : '这一餐食堂不开', next: '请看看别的日子。' }),
  SOLD_OUT: sentence('这一餐已经订满了', '请看看别的餐次，或打电话问食堂有没有人退订。'),
  ALREADY_BOOKED: sentence('这一餐已经订过了', '要改的话，请先取消原来的，再重新订。'),
  ALREADY_CANCELLED: sentence('这一单已经取消了', '不用再操作。想吃的话可以重新订。'),
  ALREADY_REDEEMED: sentence('这一单已经取过餐了', '如果不是您本人取的，请马上告诉食堂。'),
  WRONG_CODE: sentence('取餐码对不上', '请让对方重新打开取餐码，或报取餐号。'),
  NOT_TODAY: ({ day }) => ({ title: day ? `这是${day}的订餐` : '这不是今天的订餐', next: '请核对日期。' }),
  // Kitchen and office
  PAST_DAY: sentence('这一天已经过去了', '请选今天或以后的日子。'),
  DISH_IN_USE: ({ dish }) => ({ title: dish ? `“${dish}”已经有人订了` : '这道菜已经有人订了', next: '不能删除；可以停掉这一餐，系统会通知订餐的人。' }),
  UNKNOWN_PERIOD: sentence('食堂没有设这个餐次', '请先在“食堂设置”里添加餐次。'),
  DOUBLE_DISH: sentence('有两道菜的编号相同', '请删掉其中一道，重新添加。'),
  NOTHING_TO_EXPORT: sentence('这个月没有订餐记录', '请选别的月份。'),
  DOUBLE_PERIOD: sentence('同一个餐次设了两遍', '请删掉其中一个。'),
  CUTOFF_AFTER_MEAL: sentence('截止时间晚于开餐时间', '请把截止时间调早一些。'),
};

/** The sentence of a code; a code of a newer server that this version does not know reads as a plain failure. */
export function sentenceOf(code: string, details: Details = {}): Sentence {
  const known = sentences[code as ErrorCode] ?? sentences.INTERNAL;
  return known(details);
}

/** A no that another try cannot change: the screen offers a way on instead of 重试. */
export const FINAL: ReadonlySet<string> = new Set<ErrorCode>(['NOT_ALLOWED', 'NOT_SIGNED_IN', 'NOT_FOUND', 'NOT_YOUR_ELDER', 'UNKNOWN_ACTION']);
