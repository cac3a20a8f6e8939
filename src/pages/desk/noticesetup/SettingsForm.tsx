import { View } from '@tarojs/components';
import { useState } from 'react';
import type { GrantedRole } from '../../../../types/contract';
import type { NoticeSettings } from '../../../../types/notices';
import { GRANTED_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { notices } from '../notice/queries';
import { Labelled } from '../parts/Labelled';
import { optionsOf } from '../words';
import { NUMBERS, type NumberName, numbersOf, readNumbers } from './numbers';

const SENDERS = optionsOf(GRANTED_TEXT).filter(({ value }) => value !== 'office' && value !== 'admin');

/** The rules of sending: who may, when a second person looks, how long a notice lasts. */
export function SettingsForm({ settings }: { settings: NoticeSettings }) {
  const [numbers, setNumbers] = useState(() => numbersOf(settings));
  const [senders, setSenders] = useState<GrantedRole[]>(settings.senders);
  const [textPhones, setTextPhones] = useState(settings.textPhones);
  const saving = useCommand(notices, 'saveSettings');
  const { values, wrong } = readNumbers(numbers);
  const submit = () => values && saving.run({ ...settings, ...values, senders, textPhones });
  return (
    <View className="col">
      <Card title="谁能发">
        <Labelled label="办公室和管理员都能发；还允许这些人发给自己负责的范围">
          <ChipPicker<GrantedRole> many label="还允许谁发" options={SENDERS} value={senders} onChange={setSenders} />
        </Labelled>
      </Card>
      <Card title="规则">
        {(Object.entries(NUMBERS) as [NumberName, (typeof NUMBERS)[NumberName]][]).map(([name, { label, help }]) => (
          <Field
            key={name}
            kind="number"
            label={label}
            help={help}
            max={6}
            value={numbers[name]}
            error={wrong[name]}
            onChange={text => setNumbers({ ...numbers, [name]: text })}
          />
        ))}
        <Labelled label="只有电话的居民">
          <ChipPicker
            many
            label="只有电话的居民"
            options={[{ value: 'text', text: '平常的通知也发短信' }]}
            value={textPhones ? ['text'] : []}
            onChange={on => setTextPhones(on.length > 0)}
          />
        </Labelled>
      </Card>
      <FailureNote failure={saving.failure} onRetry={saving.retry} />
      <BigButton text="保存规则" busy={saving.busy} busyText="正在保存…" disabled={!values} onPress={submit} />
    </View>
  );
}
