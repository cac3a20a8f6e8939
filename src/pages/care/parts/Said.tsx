import { View } from '@tarojs/components';
import type { ConsentPurpose, ConsentView } from '../../../../types/care';
import { ChipPicker } from '../../../components/ChipPicker';
import { PURPOSE } from '../words';
import './parts.css';

export type Text = Pick<ConsentView, 'purpose' | 'text' | 'version' | 'months'>;

/** The community's own words, and what follows a no. */
export const Reading = ({ purpose, text, version, months }: Text) => (
  <>
    <View className="t-body care-text">{text}</View>
    <View className="t-secondary">{PURPOSE[purpose].ifNot}</View>
    <View className="t-secondary">{`同意以后管 ${months} 个月，到期会再问您。第 ${version} 版。`}</View>
  </>
);

const ANSWERS = [
  { value: 'yes', text: '同意' },
  { value: 'no', text: '不同意' },
] as const;

interface Props {
  purpose: ConsentPurpose;
  /** Nothing is chosen beforehand. */
  value: boolean | undefined;
  onChange: (given: boolean) => void;
}

/** Yes or no, both as large; neither is easier to press. */
export const YesOrNo = ({ purpose, value, onChange }: Props) => (
  <ChipPicker
    label={PURPOSE[purpose].name}
    options={ANSWERS}
    value={value === undefined ? [] : [value ? 'yes' : 'no']}
    onChange={([one]) => onChange(one === 'yes')}
  />
);
