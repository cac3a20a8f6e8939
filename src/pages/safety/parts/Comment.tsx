import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { safety } from '../queries';
import { PhotoButton } from './PhotoButton';
import { usePhoto } from './usePhoto';

/** One line for everybody who follows this alert, or a photo where that says more. */
export function Comment({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const [text, setText] = useState('');
  const photo = usePhoto();
  const comment = useCommand(safety, 'comment', { onDone: onClose });
  const words = text.trim();
  const send = () => comment.run({ id: alert.id, ...(words ? { text: words } : {}), ...(photo.id ? { photo: photo.id } : {}) });
  return (
    <Confirm
      open
      title="补充情况"
      text="家人和其他处理的人都看得到。请不要写病情细节。"
      yes="记下来"
      doing={comment}
      ready={(words !== '' || photo.id !== undefined) && !photo.busy}
      onYes={send}
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
      <PhotoButton photo={photo} />
    </Confirm>
  );
}
