import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EmergencyCard } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { safety, whose } from '../queries';
import { Contacts } from './Contacts';
import { type CardDraft, draftOf, readCard, type Wrong } from './draft';

const BLOOD = (['A', 'B', 'AB', 'O', 'unknown'] as const).map(value => ({
  value,
  text: value === 'unknown' ? '不清楚' : `${value} 型`,
}));
const APART = '几样之间用顿号或换行分开；没有就空着';

interface Props {
  card: EmergencyCard;
  elderId: string | undefined;
  onDone: () => void;
}

/** The emergency card, filled in by the elder, by a relative who may, or by staff on behalf. */
export function Edit({ card, elderId, onDone }: Props) {
  const [draft, setDraft] = useState<CardDraft>(() => draftOf(card));
  const [wrong, setWrong] = useState<Wrong>({});
  const saving = useCommand(safety, 'saveCard', { onDone });
  const line = (key: 'drugAllergies' | 'illnesses' | 'medicines' | 'hospital' | 'hints') => ({
    value: draft[key],
    onChange: (value: string) => setDraft({ ...draft, [key]: value }),
    error: wrong[key],
    optional: true,
  });
  const save = () => {
    const read = readCard(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) saving.run({ ...whose(elderId), card: read.card });
  };
  return (
    <Card title="填写急救卡">
      <View className="col">
        <Field label="对什么药过敏" kind="long" max={300} {...line('drugAllergies')} placeholder="青霉素" help={APART} />
        <Field label="慢性病" kind="long" max={300} {...line('illnesses')} placeholder="高血压、糖尿病" help={APART} />
        <Field label="常吃的药" kind="long" max={600} {...line('medicines')} placeholder="氨氯地平 每天一片" help={APART} />
        <View className="field-label">血型</View>
        <ChipPicker
          label="血型"
          options={BLOOD}
          value={[draft.blood]}
          onChange={([blood]) => blood && setDraft({ ...draft, blood })}
        />
        <Field label="常去的医院" max={40} {...line('hospital')} placeholder="市第三医院" />
        <Field label="要提醒来帮忙的人" kind="long" max={100} {...line('hints')} placeholder="听力不好，请大声敲门" />
        <Contacts contacts={draft.contacts} wrong={wrong} onChange={contacts => setDraft({ ...draft, contacts })} />
        {Object.keys(wrong).length > 0 ? <View className="field-error">有几处没有填好，请看红色的提示。</View> : null}
        <FailureNote failure={saving.failure} onRetry={saving.retry} />
        <BigButton text="保存急救卡" busy={saving.busy} busyText="正在保存…" onPress={save} />
        <BigButton kind="plain" text="不改了" onPress={onDone} />
      </View>
    </Card>
  );
}
