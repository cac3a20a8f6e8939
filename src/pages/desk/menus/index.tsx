import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Period } from '../../../../types/canteen';
import { addDays, type CivilDate, dateText, isCivilDate, mondayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Split } from '../../../components/Split';
import { isWeapp } from '../../../services/platform';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { canteen, dayHere } from '../queries';
import { toDesk } from '../way';
import { dishDraft, draftOf, type Menus as MenusOf } from './draft';
import { Editor } from './Editor';
import { type Drafts, mealIdOf, useDrafts } from './useDrafts';
import { Week } from './Week';
import './menus.css';

type Open = { day: CivilDate; period: Period };

const PERIODS: readonly string[] = ['breakfast', 'lunch', 'dinner'] satisfies Period[];

function openAtStart({ day, period }: Partial<Record<string, string>>): Open | undefined {
  return isCivilDate(day) && period !== undefined && PERIODS.includes(period) ? { day, period: period as Period } : undefined;
}

/** 菜单: the week's meals, written and published. */
export default function Menus() {
  const { params } = useRouter();
  const [open, setOpen] = useState<Open | undefined>(() => openAtStart(params));
  const [monday, setMonday] = useState(() => mondayOf(isCivilDate(params.day) ? params.day : dayHere()));
  const menus = useQueryOf(canteen, 'menus', { from: monday });
  const drafts = useDrafts();
  const openMeal = (day: CivilDate, period: Period) => {
    setOpen({ day, period });
    if (isWeapp || window.innerWidth < 960) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const waits = Object.entries(drafts.drafts);
  const footer =
    waits.length > 1 ? (
      <BigButton
        text={`发布这 ${waits.length} 餐`}
        busy={drafts.publishing !== undefined}
        onPress={() => drafts.publish(waits)}
      />
    ) : undefined;
  return (
    <Desk title="菜单" of={menus} footer={footer}>
      {data =>
        data.settings.periods.length === 0 ? (
          <NoPeriods />
        ) : (
          <Split
            hint="点一餐，在这里写菜单"
            onBack={() => setOpen(undefined)}
            list={
              <View className="col">
                <WeekHead monday={monday} onChange={setMonday} menus={data} drafts={drafts} />
                <Week
                  monday={monday}
                  menus={data}
                  drafts={drafts.drafts}
                  openId={open && mealIdOf(open.day, open.period)}
                  onOpen={openMeal}
                />
              </View>
            }
            detail={
              open && mondayOf(open.day) === monday ? (
                <Opened key={mealIdOf(open.day, open.period)} {...open} menus={data} monday={monday} drafts={drafts} />
              ) : undefined
            }
          />
        )
      }
    </Desk>
  );
}

function Opened({ day, period, menus, monday, drafts }: Open & { menus: MenusOf; monday: CivilDate; drafts: Drafts }) {
  const id = mealIdOf(day, period);
  const meal = menus.meals.find(each => each.id === id);
  return (
    <Editor
      draft={drafts.drafts[id] ?? draftOf(day, period, meal, menus.settings)}
      meal={meal}
      menus={menus}
      monday={monday}
      drafts={drafts}
    />
  );
}

const NoPeriods = () => (
  <Empty
    icon="gear"
    title="还没有设餐次"
    next="先在食堂设置里写好供餐时间、截止时间和份数。"
    action={{ text: '去食堂设置', onPress: () => toDesk('settings') }}
  />
);

interface HeadProps {
  monday: CivilDate;
  onChange: (monday: CivilDate) => void;
  menus: MenusOf;
  drafts: Drafts;
}

function WeekHead({ monday, onChange, menus, drafts }: HeadProps) {
  const last = useQueryOf(canteen, 'menus', { from: addDays(monday, -7) });
  const written = new Set(menus.meals.map(meal => meal.id));
  const fill = (last.data?.meals ?? []).filter(meal => {
    const day = addDays(meal.day, 7);
    const id = mealIdOf(day, meal.period);
    return day >= menus.today && !written.has(id) && !drafts.drafts[id] && meal.dishes.length > 0;
  });
  const copy = () => {
    for (const meal of fill) {
      const day = addDays(meal.day, 7);
      drafts.change({
        ...draftOf(day, meal.period, undefined, menus.settings),
        dishes: meal.dishes.map(dishDraft),
        capacity: String(meal.capacity),
      });
    }
  };
  return (
    <View className="col">
      <View className="between">
        <BigButton small kind="plain" icon="back" text="上周" onPress={() => onChange(addDays(monday, -7))} />
        <View className="t-section">
          {dateText(monday)}—{dateText(addDays(monday, 6))}
        </View>
        <BigButton small kind="plain" text="下周" onPress={() => onChange(addDays(monday, 7))} />
      </View>
      {fill.length > 0 ? (
        <BigButton small kind="secondary" text={`照抄上周，填好空着的 ${fill.length} 餐`} onPress={copy} />
      ) : null}
      {drafts.lost?.failure ? <FailureNote about="没有发布成功" failure={drafts.lost.failure} /> : null}
    </View>
  );
}
