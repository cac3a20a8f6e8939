/** What the screen says to every no of mediation: what happened, and what to do next. For residents and for staff. */
import type { MediationContract } from '../../../types/mediation';
import { type Says, sentence } from '../../services/sentences';
import { STATUS } from './words';

const stateOf = (status: unknown): string | undefined => STATUS[status as keyof typeof STATUS]?.word;

export const mediationSays: Says<MediationContract> = {
  // The case and the one who looks at it
  NOT_NOW: ({ status }) => ({
    title: stateOf(status) ? `这件事现在是“${stateOf(status)}”，这一步办不了` : '现在还不到办这一步的时候',
    next: '请看页面上面写的“现在到哪一步”。有疑问可以打社区电话。',
  }),
  NOT_YOUR_PART: sentence('这一步不由您来办', '请等对方或调解员办理。有疑问可以打社区电话。'),
  SEAL_KEY_MISSING: sentence('调解的保密设置还没有做好', '为了保密，现在不能填写和查看。请打社区电话，或到社区当面说。'),
  SEAL_BROKEN: sentence('有一份内容打不开', '为了安全没有显示出来，请告诉社区工作人员。'),
  FILE_CLOSED: sentence('这份材料现在不能打开', '它不对您公开，或者保管期已经过了。请问调解员。'),
  // Asking
  TOO_MANY_QUESTIONS: sentence('今天问的问题已经很多了', '请等调解员回复，或打社区电话。'),
  NOT_HEARD: sentence('没有听清', '请靠近手机再说一遍，一次说一两句；也可以打字。'),
  TOO_MANY_OPEN: sentence('您已经有好几件调解还没有办完', '请先把办着的办完，或打社区电话说明。'),
  WITH_ONESELF: sentence('对方不能是自己', '请核对对方是谁。'),
  // Files
  FILE_NOT_USABLE: sentence('这个文件用不了', '可能太大、不是照片或文档，或者没有传完。请换一个再传。'),
  TOO_MANY_FILES: sentence('材料已经放满了', '先别再加了。还有的话，商谈时带给调解员看。'),
  // Rights, mediators, times
  NOTICE_CHANGED: sentence('权利义务告知书刚刚更新了', '请重新打开，再看一遍。'),
  NO_REFUSAL_LEFT: sentence('更换调解员的次数用完了', '还有顾虑的话，请打社区电话，或者结束调解。'),
  NOT_ON_PANEL: sentence('这位已经不是这件事的调解员了', '请返回，看看现在是谁。'),
  SLOT_GONE: sentence('这个时间刚刚被占了', '请选别的时间。'),
  TOO_MANY_DAYS: ({ max }) => ({ title: max ? `一次最多延长 ${max} 天` : '延长的天数太多了', next: '请选少一点的天数。' }),
  // Signing
  SIGNED_ALREADY: sentence('已经签过名了', '不用再签。'),
  NOT_YOUR_TURN: sentence('还没轮到您签', '请等前面的人签好，轮到时会告诉您。'),
  AGREEMENT_CHANGED: sentence('协议的内容改过了', '请重新打开，看清楚新的内容再签。'),
  NOT_A_PNG: sentence('签名没有存好', '请清除后重新签一次。'),
  // What was promised, and the court
  NO_SUCH_ITEM: sentence('没有找到这一项约定', '请返回，重新打开这件调解。'),
  NOT_YOUR_ITEM: sentence('这一项是对方答应做的', '请等对方做好后，您再来确认。'),
  YOUR_OWN_ITEM: sentence('这一项是您自己答应做的', '做没做到要由对方来确认。'),
  TOO_LATE_TO_CONFIRM: sentence('已经过了申请司法确认的三十天', '协议仍然有效。对方不照做，您可以向法院起诉。'),
  FOLLOW_UP_LATER: sentence('还没到回访的日子', '到了那天会通知您，再来说说办得怎么样。'),
  FOLLOW_UP_DONE: sentence('您已经说过了', '还有话要说，可以打社区电话告诉调解员。'),
  NOT_FAMILY: sentence('这个人还没有和您关联', '请先在“我的家人”里关联，再让他帮您办。'),
  // Staff: deciding, panel
  CONFLICT: ({ why }) => ({
    title: why ? `需要回避：${why}` : '有关系，需要回避',
    next: '当事人、亲属、同住或同单元的人不能办这件事，请换一位。',
  }),
  LINKED_ALREADY: sentence('对方已经对上名册了', '请刷新后再看。'),
  ONE_HOME: sentence('这两位是同一家', '请选两户不同的人家。'),
  OFFERED_ALREADY: sentence('这两家一个月内已经问过了', '等一等，或者打电话问问他们。'),
  OTHER_PARTIES: sentence('这两件事的当事人不一样', '只有同样两方的事才能合并，请核对。'),
  AWAY: sentence('这位调解员这几天不在', '请换一位。'),
  NOT_A_MEDIATOR: sentence('这个人还不是调解员', '请先授予调解员角色，并在调解员名册里登记。'),
  NO_LEAD: sentence('还没有主持的调解员', '请让一位人民调解员排在第一位。'),
  // Staff: talks, records, agreement
  SLOT_IN_PAST: sentence('有的时间已经过去了', '请选以后的时间。'),
  UNKNOWN_ROOM: sentence('没有这个调解室', '请在设置里核对房间，再选一次。'),
  SIDE_NEEDED: sentence('还没有选和哪一方谈', '单独谈话请选一方。'),
  NO_SUCH_SESSION: sentence('没有找到这次商谈', '请刷新后再看。'),
  RIGHTS_FIRST: sentence('还有一方没有看权利义务告知书', '请先让双方看过并确认。'),
  DUE_IN_PAST: sentence('有一项约定的日期已经过去了', '请改成以后的日期。'),
  NO_SEAL_IMAGE: sentence('还没有放上调委会的印章', '请先在调解设置里上传印章图片。'),
  FOLLOW_UP_FIRST: sentence('还没有回访', '请先回访双方，再归档。'),
  ITEMS_OPEN: sentence('还有约定没有了结', '请先确认每一项做到没有，再归档。'),
  // Staff: settings
  DATES_REVERSED: sentence('开始日期晚于结束日期', '请核对日期。'),
  DOUBLE_ROOM: sentence('有两个调解室的编号相同', '请删掉其中一个。'),
  DOUBLE_CLAUSE: sentence('有两条条款的编号相同', '请删掉其中一条。'),
};
