import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { safety } from '../queries';

/** One line for everybody who follows this alert. */
export function Comment({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const [text, setText] = useState('');
  const comment = useCommand(safety, 'comment', { onDone: onClose });
  return (
    <Confirm
      open
      title="补充一句"
      text="家人和其他处理的人都看得到。请不要写病情细节。"
      yes="写上"
      doing={comment}
      ready={text.trim() !== ''}
      onYes={() => comment.run({ id: alert.id, text: text.trim() })}
      onNo={onClose}
    >
      <Field
        label="看到或听说了什么"
        kind="long"
        max={200}
        value={text}
        onChange={setText}
        placeholder="邻居说早上见过她出门买菜"
      />
    </Confirm>
  );
}
