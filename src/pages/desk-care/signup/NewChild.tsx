import { View } from '@tarojs/components';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Labelled } from '../../desk/parts/Labelled';
import { optionsOf } from '../../desk/words';
import { PURPOSE_TEXT } from '../words';
import type { EnrolDraft } from './enrolDraft';
import type { Wrong } from './termDraft';

interface Props {
  draft: EnrolDraft;
  wrong: Wrong;
  set: (change: Partial<EnrolDraft>) => void;
}

/** A child that is here for the first time, with the guardian who stands at the desk. */
export function NewChild({ draft, wrong, set }: Props) {
  const line = (key: Exclude<keyof EnrolDraft, 'paper'>, label: string, max: number, placeholder?: string) => (
    <Field
      label={label}
      kind={key === 'phone' ? 'phone' : 'text'}
      value={draft[key]}
      max={max}
      onChange={value => set({ [key]: value })}
      error={wrong[key]}
      placeholder={placeholder}
    />
  );
  return (
    <View>
      <View className="care-two">
        {line('name', '孩子姓名', 20)}
        {line('birthDate', '出生日期', 12, '2017-05-20')}
        {line('school', '学校', 30)}
        {line('schoolClass', '年级班级', 20, '三年级2班')}
        {line('guardianName', '监护人姓名', 20)}
        {line('relation', '是孩子的', 10, '母亲')}
      </View>
      {line('phone', '监护人手机', 11)}
      <Labelled label="哪些纸质同意书已经签了" help="签好的纸留在社区。没签的，监护人以后可以在手机上同意。">
        <ChipPicker
          many
          label="已签的同意书"
          options={optionsOf(PURPOSE_TEXT)}
          value={draft.paper}
          onChange={paper => set({ paper })}
        />
        {wrong.paper ? <View className="field-error">{wrong.paper}</View> : null}
      </Labelled>
    </View>
  );
}
