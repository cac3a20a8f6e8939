import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AbsenceReason, RollRow } from '../../../../types/care';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../../desk/parts/Labelled';
import { optionsOf } from '../../desk/words';
import { care } from '../queries';
import { REASON_TEXT } from '../words';

interface Props {
  row: RollRow;
  classId: string;
  day: CivilDate;
}

/** The family rang: leave for today, or where the child is. Staff write it down for them. */
export function Away({ row, classId, day }: Props) {
  const [open, setOpen] = useState(false);
  const cancel = useCommand(care, 'cancelLeave');
  if (row.status === 'leave')
    return (
      <>
        <FailureNote failure={cancel.failure} onRetry={cancel.retry} />
        <BigButton
          kind="plain"
          text="家长说又来了，取消请假"
          busy={cancel.busy}
          onPress={() => cancel.run({ attendanceId: row.id })}
        />
      </>
    );
  if (row.status !== 'expected') return null;
  if (!open) return <BigButton kind="plain" icon="phone" text="家长来电话，代记一下…" onPress={() => setOpen(true)} />;
  return <Said row={row} classId={classId} day={day} onDone={() => setOpen(false)} />;
}

function Said({ row, classId, day, onDone }: Props & { onDone: () => void }) {
  const [reason, setReason] = useState<AbsenceReason>('sick');
  const [text, setText] = useState('');
  const leave = useCommand(care, 'giveLeave', { onDone });
  const explain = useCommand(care, 'explainAbsence', { onDone });
  const words = [REASON_TEXT[reason], text.trim()].filter(Boolean).join('，');
  return (
    <View className="care-outcome">
      <Labelled label="家长怎么说">
        <ChipPicker
          label="家长怎么说"
          options={optionsOf(REASON_TEXT)}
          value={[reason]}
          onChange={([first]) => setReason(first ?? reason)}
        />
      </Labelled>
      <Field optional label="补充" value={text} max={30} onChange={setText} />
      <FailureNote failure={leave.failure ?? explain.failure} onRetry={leave.retry ?? explain.retry} />
      <View className="pair">
        <BigButton
          kind="secondary"
          text="记下去向"
          busy={explain.busy}
          onPress={() => explain.run({ attendanceId: row.id, reason, text: text.trim() })}
        />
        {reason === 'onTheWay' ? null : (
          <BigButton
            kind="secondary"
            text="记今天请假"
            busy={leave.busy}
            onPress={() => leave.run({ classId, childId: row.childId, day, reason: words })}
          />
        )}
      </View>
      <View className="row">
        <BigButton small kind="plain" text="不记了" onPress={onDone} />
      </View>
    </View>
  );
}
