import { View } from '@tarojs/components';
import type { Period } from '../../../../types/canteen';
import { type CivilDate, dateText, daysFrom, dayText, weekdayText } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { Press } from '../../../components/Press';
import { Tag } from '../../../components/Tag';
import { PERIOD_TEXT } from '../words';
import type { MealDraft, MenuMeal, Menus } from './draft';
import { mealIdOf } from './useDrafts';

interface Props {
  monday: CivilDate;
  menus: Menus;
  drafts: Record<string, MealDraft>;
  openId?: string;
  onOpen: (day: CivilDate, period: Period) => void;
}

/** A week of meals, day by day: what stands, what is ordered, what is still empty. */
export const Week = ({ monday, menus, drafts, openId, onOpen }: Props) => (
  <View className="week" {...aria({ role: 'list', label: '一周菜单' })}>
    {daysFrom(monday, 7).map(day => (
      <View key={day} className={`week-day ${day < menus.today ? 'week-past' : ''}`} {...aria({ role: 'listitem' })}>
        <View className="week-name">
          <View className="t-section">{day === menus.today ? '今天' : weekdayText(day)}</View>
          <View className="t-caption">{dateText(day)}</View>
        </View>
        <View className="week-meals">
          {menus.settings.periods.map(({ period }) => {
            const id = mealIdOf(day, period);
            return (
              <Cell
                key={id}
                day={day}
                period={period}
                today={menus.today}
                meal={menus.meals.find(each => each.id === id)}
                draft={drafts[id]}
                open={openId === id}
                onOpen={() => onOpen(day, period)}
              />
            );
          })}
        </View>
      </View>
    ))}
  </View>
);

interface CellProps {
  day: CivilDate;
  period: Period;
  today: CivilDate;
  meal: MenuMeal | undefined;
  draft: MealDraft | undefined;
  open: boolean;
  onOpen: () => void;
}

function Cell({ day, period, today, meal, draft, open, onOpen }: CellProps) {
  const dishes = (draft ?? meal)?.dishes.map(dish => dish.name).join('、');
  const text = dishes || (day < today ? '没有供餐' : '还没有菜单，点这里写');
  const ordered = meal ? `已订 ${meal.ordered} / ${meal.capacity} 份` : '';
  const state = draft ? '未发布' : meal?.status === 'closed' ? '停餐' : '';
  const spoken = [dayText(day, today), PERIOD_TEXT[period], state, text, ordered].filter(Boolean).join(' ');
  return (
    <Press
      className={`week-meal ${open ? 'week-open' : ''} ${meal || draft ? '' : 'week-empty'}`}
      label={spoken}
      onPress={onOpen}
    >
      <View className="between">
        <View className="t-secondary">{PERIOD_TEXT[period]}</View>
        {state ? <Tag word={state} tone={draft ? 'warning' : 'danger'} /> : null}
      </View>
      <View className="t-body">{text}</View>
      {ordered ? <View className="t-secondary">{ordered}</View> : null}
    </Press>
  );
}
