import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import { useCommand } from '../../../services/useDoor';
import { AddFile } from '../parts/AddFile';
import { SpeakHint } from '../parts/Lines';
import { mediation, useGuide } from '../queries';
import { newEvidence } from './pieces';

interface Props {
  view: CaseView;
  item: CaseView['items'][number];
  onClose: () => void;
}

const PROOFS = 6;

/** "Done", with a few words and pictures that prove it. The other side then says whether it was kept. */
export function Report({ view, item, onClose }: Props) {
  const guide = useGuide().data;
  const [text, setText] = useState('');
  const [proofs, setProofs] = useState<{ id: string; name: string }[]>([]);
  const [before, setBefore] = useState(view);
  const adding = useCommand(mediation, 'addEvidence', {
    onDone: after => {
      setProofs(now => [...now, ...newEvidence(before, after)]);
      setBefore(after);
    },
  });
  const reporting = useCommand(mediation, 'reportItem', { onDone: onClose });
  const send = () => reporting.run({ id: view.id, no: item.no, text, partIds: proofs.map(({ id }) => id) });
  return (
    <Sheet title="我做好了" open onClose={onClose}>
      <View className="col">
        <View className="t-body">{item.what}</View>
        <Field
          kind="long"
          label="怎么做的、哪天做的"
          value={text}
          max={500}
          placeholder="比如：周六请师傅修好了"
          onChange={setText}
        />
        <SpeakHint />
        {guide && proofs.length < PROOFS ? (
          <AddFile
            most={guide.fileBytes}
            onAdded={({ fileId, name }) => adding.run({ id: view.id, fileId, name, note: item.what.slice(0, 200), share: true })}
          />
        ) : null}
        {proofs.map(({ id, name }) => (
          <View key={id} className="t-body">{`✓ ${name}`}</View>
        ))}
        <FailureNote failure={adding.failure} onRetry={adding.retry} />
        <FailureNote failure={reporting.failure} onRetry={reporting.retry} />
        <BigButton text="告诉对方做好了" busy={reporting.busy} disabled={!text.trim() || adding.busy} onPress={send} />
      </View>
    </Sheet>
  );
}
