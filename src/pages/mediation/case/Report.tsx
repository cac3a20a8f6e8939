import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Sheet } from '../../../components/Sheet';
import { useCommand } from '../../../services/useDoor';
import { AddFile } from '../parts/AddFile';
import { Tell } from '../parts/Tell';
import { mediation, useGuide } from '../queries';

interface Props {
  caseId: string;
  item: { no: number; what: string };
  onClose: () => void;
}

const PROOFS = 6;

/** "Done", with a few words and pictures that prove it. The other side then says whether it was kept. */
export function Report({ caseId, item, onClose }: Props) {
  const guide = useGuide().data;
  const [text, setText] = useState('');
  const [proofs, setProofs] = useState<{ fileId: string; name: string }[]>([]);
  const reporting = useCommand(mediation, 'reportItem', { onDone: onClose });
  const files = proofs.map(file => ({ ...file, note: item.what.slice(0, 200) }));
  return (
    <Sheet title="我做好了" open onClose={onClose}>
      <View className="col">
        <View className="t-body">{item.what}</View>
        <Tell label="怎么做的、哪天做的" value={text} max={500} placeholder="比如：周六请师傅修好了" onChange={setText} />
        {guide && proofs.length < PROOFS ? (
          <AddFile most={guide.fileBytes} onAdded={file => setProofs(now => [...now, file])} />
        ) : null}
        {proofs.map(({ fileId, name }) => (
          <View key={fileId} className="t-body">{`✓ ${name}`}</View>
        ))}
        <View className="t-secondary">您写的和照片，对方也会看到。对方说做到了，这一项就了结。</View>
        <FailureNote failure={reporting.failure} onRetry={reporting.retry} />
        <BigButton
          text="告诉对方做好了"
          busy={reporting.busy}
          disabled={!text.trim()}
          onPress={() => reporting.run({ id: caseId, no: item.no, text, files })}
        />
      </View>
    </Sheet>
  );
}
