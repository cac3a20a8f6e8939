import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { asFailure, type Failure } from '../../../services/door';
import { takeFile } from '../files';

interface Props {
  /** Bytes of one file. */
  most: number;
  onAdded: (file: { fileId: string; name: string }) => void;
}

/** A photo, or a paper from a chat; small enough it goes up at once, and is sealed when it is handed in. */
export function AddFile({ most, onAdded }: Props) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const add = async (what: 'photo' | 'paper') => {
    setFailure(undefined);
    try {
      const file = await takeFile(what, most, () => setBusy(true));
      if (file) onAdded(file);
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
          kind="secondary"
          icon="plus"
          text="加照片"
          busy={busy}
          busyText="正在上传…"
          onPress={() => void add('photo')}
        />
        <BigButton kind="secondary" icon="page" text="加文件" disabled={busy} onPress={() => void add('paper')} />
      </View>
      <View className="t-secondary">{`照片、PDF、录音、录像都可以，一个不超过 ${Math.floor(most / 1024 / 1024)} MB。`}</View>
      <FailureNote failure={failure} />
    </>
  );
}
