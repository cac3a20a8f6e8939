import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { addDays, type CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Segmented } from '../../../components/Segmented';
import { Split } from '../../../components/Split';
import { go } from '../../../services/go';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { Desk } from '../parts/Desk';
import { canteen, dayHere } from '../queries';
import { toDesk } from '../way';
import { momentText, PERIOD_TEXT } from '../words';
import { Detail } from './Detail';
import { RoundCard } from './RoundCard';

export type Day = OutputOf<CanteenContract, 'rounds'>;
type Meal = Day['meals'][number];

/** A meal's deliveries: when rounds are made, how many doors, the paper. */
function MealPart({ meal, day, of }: { meal: Meal; day: CivilDate; of: Day }) {
  const making = useCommand(canteen, 'makeRounds');
  const printing = useCommand(canteen, 'printRounds', { onDone: openFile });
  const made = of.rounds.filter(({ period }) => period === meal.period);
  if (meal.orders === 0) return null;
  const { make } = meal.may;
  return (
    <Card title={`${PERIOD_TEXT[meal.period]} ${meal.orders} 份要送`}>
      <View className="col">
        {make.ok ? null : (
          <View className="desk-note">{`${momentText(meal.cutoffAt, of.today)}截止以后自动排单，到时候没有人再改。`}</View>
        )}
        {make.ok && meal.loose > 0 ? <View className="problem">{`还有 ${meal.loose} 份没有排进配送单。`}</View> : null}
        <FailureNote failure={making.failure ?? printing.failure} onRetry={making.retry ?? printing.retry} />
        <View className="row-wrap">
          {make.ok && meal.loose > 0 ? (
            <BigButton small text="现在排单" busy={making.busy} onPress={() => making.run({ mealId: meal.id })} />
          ) : null}
          {made.length > 0 ? (
            <BigButton
              small
              kind="secondary"
              icon="page"
              text="打印配送单"
              label={`打印${PERIOD_TEXT[meal.period]}配送单`}
              busy={printing.busy}
              onPress={() => printing.run({ day, period: meal.period })}
            />
          ) : null}
        </View>
      </View>
    </Card>
  );
}

/** Red at the head: rounds that nobody took though serving is near, doors that are late. */
function Warnings({ of }: { of: Day }) {
  const late = of.rounds.filter(round => round.late);
  const unclaimed = late.filter(({ status }) => status === 'open').length;
  const slow = late.length - unclaimed;
  if (late.length === 0) return null;
  const words = [
    unclaimed ? `${unclaimed} 单还没有人送` : '',
    slow ? `${slow} 单超过 ${of.settings.minutesToDoor} 分钟还没送完` : '',
  ];
  return <View className="problem">{`${words.filter(Boolean).join('，')}。`}</View>;
}

/** 送餐配送: the rounds of a day, who carries them, how far they are. */
export default function Rounds() {
  const today = dayHere();
  const [day, setDay] = useState(today);
  const [openId, setOpenId] = useState<string>();
  const rounds = useQueryOf(canteen, 'rounds', { day }, { everyMs: 20_000 });
  const days = [
    { value: today, text: '今天' },
    { value: addDays(today, 1), text: '明天' },
  ];
  return (
    <Desk title="送餐配送" of={rounds}>
      {of => {
        const open = of.rounds.find(({ id }) => id === openId);
        const list = (
          <View className="col">
            <View className="between">
              <Segmented label="哪一天" options={days} value={day} onChange={setDay} />
              <View className="row-wrap">
                <BigButton small kind="secondary" text="谁能送餐" onPress={() => toDesk('recipients')} />
                <BigButton
                  small
                  kind="secondary"
                  icon="delivery"
                  text="我去送"
                  onPress={() => go('pages/delivery/rounds/index')}
                />
              </View>
            </View>
            <Warnings of={of} />
            {of.meals.map(meal => (
              <MealPart key={meal.id} meal={meal} day={day} of={of} />
            ))}
            {of.meals.every(meal => meal.orders === 0) ? (
              <Empty icon="delivery" title="这一天没有要送的" next="有人订了“送餐”，截止以后会排成配送单。" />
            ) : null}
            {of.rounds.map(round => (
              <RoundCard key={round.id} round={round} here={round.id === openId} onOpen={() => setOpenId(round.id)} />
            ))}
          </View>
        );
        return (
          <Split
            hint="点一单，看每一户，安排谁送"
            onBack={() => setOpenId(undefined)}
            list={list}
            detail={open ? <Detail key={open.id} round={open} of={of} /> : undefined}
          />
        );
      }}
    </Desk>
  );
}
