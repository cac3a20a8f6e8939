import { View } from '@tarojs/components';
import { useState } from 'react';
import { type CivilDate, clockText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { Labelled } from '../parts/Labelled';
import { longDay, mealText, momentText } from '../words';
import { Close } from './Close';
import { Copy } from './Copy';
import { DishForm } from './DishForm';
import { type MealDraft, type MenuMeal, type Menus, newDish } from './draft';
import { Library } from './Library';
import { type Drafts, mealIdOf } from './useDrafts';

interface Props {
  draft: MealDraft;
  meal: MenuMeal | undefined;
  menus: Menus;
  monday: CivilDate;
  drafts: Drafts;
}

const DAYS_BEFORE = [
  { value: '0', text: '当天' },
  { value: '1', text: '前一天' },
  { value: '2', text: '前两天' },
] as const;

/** Writes one meal and publishes it. */
export function Editor({ draft, meal, menus, monday, drafts }: Props) {
  const id = mealIdOf(draft.day, draft.period);
  const [sheet, setSheet] = useState<'copy' | 'close'>();
  const lost = drafts.lost?.id === id ? drafts.lost : undefined;
  const wrong = lost?.wrong ?? {};
  const past = draft.day < menus.today;
  const changed = drafts.drafts[id] !== undefined;
  return (
    <View className="col">
      <View className="between">
        <View>
          <View className="t-title">{mealText(draft, menus.today)}</View>
          <View className="t-secondary">
            {longDay(draft.day)}
            {meal ? ` · 已订 ${meal.ordered} 份 · ${momentText(meal.cutoffAt, menus.today)} 截止` : ''}
          </View>
        </View>
        {past ? null : <BigButton small kind="secondary" text="照抄一餐" onPress={() => setSheet('copy')} />}
      </View>
      {meal?.status === 'closed' ? (
        <View className="problem">已停餐：{meal.closedReason}。再次发布就会重新开放订餐。</View>
      ) : null}
      <Dishes draft={draft} drafts={drafts} wrong={wrong} />
      <Limits draft={draft} menus={menus} drafts={drafts} wrong={wrong} />
      <FailureNote failure={lost?.failure} />
      {Object.keys(wrong).length > 0 ? <View className="field-error">有几处没有填好，请看上面红色的提示。</View> : null}
      {past ? (
        <View className="desk-note">这一天已经过去，只能查看。</View>
      ) : (
        <View className="pair">
          {meal?.status === 'open' ? <BigButton kind="plain" text="停餐…" onPress={() => setSheet('close')} /> : null}
          {changed ? <BigButton kind="plain" text="放弃修改" onPress={() => drafts.drop(id)} /> : null}
          <BigButton
            text={meal?.status === 'open' ? '发布修改' : '发布菜单'}
            busy={drafts.publishing === id}
            busyText="正在发布…"
            disabled={!changed && meal?.status === 'open'}
            onPress={() => drafts.publish([[id, draft]])}
          />
        </View>
      )}
      <Copy
        open={sheet === 'copy'}
        onClose={() => setSheet(undefined)}
        monday={monday}
        menus={menus}
        draft={draft}
        onChange={drafts.change}
      />
      {meal ? <Close open={sheet === 'close'} onClose={() => setSheet(undefined)} meal={meal} today={menus.today} /> : null}
    </View>
  );
}

function Dishes({ draft, drafts, wrong }: Pick<Props, 'draft' | 'drafts'> & { wrong: Record<string, string> }) {
  const [openDish, setOpenDish] = useState<string>();
  const [picking, setPicking] = useState(false);
  const full = draft.dishes.length >= 12;
  const set = (dishes: MealDraft['dishes']) => drafts.change({ ...draft, dishes });
  const add = () => {
    const dish = newDish();
    set([...draft.dishes, dish]);
    setOpenDish(dish.id);
  };
  return (
    <Card
      title="菜品"
      aside={
        <View className="row-wrap">
          <BigButton small kind="secondary" text="从菜品库选" disabled={full} onPress={() => setPicking(true)} />
          <BigButton small kind="secondary" icon="plus" text="加一道" disabled={full} onPress={add} />
        </View>
      }
    >
      {draft.dishes.length === 0 ? (
        <View className="desk-note">还没有菜。可以“从菜品库选”，也可以“加一道”，或“照抄一餐”再改。</View>
      ) : null}
      {draft.dishes.map(dish => (
        <DishForm
          key={dish.id}
          dish={dish}
          open={openDish === dish.id}
          wrong={wrong}
          onOpen={() => setOpenDish(dish.id)}
          onChange={next => set(draft.dishes.map(each => (each.id === dish.id ? next : each)))}
          onRemove={() => set(draft.dishes.filter(each => each.id !== dish.id))}
        />
      ))}
      {wrong.dishes ? <View className="field-error">{wrong.dishes}</View> : null}
      <Library
        open={picking}
        onClose={() => setPicking(false)}
        taken={draft.dishes.map(dish => dish.id)}
        onPick={dish => (full ? setPicking(false) : set([...draft.dishes, dish]))}
      />
    </Card>
  );
}

function Limits({ draft, menus, drafts, wrong }: Pick<Props, 'draft' | 'drafts' | 'menus'> & { wrong: Record<string, string> }) {
  const usual = menus.settings.periods.find(each => each.period === draft.period);
  const usualText = usual
    ? `照常：${DAYS_BEFORE[usual.cutoffDaysBefore]?.text ?? `前 ${usual.cutoffDaysBefore} 天`} ${clockText(usual.cutoffAt)}`
    : '照常';
  return (
    <Card title="份数和截止">
      <Field
        label="最多做多少份"
        kind="number"
        value={draft.capacity}
        max={4}
        onChange={capacity => drafts.change({ ...draft, capacity })}
        error={wrong.capacity}
      />
      <Labelled label="订餐截止">
        <Segmented
          label="订餐截止"
          value={draft.cutoff}
          onChange={cutoff => drafts.change({ ...draft, cutoff })}
          options={[
            { value: 'usual', text: usualText },
            { value: 'own', text: '另定时间' },
          ]}
        />
      </Labelled>
      {draft.cutoff === 'own' ? (
        <>
          <Labelled label="哪一天">
            <Segmented
              label="哪一天"
              value={draft.daysBefore}
              onChange={daysBefore => drafts.change({ ...draft, daysBefore })}
              options={DAYS_BEFORE}
            />
          </Labelled>
          <Field
            label="几点"
            value={draft.time}
            max={5}
            onChange={time => drafts.change({ ...draft, time })}
            error={wrong.time}
            help="24 小时制，比如 20:00"
          />
        </>
      ) : null}
    </Card>
  );
}
