import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { asFailure, type Failure } from '../../../services/door';
import { useCommand } from '../../../services/useDoor';
import { takePhoto } from '../photo';
import { safety } from '../queries';

/** One line for everybody who follows this alert, with a photo where that says more. */
export function Comment({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const [text, setText] = useState('');
  const [photo, setPhoto] = useState<string>();
  const [uploading, setUploading] = useState(false);
  const [lost, setLost] = useState<Failure>();
  const comment = useCommand(safety, 'comment', { onDone: onClose });
  const take = async () => {
    setLost(undefined);
    try {
      setPhoto(
        (await takePhoto(
          () => safety('photoTicket', {}),
          () => setUploading(true),
        )) ?? photo,
      );
    } catch (error) {
      setLost(asFailure(error));
    } finally {
      setUploading(false);
    }
  };
  return (
    <Confirm
      open
      title="补充一句"
      text="家人和其他处理的人都看得到。请不要写病情细节。"
      yes="写上"
      doing={comment}
      ready={text.trim() !== '' && !uploading}
      onYes={() => comment.run({ id: alert.id, text: text.trim(), ...(photo ? { photo } : {}) })}
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
      <BigButton
        small
        kind="secondary"
        text={photo ? '已加照片，换一张' : '加一张现场照片'}
        busy={uploading}
        busyText="正在上传…"
        onPress={() => void take()}
      />
      <FailureNote about="照片没有传上" failure={lost} />
    </Confirm>
  );
}
