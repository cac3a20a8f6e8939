/** What the canteen says to its staff when the answer is no. Brought along by the desk's door. */
import type { CanteenContract } from '../../../types/canteen';
import { fen, yuanText } from '../../../types/money';
import { civilDate, clockText, dateText, dayOf, type Instant, minuteOf } from '../../../types/time';
import { type Says, sentence } from '../../services/sentences';
import { deliverySays, standingSays } from '../canteen/says';

const moment = (at: string | number | undefined): string => {
  const instant = Number(at ?? 0) as Instant;
  return `${dateText(dayOf(instant))} ${clockText(minuteOf(instant))}`;
};

/** What the desk asks the canteen: all but rating, which is the diners' own. */
export type DeskContract = { name: 'canteen'; actions: Omit<CanteenContract['actions'], 'rateMeal'> };

export const canteenSays: Says<DeskContract> = {
  ...standingSays,
  ...deliverySays,
  // The counter
  UNKNOWN_CODE: sentence('这个码不是今天的订单', '请让对方重新打开取餐码，或报姓名、取餐号。'),
  WRONG_CODE: sentence('取餐码对不上', '请让对方重新打开取餐码，或报取餐号。'),
  CODE_OLD: sentence('取餐码过期了', '请让对方重新打开取餐码；手机时间不准的，请用取餐号。'),
  CARD_VOID: sentence('这张饭卡已经作废', '已经补过新卡。请用新卡，或按姓名找。'),
  NOT_TODAY: ({ day }) => ({
    title: day ? `这是${dateText(civilDate(String(day)))}的订餐` : '这不是今天的订餐',
    next: '请核对日期。',
  }),
  REPLAY_TOO_LATE: ({ at }) => ({ title: `${moment(at)}的核销传得太晚了`, next: '超过三天的不能再补，请告诉社区办公室。' }),
  // Cards
  NO_CARD: sentence('这位居民还没有饭卡', '请先打印一张。'),
  NOTHING_TO_PRINT: sentence('没有可以打印的', '请换一餐、一栋楼或一个人再试。'),
  // The kitchen
  DISH_IN_USE: sentence('这道菜已经有人订了', '不能删除；可以停掉这一餐，系统会通知订餐的人。'),
  UNKNOWN_PERIOD: sentence('食堂没有设这个餐次', '请先在“食堂设置”里添加餐次。'),
  DOUBLE_DISH: sentence('有两道菜的编号相同', '请删掉其中一道，重新添加。'),
  DOUBLE_PERIOD: sentence('同一个餐次设了两遍', '请删掉其中一个。'),
  CUTOFF_AFTER_MEAL: sentence('截止时间晚于开餐时间', '请把截止时间调早一些。'),
  SAMPLE_TOO_SMALL: ({ least }) => ({ title: least ? `留样每样至少 ${least} 克` : '留样不够重', next: '请称够重量再登记。' }),
  UNKNOWN_SAMPLE: ({ name }) => ({
    title: name ? `这一餐没有“${name}”` : '这一餐没有这样菜',
    next: '菜单可能刚改过，请刷新再登记。',
  }),
  SAMPLES_LATER: sentence('只有今天的餐可以留样', '请在当天做好之后登记。'),
  NO_SAMPLES: sentence('这一餐没有在柜里的留样', '请刷新后查看。'),
  SAMPLES_STILL_KEPT: ({ until }) => ({ title: `要留到 ${moment(until)}`, next: '到时间再处理。' }),
  NOT_YET_SERVED: sentence('这一餐还没有开始', '开餐以后再登记剩余。'),
  FRIDGE_UPSIDE_DOWN: sentence('冷藏温度写反了', '最低的温度要小于最高的温度。'),
  BANDS_NOT_RISING: sentence('年龄段要从小到大', '比如 60、70、80、90。'),
  DOUBLE_FUNDER: sentence('同一个出资方写了两遍', '请删掉其中一个。'),
  NOT_OUR_PHOTO: sentence('这张照片不能用', '请重新选一张照片。'),
  // The till
  NO_SHIFT: sentence('还没有开班', '请先点“开班”，填好备用金再收钱。'),
  NOTHING_TO_PAY: sentence('这一单不欠钱', '可能刚刚已经收过了，请刷新看看。'),
  NOTHING_TO_GIVE_BACK: sentence('这一单没有要退的钱', '可能刚刚已经退过了，请刷新看看。'),
  AMOUNT_CHANGED: ({ is }) => ({
    title: is === undefined ? '金额刚刚变了' : `金额变成了 ${yuanText(fen(Number(is)))}`,
    next: '请看清新的金额，再点一次。',
  }),
  SHIFT_CLOSED: sentence('这个班已经交过了', '要接着收钱，请重新开班。'),
  NOT_YOUR_SHIFT: sentence('这不是您的班', '谁开的班由谁交。'),
  NOTE_NEEDED: sentence('数目对不上，要写一句原因', '比如“找错零钱”；写好就能交班。'),
  // Settlement
  MONTH_NOT_OVER: sentence('这个月还没过完', '下月 1 日起可以提交。'),
  ALREADY_SUBMITTED: sentence('这个月已经提交过了', '有错的话，更正会记在下个月。'),
  SETTLEMENT_CHANGED: sentence('金额刚刚变了', '请刷新，看过新的合计再提交。'),
  NOTHING_TO_SETTLE: sentence('这个月没有补贴', '有人吃了带补贴的餐以后才能结算。'),
  EARLIER_MONTH_OPEN: ({ month }) => ({ title: `${month ?? '上个月'} 还没提交`, next: '请按月份顺序提交。' }),
  NOT_SUBMITTED: sentence('这个月还没提交', '提交以后才能公示。'),
  ALREADY_PUBLISHED: sentence('这个月已经公示了', '居民在“补贴公示”里能看到。'),
  MONTH_SETTLED: sentence('那个月的结算已经结束', '不能再改，请告诉社区办公室。'),
};
