/** What standing orders and delivery say when the answer is no; brought along by the doors of the packages that use them. */
import type { DeliveryContract, StandingContract } from '../../../types/canteen';
import { clockText, dateText, dayOf, type Instant, minuteOf } from '../../../types/time';
import { type Says, sentence } from '../../services/sentences';

const moment = (at: string | number | undefined): string => {
  const instant = Number(at ?? 0) as Instant;
  return `${dateText(dayOf(instant))} ${clockText(minuteOf(instant))}`;
};

const DAYS_DISAGREE = sentence('日期前后不对', '最后一天要在开始那天之后，也不能已经过去。');

export const standingSays: Says<StandingContract> = {
  UNKNOWN_PERIOD: sentence('食堂没有这个餐次', '请选别的餐次，或打电话问食堂。'),
  DAYS_DISAGREE,
  STANDING_ENDED: sentence('这个长期订餐已经停了', '想再吃的话，请重新设一个。'),
  NOT_A_DAY_OF_IT: sentence('这一天本来就没有订', '不用再操作。'),
  TOO_MANY_SKIPS: ({ max }) => ({
    title: `最多跳过 ${max ?? 60} 天`,
    next: '要停很久的话，请点“先停一停”，或做外出报备。',
  }),
};

export const deliverySays: Says<DeliveryContract> = {
  DAYS_DISAGREE,
  END_NEEDED: sentence('出院后送餐要写到哪一天', '请选最后一天，到时候还需要可以再申请。'),
  NOTHING_TO_DECLINE: sentence('这位居民现在没有送餐', '请刷新名单。'),
  BEFORE_CUTOFF: ({ at }) => ({ title: '还没有到截止时间', next: `${moment(at)}以后才能排配送单，那时没有人再改。` }),
  NOT_A_CARRIER: sentence('这个人不能送餐', '请先在“人员权限”里给他“志愿者”的角色。'),
  ROUND_DONE: sentence('这一单已经送完了', '请刷新后查看。'),
  NO_ROUNDS: sentence('这一餐没有配送单', '没有人要送餐，或者还没有排单。'),
  ROUND_TAKEN: sentence('这一单刚刚有人接了', '谢谢您，请看看别的单。'),
  NOT_YOUR_ROUND: sentence('这一单已经不归您送', '可能改派给别人了，请打电话问社区。'),
  ROUND_LEFT: sentence('已经出发，不能退单', '送不完的话，请打电话给社区，让别人来接。'),
  ALREADY_DELIVERED: ({ at }) => ({ title: `这一户 ${moment(at)} 已经记过了`, next: '不用再记。记错了请告诉食堂。' }),
  DOORS_LEFT: ({ count }) => ({ title: `还有 ${count ?? '几'} 户没有记`, next: '每一户都点一下结果，再结束。' }),
};
