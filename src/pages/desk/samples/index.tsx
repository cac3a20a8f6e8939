import { View } from '@tarojs/components';
import type { SampleMeal } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';
import { Empty } from '../../../components/Empty';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { canteen } from '../queries';
import { MealSamples } from './MealSamples';
import './samples.css';

const EVERY_MS = 60_000;

/** 留样: what has to be in the sample fridge today, what still lies in it, until when. */
export default function Samples() {
  const samples = useQueryOf(canteen, 'samples', {}, { everyMs: EVERY_MS });
  return (
    <Desk title="留样" of={samples}>
      {({ today, settings, meals }) => {
        const [now, before] = [meals.filter(meal => meal.day === today), meals.filter(meal => meal.day !== today)];
        return (
          <View className="col">
            <View className="desk-note">
              每样至少 {settings.sampleGrams} 克，冷藏 {settings.fridgeFrom}–{settings.fridgeTo} ℃，留满 {settings.sampleHours}{' '}
              小时。数字在“后厨设置”里改。
            </View>
            <Group title="今天" meals={now} today={today} grams={settings.sampleGrams} />
            <Group title="还在柜里的" meals={before} today={today} grams={settings.sampleGrams} />
            {meals.length === 0 ? (
              <Empty icon="kitchen" title="今天没有要留样的" next="今天没有供餐，柜里也没有以前的留样。" />
            ) : null}
          </View>
        );
      }}
    </Desk>
  );
}

interface GroupProps {
  title: string;
  meals: readonly SampleMeal[];
  today: CivilDate;
  grams: number;
}

const Group = ({ title, meals, today, grams }: GroupProps) =>
  meals.length > 0 ? (
    <View className="col">
      <View className="t-section">{title}</View>
      <View className="columns">
        {meals.map(meal => (
          <MealSamples key={meal.mealId} meal={meal} today={today} least={grams} />
        ))}
      </View>
    </View>
  ) : null;
