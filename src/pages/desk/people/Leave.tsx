import { useState } from 'react';
import type { LeaveReason } from '../../../../types/people';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { useCommand } from '../../../services/useDoor';
import { people } from '../queries';

const REASONS: readonly { value: LeaveReason; text: string }[] = [
  { value: 'moved', text: '搬走了' },
  { value: 'deceased', text: '去世了' },
];

/** Takes a resident off the roster. */
export function Leave({ open, onClose, id, name }: { open: boolean; onClose: () => void; id: string; name: string }) {
  const [why, setWhy] = useState<LeaveReason>('moved');
  const leave = useCommand(people, 'residentLeft', { onDone: onClose, touches: ['canteen'] });
  return (
    <Confirm
      kind="danger"
      title={`${name}不在本社区了？`}
      open={open}
      onNo={onClose}
      text="以后不能再给他订餐，家人的关联也会停止。记录会保留；登记错了可以“重新登记”。"
      yes="从名册移出"
      doing={leave}
      onYes={() => leave.run({ id, why })}
    >
      <ChipPicker label="原因" options={REASONS} value={[why]} onChange={([first]) => setWhy(first ?? 'moved')} />
    </Confirm>
  );
}
