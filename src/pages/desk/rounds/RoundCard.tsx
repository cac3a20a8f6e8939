import { View } from '@tarojs/components';
import type { DeskRound, RoundStatus } from '../../../../types/canteen';
import { clockText, minuteOf } from '../../../../types/time';
import { Press } from '../../../components/Press';
import { Tag, type Tone } from '../../../components/Tag';
import { PERIOD_TEXT } from '../words';
import './rounds.css';

const STATUS: Record<RoundStatus, { word: string; tone: Tone }> = {
  open: { word: '没人送', tone: 'warning' },
  taken: { word: '有人送', tone: 'info' },
  out: { word: '在路上', tone: 'accent' },
  done: { word: '送完了', tone: 'success' },
};

export const doneOf = ({ stops }: Pick<DeskRound, 'stops'>): number =>
  stops.filter(({ delivered, cancelled }) => delivered || cancelled).length;

/** 午餐 第一网格 第 1 单 */
export const roundTitle = ({ period, gridName, n }: Pick<DeskRound, 'period' | 'gridName' | 'n'>): string =>
  `${PERIOD_TEXT[period]} ${gridName} 第 ${n} 单`;

/** One round in the list: who, how far, by when. */
export function RoundCard({ round, here, onOpen }: { round: DeskRound; here: boolean; onOpen: () => void }) {
  const { carrierName, dueAt, cold, celsius, late, status } = round;
  const facts = [
    carrierName ?? '等人来送',
    `${doneOf(round)} / ${round.stops.length} 户`,
    dueAt && status === 'out' ? `${clockText(minuteOf(dueAt))} 前送完` : '',
    celsius === undefined ? '' : `出发 ${celsius} ℃`,
  ];
  return (
    <Press
      className={`card round-card ${here ? 'round-here' : ''}`}
      label={`${roundTitle(round)}，${facts.filter(Boolean).join('，')}`}
      onPress={onOpen}
    >
      <View className="between">
        <View className="t-section">{roundTitle(round)}</View>
        <View className="row-wrap">
          {late ? <Tag word={status === 'open' ? '快开餐了' : '晚了'} tone="danger" /> : null}
          {cold ? <Tag word="偏凉" tone="danger" /> : null}
          <Tag {...STATUS[status]} />
        </View>
      </View>
      <View className="t-secondary">{facts.filter(Boolean).join(' · ')}</View>
    </Press>
  );
}
