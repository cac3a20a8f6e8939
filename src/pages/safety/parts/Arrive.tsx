import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { Confirm } from '../../../components/Confirm';
import { useCommand } from '../../../services/useDoor';
import { DoorCode } from '../../desk/parts/DoorCode';
import { safety } from '../queries';

/** 我到了: with the code of the door it is proven, without it is said. */
export function Arrive({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const [code, setCode] = useState('');
  const arrive = useCommand(safety, 'arrive', { onDone: onClose });
  return (
    <Confirm
      open
      title={`到${alert.subjectName}家了吗？`}
      text="大家会看到您已经到场。扫一下门上的码，就记下确实到了现场；没有码，直接点“我到了”。"
      yes="我到了"
      doing={arrive}
      onYes={() => arrive.run({ id: alert.id, ...(code ? { doorCode: code } : {}) })}
      onNo={onClose}
    >
      <DoorCode value={code} onChange={setCode} />
    </Confirm>
  );
}
