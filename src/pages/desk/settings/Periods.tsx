import { View } from '@tarojs/components';
import type { Period } from '../../../../types/canteen';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { Labelled } from '../parts/Labelled';
import { optionsOf, PERIOD_TEXT } from '../words';
import { newPeriod, type PeriodDraft, type Wrong } from './draft';
import { periodPreview, whenText } from './preview';

interface Props {
  periods: PeriodDraft[];
  wrong: Wrong;
  onChange: (periods: PeriodDraft[]) => void;
}

const DAYS = ['0', '1', '2'].map(value => ({ value, text: whenText(value) }));
const ORDER = Object.keys(PERIOD_TEXT) as Period[];

/** Hours, cut-off and portions of each meal of the day. */
export function Periods({ periods, wrong, onChange }: Props) {
  const free = optionsOf(PERIOD_TEXT).filter(option => !periods.some(each => each.period === option.value));
  const add = (period: Period) =>
    onChange([...periods, newPeriod(period)].sort((a, b) => ORDER.indexOf(a.period) - ORDER.indexOf(b.period)));
  return (
    <View className="col">
      {periods.map(each => (
        <PeriodForm
          key={each.period}
          draft={each}
          wrong={wrong}
          onChange={next => onChange(periods.map(old => (old.period === each.period ? next : old)))}
          onRemove={() => onChange(periods.filter(old => old.period !== each.period))}
        />
      ))}
      <View className="row-wrap">
        {free.map(option => (
          <BigButton
            key={option.value}
            small
            kind="secondary"
            icon="plus"
            text={`加${option.text}`}
            onPress={() => add(option.value)}
          />
        ))}
      </View>
    </View>
  );
}

interface FormProps {
  draft: PeriodDraft;
  wrong: Wrong;
  onChange: (draft: PeriodDraft) => void;
  onRemove: () => void;
}

function PeriodForm({ draft, wrong, onChange, onRemove }: FormProps) {
  const name = PERIOD_TEXT[draft.period];
  const line = (key: 'servedFrom' | 'servedTo' | 'cutoff' | 'capacity') => ({
    value: draft[key],
    onChange: (value: string) => onChange({ ...draft, [key]: value }),
    error: wrong[`${draft.period}.${key}`],
  });
  return (
    <Card title={name} aside={<BigButton small kind="plain" icon="trash" text="去掉" label={`去掉${name}`} onPress={onRemove} />}>
      <View className="preview">{periodPreview(draft)}</View>
      <View className="settings-pair">
        <Field label="几点开始供应" max={5} {...line('servedFrom')} placeholder="11:00" />
        <Field label="几点结束" max={5} {...line('servedTo')} placeholder="12:30" />
      </View>
      <Labelled label="哪天截止订餐">
        <Segmented
          label={`${name}哪天截止`}
          options={DAYS}
          value={draft.daysBefore}
          onChange={daysBefore => onChange({ ...draft, daysBefore })}
        />
      </Labelled>
      <View className="settings-pair">
        <Field label="几点截止" max={5} {...line('cutoff')} placeholder="09:00" />
        <Field label="最多多少份" kind="number" max={4} {...line('capacity')} placeholder="120" />
      </View>
    </Card>
  );
}
