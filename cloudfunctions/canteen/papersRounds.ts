/** Papers of the canteen: the round sheet 配送单, for when telephones fail. Plain data in, a paper out. */
import type { DeliverySettings, Meal, Period, Round, Stop } from '../../types/canteen';
import { type CivilDate, clockText, dateText, type Instant, minuteOf, weekdayText } from '../../types/time';
import { PERIOD_TEXT } from '../../types/words';
import type { Block, Paper } from '../_shared/papers';

export type RoundSheet = { round: Round; gridName: string; stops: readonly Stop[] };

type Around = {
  day: CivilDate;
  period: Period;
  settings: DeliverySettings;
  meal: Pick<Meal, 'servedFrom' | 'servedTo'> | undefined;
  now: Instant;
};

const COLUMNS = [
  { title: '顺序', width: 5, align: 'center' },
  { title: '门牌', width: 15 },
  { title: '姓名', width: 9 },
  { title: '电话', width: 13 },
  { title: '餐品', width: 20 },
  { title: '敲门前看', width: 18 },
  { title: '结果（打勾）和时间', width: 20 },
] as const;

const BOXES = '□送到 □没人\n□不要 □地址不对\n____:____';

function page({ round, gridName, stops }: RoundSheet, { day, period, settings, meal }: Around): Block[] {
  const doors = stops.filter(({ cancelled }) => !cancelled);
  const served = meal ? `${clockText(meal.servedFrom)}–${clockText(meal.servedTo)}` : '';
  const rules = `出发前量温度，热菜不低于 ${settings.hotAtLeast} ℃；出发后 ${settings.minutesToDoor} 分钟内送完。独居老人没人应门，马上打社区电话。`;
  return [
    { kind: 'heading', level: 1, text: `配送单　${gridName} 第 ${round.n} 单`, align: 'left' },
    {
      kind: 'paragraph',
      text: `${dateText(day)} ${weekdayText(day)} ${PERIOD_TEXT[period]} ${served}　共 ${doors.length} 户　送餐人：${round.carrierName ?? '____________'}`,
      indent: 0,
    },
    { kind: 'paragraph', text: rules, indent: 0 },
    { kind: 'paragraph', text: '出发时间 ____:____　　出发温度 ______ ℃　　送完时间 ____:____', indent: 0, after: 3 },
    {
      kind: 'table',
      columns: COLUMNS,
      size: 10,
      rows: doors.map((stop, i) => [
        String(i + 1),
        stop.address,
        `${stop.name}\n${stop.number}`,
        stop.phone ?? '',
        stop.dishes,
        stop.doorNote ?? '',
        BOXES,
      ]),
    },
  ];
}

/** One page a round, more where it is long. Telephones stand on it in full: the carrier has to call, and nothing else works that day. */
export function roundPaper(sheets: readonly RoundSheet[], around: Around): Paper {
  const title = `配送单 ${around.day} ${PERIOD_TEXT[around.period]}`;
  return {
    title,
    size: 'A4 landscape',
    margins: { top: 15, right: 14, bottom: 15, left: 14 },
    style: { face: 'hei', size: 12, leading: 1.5 },
    footer: { left: `${title}　${clockText(minuteOf(around.now))} 打印，用后请交回食堂销毁`, right: '{page} / {pages}' },
    blocks: sheets.flatMap((sheet, i) => [...(i > 0 ? [{ kind: 'newPage' } as const] : []), ...page(sheet, around)]),
  };
}
