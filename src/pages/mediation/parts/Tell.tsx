import { View } from '@tarojs/components';
import { Field } from '../../../components/Field';
import { MicButton } from '../../../components/MicButton';
import { isWeapp } from '../../../services/platform';
import { added, useEar } from '../hearing';
import { Hint } from './Lines';
import './parts.css';

interface Props {
  label: string;
  value: string;
  max: number;
  onChange: (text: string) => void;
  placeholder?: string;
  error?: string;
  help?: string;
  optional?: boolean;
}

/** Somewhere to tell a story: written, or spoken where somebody listens; otherwise the keyboard's own dictation is named. */
export function Tell({ label, value, max, onChange, ...more }: Props) {
  const ear = useEar();
  return (
    <View className="tell">
      <Field kind="long" label={label} value={value} max={max} onChange={onChange} {...more} />
      {ear ? <MicButton ear={ear} onWords={words => onChange(added(value, words, max))} /> : null}
      {ear ? <Spoken /> : <SpeakHint />}
    </View>
  );
}

const Spoken = () => (
  <Hint
    icon={isWeapp ? 'lock' : 'mic'}
    text={
      isWeapp ? '一次最多说一分钟，可以说好几次。声音变成字就删掉，不保存。' : '由浏览器把话变成字，请核对一遍。不想用就打字。'
    }
  />
);

/** The keyboard of the phone takes dictation by itself. */
const SpeakHint = () => <Hint icon="mic" text="不想打字？点输入框，再点键盘上的小话筒，说话就变成字。" />;
