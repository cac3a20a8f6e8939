import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
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

interface Props {
  value: string;
  onChange: (code: string) => void;
}

/** The code at the unit's door: the camera in WeChat; everywhere the six figures below it, or a hand scanner. */
export function DoorCode({ value, onChange }: Props) {
  const [scanned, setScanned] = useState(false);
  const take = async () => {
    const code = await scan();
    if (!code) return;
    setScanned(true);
    onChange(code);
  };
  return (
    <View className="col">
      {isWeapp ? (
        <BigButton
          kind="secondary"
          icon="scan"
          text={scanned ? '✓ 已扫门码，重新扫' : '扫单元门上的码'}
          onPress={() => void take()}
        />
      ) : null}
      {scanned ? null : (
        <Field
          optional
          label="门码下面的 6 位数字"
          value={value}
          max={200}
          onChange={text => onChange(doorCodeIn(text))}
          help={isWeapp ? '扫不出来，就写这里' : '有扫码枪的话，点一下这里再扫'}
        />
      )}
    </View>
  );
}
