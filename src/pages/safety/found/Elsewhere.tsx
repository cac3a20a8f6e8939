import { View } from '@tarojs/components';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';

/** The code leads nowhere, or too many have used it: the person is still there, and so are the telephones. */
export const Elsewhere = ({ title, phone }: { title: string; phone?: string }) => (
  <Card tone="danger" title={title}>
    <View className="col">
      <View className="t-body">请陪着老人，打 110，民警会帮忙找到家人。</View>
      <CallButton kind="primary" phone="110" text="打 110" />
      {phone ? <CallButton phone={phone} text="打给社区" /> : null}
    </View>
  </Card>
);
