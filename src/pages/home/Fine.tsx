/** 我很好: one tap, for elders whose sign of life somebody waits for. */
import { View } from '@tarojs/components';
import { type CivilDate, clockText, minuteOf } from '../../../types/time';
import { BigButton } from '../../components/BigButton';
import { FailureNote } from '../../components/FailureNote';
import type { Service } from '../../components/ServiceGrid';
import { Tag } from '../../components/Tag';
import { go } from '../../services/go';
import type { Doing } from '../../services/useDoor';
import { type MySafety, signedOn, useCheckIn } from './safety';

type Checking = Pick<Doing<{ elderId?: string }>, 'run' | 'busy'>;

/** A tile of the elder view; once done it leads to the elder's own page. */
export function fineTile(mine: MySafety, today: CivilDate, { run, busy }: Checking): Service {
  if (signedOn(mine, today)) {
    return { text: '已报平安', icon: 'check', tone: 'primary', onPress: () => go('pages/safety/mine/index') };
  }
  return { text: busy ? '请稍等' : '我很好', icon: 'heart', tone: 'primary', onPress: () => run({}) };
}

/** A line in the card of today. */
export function Fine({ mine, today }: { mine: MySafety; today: CivilDate }) {
  const checking = useCheckIn();
  const { lastSignAt } = mine.signs;
  const done = signedOn(mine, today);
  return (
    <>
      <View className="row home-meal">
        <View className="grow">
          <View className="t-body">{done ? '今天已报平安' : '今天还没有报平安'}</View>
          <View className="t-secondary">
            {done && lastSignAt ? `${clockText(minuteOf(lastSignAt))} 家人和社区都放心了` : '点一下，家人和社区就放心'}
          </View>
        </View>
        {done ? (
          <Tag word="平安" tone="success" />
        ) : (
          <BigButton small icon="heart" text="我很好" busy={checking.busy} onPress={() => checking.run({})} />
        )}
      </View>
      <FailureNote failure={checking.failure} onRetry={checking.retry} />
    </>
  );
}
