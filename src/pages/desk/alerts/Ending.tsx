import { useState } from 'react';
import type { AlertView, Resolution } from '../../../../types/safety';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { ENDINGS, RESOLUTION_TEXT } from '../../safety/words';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';
import { NOTHING_HAPPENED } from './words';

type Chosen = Exclude<Resolution, 'signOfLife'>;

/** How it ended. Everybody who was called then hears 平安通报. */
export function Ending({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const [how, setHow] = useState<Chosen>();
  const [note, setNote] = useState('');
  const resolve = useCommand(safety, 'resolve', { onDone: onClose });
  const options = ENDINGS[alert.kind].map(value => ({
    value,
    text: `${RESOLUTION_TEXT[value]}${NOTHING_HAPPENED.includes(value) ? '（误报）' : ''}`,
  }));
  return (
    <Confirm
      open
      title={`解除${alert.subjectName}的预警`}
      text="请先确认人是安全的。解除后，通知过的每个人都会收到平安通报。"
      yes="解除，并通报大家"
      doing={resolve}
      ready={how !== undefined}
      onYes={() => how && resolve.run({ id: alert.id, resolution: how, ...(note.trim() ? { note: note.trim() } : {}) })}
      onNo={onClose}
    >
      <Labelled label="结果是">
        <ChipPicker label="结果" options={options} value={how ? [how] : []} onChange={([first]) => setHow(first)} />
      </Labelled>
      <Field optional label="说明" kind="long" max={200} value={note} onChange={setNote} placeholder="比如：手机没电，人在家" />
    </Confirm>
  );
}
