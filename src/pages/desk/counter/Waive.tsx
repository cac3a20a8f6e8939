import { useState } from 'react';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { canteen } from '../queries';
import type { CounterRow } from './find';

const USUAL = ['生病住院', '临时外出', '食堂原因'].map(text => ({ value: text, text }));

interface Props {
  row: CounterRow;
  onDone: (row: CounterRow) => void;
  onClose: () => void;
}

/** 代为取消: lets an order go after the cut-off, with a reason that the diner and the month's account show. */
export function Waive({ row, onDone, onClose }: Props) {
  const [reason, setReason] = useState('');
  const waive = useCommand(canteen, 'waiveOrder', {
    onDone: () => {
      onClose();
      onDone(row);
    },
  });
  const text = reason.trim();
  return (
    <Confirm
      open
      kind="danger"
      title={`代${row.dinerName}取消这一餐？`}
      text={`${row.number} ${row.dishes}，不收费，不进月表。订餐的人会收到通知，里面写着原因。`}
      yes="代为取消"
      doing={waive}
      ready={text !== ''}
      onYes={() => waive.run({ id: row.id, reason: text })}
      onNo={onClose}
    >
      <ChipPicker label="常见原因" options={USUAL} value={[text]} onChange={([first]) => setReason(first ?? '')} />
      <Field label="原因" value={reason} max={100} onChange={setReason} placeholder="点上面的，或自己写" />
    </Confirm>
  );
}
