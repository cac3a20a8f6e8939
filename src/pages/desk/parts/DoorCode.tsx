import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { BigButton } from '../../../components/BigButton';
import { Field } from '../../../components/Field';
import { isWeapp } from '../../../services/platform';
import { doorCodeIn } from './doorCodeIn';

/** @returns undefined when nothing was scanned */
async function scan(): Promise<string | undefined> {
  try {
    const { path, result } = await Taro.scanCode({ scanType: ['qrCode'] });
    return doorCodeIn(path || result);
  } catch {
    return undefined;
  }
}

/** The code at the unit's door: the camera on a phone, typed or by a hand scanner on the web. */
export const DoorCode = ({ value, onChange }: { value: string; onChange: (code: string) => void }) =>
  isWeapp ? (
    <View className="col">
      <BigButton
        kind="secondary"
        icon="scan"
        text={value ? '已扫门码，重新扫' : '扫单元门上的码'}
        onPress={() => scan().then(code => code && onChange(code))}
      />
    </View>
  ) : (
    <Field
      optional
      label="单元门上的码"
      value={value}
      max={200}
      onChange={text => onChange(doorCodeIn(text))}
      help="有扫码枪的话，点一下这里再扫。没有就空着。"
    />
  );
