import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GrantedRole } from '../../../../types/contract';
import type { Category } from '../../../../types/directory';
import { addDays, type CivilDate } from '../../../../types/time';
import { CATEGORY_TEXT, GRANTED_TEXT, PERIOD_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Segmented } from '../../../components/Segmented';
import { Labelled } from '../parts/Labelled';
import type { TreeData } from '../people/Tree';
import { optionsOf } from '../words';
import { Ages } from './Ages';
import { type AudienceDraft, audienceOf } from './audience';
import { audienceText } from './audienceText';
import type { NoticeDraft } from './draft';
import { namesOf } from './names';
import { PlacePicker } from './PlacePicker';
import type { Groups } from './queries';

interface Props {
  draft: NoticeDraft;
  tree: TreeData;
  groups: Groups;
  today: CivilDate;
  onChange: (draft: NoticeDraft) => void;
}

type Part = { value: AudienceDraft; onChange: (value: AudienceDraft) => void };

const MEALS = [
  { days: 0, period: 'lunch', text: '今天午餐' },
  { days: 0, period: 'dinner', text: '今天晚餐' },
  { days: 1, period: 'lunch', text: '明天午餐' },
  { days: 1, period: 'dinner', text: '明天晚餐' },
] as const;

/** Who booked which meal: the ones a change at the kitchen concerns. */
function Meals({ value, onChange, today }: Part & { today: CivilDate }) {
  const options = MEALS.map(({ days, period, text }) => ({ value: `${addDays(today, days)} ${period}`, text }));
  const { meal } = value.traits;
  const chosen = meal ? [`${meal.day} ${meal.period ?? ''}`] : [];
  const known = options.some(option => option.value === chosen[0]);
  const kept = meal && !known ? [{ value: chosen[0]!, text: `${meal.day} ${meal.period ? PERIOD_TEXT[meal.period] : ''}` }] : [];
  const choose = (list: string[]) => {
    const last = list.filter(each => each !== chosen[0]).at(-1);
    const at = options.findIndex(option => option.value === last);
    const found = MEALS[at];
    const { meal: _gone, ...rest } = value.traits;
    const next = found ? { ...rest, meal: { day: addDays(today, found.days), period: found.period } } : rest;
    onChange({ ...value, traits: next });
  };
  return (
    <Labelled label="订了餐的人">
      <ChipPicker many label="订了餐的人" options={[...kept, ...options]} value={chosen} onChange={choose} />
    </Labelled>
  );
}

function People({ value, onChange, today }: Part & { today: CivilDate }) {
  const { traits } = value;
  const set = (change: Partial<AudienceDraft['traits']>) => onChange({ ...value, traits: { ...traits, ...change } });
  const age = traits.ageFrom !== undefined || traits.ageTo !== undefined;
  const conditions = [age, traits.categories.length > 0, traits.roles.length > 0, traits.meal !== undefined].filter(
    Boolean,
  ).length;
  return (
    <Card title="按人群">
      <Ages traits={traits} onChange={set} />
      <Labelled label="身份（有一样就算）">
        <ChipPicker<Category>
          many
          label="身份"
          options={optionsOf(CATEGORY_TEXT)}
          value={traits.categories}
          onChange={categories => set({ categories })}
        />
      </Labelled>
      <Meals value={value} onChange={onChange} today={today} />
      <Labelled label="工作人员">
        <ChipPicker<GrantedRole>
          many
          label="工作人员"
          options={optionsOf(GRANTED_TEXT)}
          value={traits.roles}
          onChange={roles => set({ roles })}
        />
      </Labelled>
      {conditions > 1 ? (
        <Segmented
          label="几个条件怎么算"
          value={value.join}
          options={[
            { value: 'all', text: '几样都要符合' },
            { value: 'any', text: '符合一样就行' },
          ]}
          onChange={join => onChange({ ...value, join })}
        />
      ) : null}
    </Card>
  );
}

const groupOptions = (groups: Groups) =>
  groups.map(({ id, name, members, kind }) => ({
    value: id,
    text: kind === 'saved' ? name : `${name} ${members}人`,
  }));

/** Who is left out although the choice above would reach them. */
function Except({ value, onChange, tree, groups }: Part & { tree: TreeData; groups: Groups }) {
  const { except } = value;
  const [open, setOpen] = useState(except.categories.length + except.groups.length + except.places.ids.length > 0);
  const set = (change: Partial<AudienceDraft['except']>) => onChange({ ...value, except: { ...except, ...change } });
  if (!open) return <BigButton kind="plain" icon="minus" text="有谁不发？" onPress={() => setOpen(true)} />;
  return (
    <Card title="这些人不发">
      <PlacePicker label="不发的地方" none="没有" tree={tree} value={except.places} onChange={places => set({ places })} />
      <Labelled label="身份">
        <ChipPicker<Category>
          many
          label="不发的身份"
          options={optionsOf(CATEGORY_TEXT)}
          value={except.categories}
          onChange={categories => set({ categories })}
        />
      </Labelled>
      {groups.length ? (
        <Labelled label="分组">
          <ChipPicker
            many
            label="不发的分组"
            options={groupOptions(groups)}
            value={except.groups}
            onChange={list => set({ groups: list })}
          />
        </Labelled>
      ) : null}
    </Card>
  );
}

/** Step 2: whom it is for; the sentence at the top says it back. */
export function Whom({ draft, tree, groups, today, onChange }: Props) {
  const value = draft.audience;
  const change = (audience: AudienceDraft) => {
    const { kept: _gone, ...rest } = draft;
    onChange({ ...rest, audience });
  };
  const text = audienceText(draft.kept ?? audienceOf(value), namesOf(tree, groups));
  return (
    <View className="col">
      <Card title="发给谁">
        <View className="t-body">{text}</View>
        {draft.kept ? <View className="desk-note">这是原来定好的范围。在下面重新选，就会换掉它。</View> : null}
      </Card>
      <View className="columns">
        <View className="col">
          <Card title="按网格和楼栋">
            <PlacePicker
              label="按网格和楼栋"
              none="全社区"
              tree={tree}
              value={value.places}
              onChange={places => change({ ...value, places })}
            />
          </Card>
          {groups.length ? (
            <Card title="再加上分组">
              <ChipPicker
                many
                label="再加上分组"
                options={groupOptions(groups)}
                value={value.groups}
                onChange={list => change({ ...value, groups: list })}
              />
            </Card>
          ) : null}
        </View>
        <View className="col">
          <People value={value} onChange={change} today={today} />
          <Except value={value} onChange={change} tree={tree} groups={groups} />
        </View>
      </View>
    </View>
  );
}
