import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Field } from '../../../components/Field';
import type { BarredDraft, Wrong } from './custodyDraft';

interface Props {
  person: BarredDraft;
  no: number;
  wrong: Wrong;
  onChange: (change: Partial<BarredDraft>) => void;
  onRemove: () => void;
}

/** A person who must not have the child. */
export const BarredForm = ({ person, no, wrong, onChange, onRemove }: Props) => (
  <View className="care-outcome">
    <View className="care-two">
      <Field
        label={`第 ${no} 位，姓名`}
        value={person.name}
        max={20}
        onChange={name => onChange({ name })}
        error={wrong[`${person.key}.name`]}
      />
      <Field
        label={`第 ${no} 位，是孩子的`}
        value={person.relation}
        max={10}
        onChange={relation => onChange({ relation })}
        error={wrong[`${person.key}.relation`]}
      />
    </View>
    <Field
      optional
      kind="phone"
      label={`第 ${no} 位，手机号`}
      value={person.phone}
      max={11}
      onChange={phone => onChange({ phone })}
      error={wrong[`${person.key}.phone`]}
    />
    <View className="row">
      <BigButton small kind="plain" icon="trash" text="去掉" label={`去掉第 ${no} 位不能接的人`} onPress={onRemove} />
    </View>
  </View>
);
