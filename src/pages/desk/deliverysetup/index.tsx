import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeliverySettings } from '../../../../types/canteen';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { SaveFoot } from '../parts/SaveFoot';
import { canteen } from '../queries';
import { type Draft, draftOf, LINES, readDraft, type Wrong } from './draft';

/** 送餐设置: how far ahead standing orders are made, how large a round is, minutes and degrees. */
export default function DeliverySetup() {
  const settings = useQueryOf(canteen, 'deliverySettings', {});
  const [draft, setDraft] = useState<Draft>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(canteen, 'saveDeliverySettings', {
    onDone: () => {
      setDraft(undefined);
      setSaved(true);
    },
  });
  const change = (next: Draft) => {
    setSaved(false);
    setDraft(next);
  };
  const submit = (known: DeliverySettings) => {
    if (!draft) return;
    const read = readDraft(draft, known);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(read.settings);
  };
  const { data } = settings;
  const footer =
    data && (draft || saved) ? (
      <SaveFoot
        wrong={Object.keys(wrong).length}
        changed={draft !== undefined}
        saved={saved}
        save={save}
        onSave={() => submit(data)}
      />
    ) : undefined;
  return (
    <Desk title="送餐设置" of={settings} footer={footer}>
      {known => {
        const shown = draft ?? draftOf(known);
        return (
          <View className="col narrow">
            <Card title="长期订餐和送餐">
              <View className="col">
                {LINES.map(({ key, label, help }) => (
                  <Field
                    key={key}
                    label={label}
                    help={help}
                    kind="number"
                    max={3}
                    value={shown[key]}
                    error={wrong[key]}
                    onChange={value => change({ ...shown, [key]: value })}
                  />
                ))}
              </View>
            </Card>
          </View>
        );
      }}
    </Desk>
  );
}
