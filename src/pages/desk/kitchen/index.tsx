import { View } from '@tarojs/components';
import { useState } from 'react';
import { addDays, type CivilDate, dayOf, type Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Segmented } from '../../../components/Segmented';
import { mayOpen } from '../nav';
import { Desk } from '../parts/Desk';
import { dayHere, useMe, useSheet } from '../queries';
import { toDesk } from '../way';
import { longDay, timeText } from '../words';
import { MealTools } from './MealTools';
import { SheetOf } from './SheetOf';
import './kitchen.css';

const DAYS = ['today', 'tomorrow'] as const;

/** 备餐单: what the cook reads in the morning, on paper or on the glass. */
export default function Kitchen() {
  const sheet = useSheet(dayHere());
  const { data: me } = useMe();
  const [shown, setShown] = useState<(typeof DAYS)[number]>('today');
  return (
    <Desk title="备餐单" of={sheet}>
      {({ now, meals }) => {
        const today = dayOf(now);
        const day = shown === 'today' ? today : addDays(today, 1);
        const ofDay = meals.filter(meal => meal.day === day);
        return (
          <View className="col kitchen">
            <Tools shown={shown} onShow={setShown} now={now} today={today} reload={sheet.reload} stale={sheet.stale} />
            <View className="kitchen-meals">
              {ofDay.map(meal => (
                <View key={meal.mealId} className="col">
                  <SheetOf meal={meal} today={today} />
                  <MealTools meal={meal} past={meal.day < today} />
                </View>
              ))}
            </View>
            {ofDay.length === 0 ? <Nothing day={day} mayWrite={mayOpen('menus', me?.roles ?? [])} /> : null}
          </View>
        );
      }}
    </Desk>
  );
}

interface ToolsProps {
  shown: (typeof DAYS)[number];
  onShow: (shown: (typeof DAYS)[number]) => void;
  now: Instant;
  today: CivilDate;
  reload: () => Promise<unknown>;
  stale: boolean;
}

const Tools = ({ shown, onShow, now, today, reload, stale }: ToolsProps) => (
  <View className="col kitchen-tools">
    <Segmented
      label="哪一天"
      value={shown}
      onChange={onShow}
      options={[
        { value: 'today', text: `今天 ${longDay(today)}` },
        { value: 'tomorrow', text: `明天 ${longDay(addDays(today, 1))}` },
      ]}
    />
    <View className="between">
      <View className="desk-note">
        {stale ? '没有更新成功，这是' : '统计到'} {timeText(now)}
        {stale ? '的数字' : '，一分钟更新一次'}
      </View>
      <BigButton small kind="secondary" icon="refresh" text="刷新" onPress={reload} />
    </View>
  </View>
);

const Nothing = ({ day, mayWrite }: { day: CivilDate; mayWrite: boolean }) => (
  <Empty
    icon="kitchen"
    title={`${longDay(day)}没有菜单`}
    next={mayWrite ? '先写好菜单并发布，有人订餐后这里会出现份数。' : '菜单发布后，这里会出现份数。'}
    action={mayWrite ? { text: '去写菜单', onPress: () => toDesk('menus', { day }) } : undefined}
  />
);
