import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Fact } from '../parts/Fact';

export type SecretData = OutputOf<SafetyContract, 'registerDevice'>;

/** The secret is shown this once; it lives no longer than this card. */
export const Secret = ({ data }: { data: SecretData }) => (
  <Card tone="warning" title="密钥只显示这一次">
    <View className="col">
      <View className="t-body">请现在复制，交给设备厂家。离开后就看不到了，丢了只能换新的。</View>
      <Fact name="设备号">
        <Text selectable>{data.device}</Text>
      </Fact>
      <Fact name="密钥">
        <Text selectable>{data.secret}</Text>
      </Fact>
      <BigButton
        kind="secondary"
        text="复制设备号和密钥"
        onPress={() => Taro.setClipboardData({ data: `${data.device}\n${data.secret}` })}
      />
    </View>
  </Card>
);
