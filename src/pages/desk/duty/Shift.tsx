import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { Labelled } from '../parts/Labelled';
import type { Person, ShiftDraft, Wrong } from './draft';

interface Props {
  shift: ShiftDraft;
  people: readonly Person[];
  wrong: Wrong;
  onChange: (shift: ShiftDraft) => void;
  onRemove: () => void;
}

const COMES = [
  { value: 'comes', text: '能来' },
  { value: 'away', text: '不能来' },
] as const;

/** One shift: when, who, and who comes instead. */
export function Shift({ shift, people, wrong, onChange, onRemove }: Props) {
  const line = (key: 'name' | 'from' | 'to') => ({
    value: shift[key],
    onChange: (value: string) => onChange({ ...shift, [key]: value }),
    error: wrong[`${shift.id}.${key}`],
  });
  const name = shift.name || '新的班次';
  return (
    <Card title={name} aside={<BigButton small kind="plain" icon="trash" text="去掉" label={`去掉${name}`} onPress={onRemove} />}>
      <View className="duty-lines">
        <Field label="班次" max={10} {...line('name')} />
        <Field label="几点开始" max={5} {...line('from')} />
        <Field label="几点结束" max={5} {...line('to')} help="早于开始，就是到第二天" />
      </View>
      <Who label="值班人" people={people} value={shift.person} onChange={person => onChange({ ...shift, person })} />
      <Who
        label="替班人（选填）"
        people={people}
        value={shift.substitute}
        onChange={substitute => onChange({ ...shift, substitute })}
      />
      {shift.person ? (
        <Labelled label={`${shift.person.name}这一班`}>
          <Segmented
            label={`${shift.person.name}能不能来`}
            options={COMES}
            value={shift.away ? 'away' : 'comes'}
            onChange={value => onChange({ ...shift, away: value === 'away' })}
          />
        </Labelled>
      ) : null}
      {shift.away && !shift.substitute ? <View className="field-error">没有人替班，这一班就没有人。</View> : null}
    </Card>
  );
}

interface WhoProps {
  label: string;
  people: readonly Person[];
  value: Person | undefined;
  onChange: (person: Person | undefined) => void;
}

/** A second tap on the chosen one takes the person off again. */
const Who = ({ label, people, value, onChange }: WhoProps) => (
  <Labelled label={label}>
    <ChipPicker
      many
      label={label}
      options={people.map(({ account, name }) => ({ value: account, text: name }))}
      value={value ? [value.account] : []}
      onChange={accounts => onChange(people.find(({ account }) => account === accounts[accounts.length - 1]))}
    />
  </Labelled>
);
