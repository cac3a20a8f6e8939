import { View } from '@tarojs/components';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import type { Person, PersonGaps } from './person';
import './parts.css';

const RELATIONS = ['爸爸', '妈妈', '奶奶', '爷爷', '外婆', '外公', '阿姨', '邻居'].map(value => ({ value, text: value }));

interface Props {
  person: Person;
  gaps: PersonGaps;
  phone: 'needed' | 'optional';
  phoneHelp: string;
  onChange: (person: Person) => void;
}

/** Name, relation, number: what a teacher needs to know somebody. */
export const PersonFields = ({ person, gaps, phone, phoneHelp, onChange }: Props) => (
  <View>
    <Field
      label="姓名"
      value={person.name}
      max={20}
      error={gaps.name}
      help="写身份证上的名字"
      onChange={name => onChange({ ...person, name })}
    />
    <View className="care-label">是孩子的谁</View>
    <ChipPicker
      label="是孩子的谁"
      options={RELATIONS}
      value={person.relation ? [person.relation] : []}
      onChange={([relation]) => onChange({ ...person, relation: relation ?? '' })}
    />
    {gaps.relation ? <View className="care-gap">{gaps.relation}</View> : null}
    <View className="care-below">
      <Field
        kind="phone"
        label="手机号"
        optional={phone === 'optional'}
        value={person.phone}
        max={13}
        error={gaps.phone}
        help={phoneHelp}
        onChange={number => onChange({ ...person, phone: number })}
      />
    </View>
  </View>
);
