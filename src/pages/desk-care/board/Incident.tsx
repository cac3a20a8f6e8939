import { View } from '@tarojs/components';
import { useState } from 'react';
import type { IncidentKind, RollRow } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../../desk/parts/Labelled';
import { optionsOf } from '../../desk/words';
import { care } from '../queries';
import { INCIDENT_TEXT } from '../words';

/** 意外: sealed; the guardians are told that there is something, and open it themselves. */
export function Incident({ row }: { row: RollRow }) {
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<IncidentKind>();
  const [text, setText] = useState('');
  const [told, setTold] = useState(false);
  const report = useCommand(care, 'reportIncident', {
    onDone: () => {
      setOpen(false);
      setTold(true);
      setText('');
      setKind(undefined);
    },
  });
  if (!open)
    return (
      <>
        {told ? <View className="care-notice">已记下，监护人已经收到提醒。请当面再说一遍。</View> : null}
        <BigButton kind="plain" icon="warning" text="记一次意外…" onPress={() => setOpen(true)} />
      </>
    );
  return (
    <View className="care-outcome">
      <Labelled label="发生了什么">
        <ChipPicker
          label="发生了什么"
          options={optionsOf(INCIDENT_TEXT)}
          value={kind ? [kind] : []}
          onChange={([first]) => setKind(first)}
        />
      </Labelled>
      <Field
        kind="long"
        label="经过和处理"
        value={text}
        max={500}
        onChange={setText}
        placeholder="几点、在哪里、怎么处理的"
        help="内容加密保存，只有监护人和值班老师能看。"
      />
      <FailureNote failure={report.failure} onRetry={report.retry} />
      <View className="pair">
        <BigButton kind="plain" text="不记了" onPress={() => setOpen(false)} />
        <BigButton
          text="记下并告诉家长"
          busy={report.busy}
          disabled={!kind || !text.trim()}
          onPress={() => kind && report.run({ id: row.id, kind, text: text.trim() })}
        />
      </View>
    </View>
  );
}
