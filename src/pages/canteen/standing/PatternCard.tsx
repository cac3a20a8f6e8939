import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PatternView } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { useCommand } from '../../../services/useDoor';
import { standing } from '../standingQueries';
import { DAY_STATE, patternText, patternTitle, SHORT_TEXT } from '../standingWords';
import { wholeDayText } from '../words';

interface Props {
  pattern: PatternView;
  today: CivilDate;
  dinerId: string;
  onEdit: () => void;
}

type Day = PatternView['days'][number];

/** Opens the order of a day that has one; where there is none yet, the day can be left out. */
function DayRow({
  day,
  today,
  dinerId,
  period,
  onSkip,
}: {
  day: Day;
  today: CivilDate;
  dinerId: string;
  period: string;
  onSkip: () => void;
}) {
  const { word, tone } = DAY_STATE[day.state];
  const open =
    day.state === 'ordered' || day.state === 'changed' || day.state === 'cancelled'
      ? () => go('pages/canteen/order/index', { id: day.orderId })
      : day.state === 'short'
        ? () => go('pages/canteen/week/index', { dinerId, day: day.day, period })
        : undefined;
  const skip = day.state === 'willOrder' && day.may.skip.ok ? onSkip : undefined;
  const note = day.dish ?? (day.why ? `${SHORT_TEXT[day.why]}，点开看看别的` : undefined);
  return (
    <Row
      title={wholeDayText(day.day, today)}
      text={skip ? '点一下，这天不要' : note}
      aside={<Tag word={word} tone={tone} />}
      onPress={open ?? skip}
    />
  );
}

/** One standing order: what it says, what becomes of the coming days, and stopping it. */
export function PatternCard({ pattern, today, dinerId, onEdit }: Props) {
  const [skipping, setSkipping] = useState<CivilDate>();
  const [ending, setEnding] = useState(false);
  const setting = useCommand(standing, 'setStanding', { onDone: () => setEnding(false) });
  const skipDay = useCommand(standing, 'skipStanding', { onDone: () => setSkipping(undefined) });
  const { id, status, may, days, setByName, onBehalf } = pattern;
  const paused = status === 'paused';
  const title = patternTitle(pattern);
  return (
    <Card title={title} aside={paused ? <Tag word="停着" tone="warning" /> : <Tag word="订着" tone="success" />}>
      <View className="col">
        <View className="t-body">{patternText(pattern, today)}</View>
        {onBehalf ? <View className="t-secondary">{`${setByName}设的`}</View> : null}
        {paused ? <View className="t-body">停着的时候不会订。想吃了，点“接着订”。</View> : null}
        {days.length > 0 ? (
          <List label="接下来几天">
            {days.map(day => (
              <DayRow
                key={day.day}
                day={day}
                today={today}
                dinerId={dinerId}
                period={pattern.period}
                onSkip={() => setSkipping(day.day)}
              />
            ))}
          </List>
        ) : null}
        <FailureNote failure={setting.failure} onRetry={setting.retry} />
        {paused ? (
          <BigButton
            text="接着订"
            label={`接着订：${title}`}
            busy={setting.busy}
            onPress={() => setting.run({ id, status: 'active' })}
          />
        ) : (
          <BigButton kind="secondary" icon="edit" text="改一改" label={`改一改：${title}`} onPress={onEdit} />
        )}
        {!paused && may.pause.ok ? (
          <BigButton
            kind="secondary"
            icon="stop"
            text="先停一停"
            label={`先停一停：${title}`}
            busy={setting.busy}
            onPress={() => setting.run({ id, status: 'paused' })}
          />
        ) : null}
        <BigButton kind="plain" text="不再长期订" label={`不再长期订：${title}`} onPress={() => setEnding(true)} />
      </View>
      <Confirm
        open={skipping !== undefined}
        title="这一天不要了？"
        text={`${skipping ? wholeDayText(skipping, today) : ''}不会自动订。以后想吃，可以到菜单里单独订。`}
        yes="这天不要"
        doing={skipDay}
        onYes={() => skipping && skipDay.run({ id, day: skipping })}
        onNo={() => setSkipping(undefined)}
      />
      <Confirm
        open={ending}
        title="不再长期订了？"
        text={`${title}以后不再自动订。已经订好、您没有改过、还没截止的，会一起取消。`}
        yes="不再长期订"
        no="留着"
        kind="danger"
        doing={setting}
        onYes={() => setting.run({ id, status: 'ended' })}
        onNo={() => setEnding(false)}
      />
    </Card>
  );
}
