import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Screen } from '../../../components/Screen';
import { goHome, useParams } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { people, useMe } from '../queries';

const FIELDS = [
  { key: 'code', label: '开通码', help: '部署时设定的那一串，只能用一次', max: 200 },
  { key: 'name', label: '您的姓名', help: '您会成为第一位管理员', max: 20 },
  { key: 'community', label: '社区名称', help: '例如：幸福里社区', max: 30 },
  { key: 'phone', label: '社区电话', help: '居民在首页一点就能打', max: 20 },
  { key: 'address', label: '社区地址', help: '居委会在哪里', max: 60 },
] as const;
type Key = (typeof FIELDS)[number]['key'];
type Form = Record<Key, string>;

function SetupForm({ code }: { code: string }) {
  const [form, setForm] = useState<Form>({ code, name: '', community: '', phone: '', address: '' });
  const [tried, setTried] = useState(false);
  const claiming = useCommand(people, 'claimFirstAdmin', { touches: ['canteen'] });
  const gap = (key: Key) => tried && form[key].trim() === '';
  const submit = () => {
    setTried(true);
    if (FIELDS.every(({ key }) => form[key].trim() !== '')) claiming.run(form);
  };
  return (
    <Card title="开通您的社区">
      {FIELDS.map(({ key, label, help, max }) => (
        <Field
          key={key}
          label={label}
          help={help}
          max={max}
          value={form[key]}
          error={gap(key) ? `请填写${label}` : undefined}
          onChange={value => setForm(now => ({ ...now, [key]: value }))}
        />
      ))}
      <View className="col">
        <FailureNote failure={claiming.failure} onRetry={claiming.retry} />
        <BigButton text="开通" busy={claiming.busy} onPress={submit} />
      </View>
    </Card>
  );
}

/** The first administrator of a new environment. No door leads here: the address is in the deployment guide. */
export default function SetupPage() {
  const { code = '' } = useParams();
  const me = useMe();
  return (
    <Screen title="开通社区" of={me}>
      {({ may: { claimFirstAdmin: may } }) => {
        if (may.ok) return <SetupForm code={code} />;
        const { title, next } = sentenceOf(may.code, may.details);
        return <Empty icon="check" title={title} next={next} action={{ text: '回到首页', onPress: goHome }} />;
      }}
    </Screen>
  );
}
