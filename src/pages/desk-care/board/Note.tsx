import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollRow } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { asFailure, type Failure } from '../../../services/door';
import { useCommand } from '../../../services/useDoor';
import { takePhoto } from '../../desk/photo';
import { care } from '../queries';

/** The contract's own limit. */
const MOST = 6;

/** A short note for the guardians; pictures only where they agreed to pictures. */
export function Note({ row }: { row: RollRow }) {
  const [text, setText] = useState(row.note ?? '');
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const [saved, setSaved] = useState(false);
  const save = useCommand(care, 'saveDay', { onDone: () => setSaved(true) });
  const submit = () => save.run({ id: row.id, note: text.trim(), ...(pictures.length > 0 ? { pictures: [...pictures] } : {}) });
  return (
    <View className="col">
      <Field
        kind="long"
        label="今天的小结，给家长看"
        value={text}
        max={200}
        onChange={value => {
          setSaved(false);
          setText(value);
        }}
        placeholder="比如：作业写完了，口算全对"
      />
      {row.mayPicture ? (
        <Pictures
          row={row}
          count={pictures.length}
          onTaken={id => {
            setSaved(false);
            setPictures(list => [...list, id]);
          }}
        />
      ) : (
        <View className="desk-note">家长没有同意拍照：请只写文字，不要拍这个孩子。</View>
      )}
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <BigButton kind="secondary" text={saved ? '小结已保存' : '保存小结'} busy={save.busy} disabled={saved} onPress={submit} />
    </View>
  );
}

function Pictures({ row, count, onTaken }: { row: RollRow; count: number; onTaken: (id: string) => void }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const take = async () => {
    setFailure(undefined);
    try {
      const id = await takePhoto(
        () => care('pictureTicket', { id: row.id }),
        () => setBusy(true),
      );
      if (id) onTaken(id);
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <View className="row-wrap">
        <BigButton
          small
          kind="plain"
          icon="plus"
          text={count > 0 ? `再加一张照片（已有 ${count} 张）` : '加照片'}
          busy={busy}
          busyText="正在上传…"
          disabled={count >= MOST}
          onPress={() => void take()}
        />
      </View>
      <FailureNote about="照片没有传上" failure={failure} />
    </>
  );
}
