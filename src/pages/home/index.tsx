import { useState } from 'react';
import { BigButton } from '../../components/BigButton';
import { Card } from '../../components/Card';
import { Field } from '../../components/Field';
import { Icon } from '../../components/Icon';
import { Screen } from '../../components/Screen';
import { setElder, useElder } from '../../services/elder';

export default function Home() {
  const elder = useElder();
  const [v, setV] = useState('');
  return (
    <Screen title="近邻" first footer={<BigButton text="确认订餐" onPress={() => new Promise(r => setTimeout(r, 2000))} />}>
      <Card title="今天" aside={<BigButton small kind="plain" text="切换" onPress={() => setElder(!elder)} />}>
        <Icon name="bowl" />
        幸福里食堂
      </Card>
      <Card>
        <Field label="姓名" value={v} onChange={setV} help="和户口本一致" placeholder="请输入" />
        <Field label="电话" value={v} onChange={setV} error="不对" kind="long" />
      </Card>
      <BigButton kind="secondary" text="次要" onPress={() => {}} />
      <BigButton kind="danger" text="处理" onPress={() => {}} />
    </Screen>
  );
}
