import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Sheet } from '../../../components/Sheet';
import { asFailure, type Failure } from '../../../services/door';
import { useCommand } from '../../../services/useDoor';
import { openFile } from '../files';
import { AddFile } from '../parts/AddFile';
import { Tiles } from '../parts/Tiles';
import { isOpen } from '../parts/verdict';
import { mediation, useGuide } from '../queries';
import { contentsOf, momentText } from '../words';
import { fromText } from './pieces';
import { SHARE, type Share } from './Write';

/** One more file: for the panel alone, or for the other side too once it is invited. */
function Add({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const guide = useGuide().data;
  const [share, setShare] = useState<Share>('own');
  const [file, setFile] = useState<{ fileId: string; name: string }>();
  const [note, setNote] = useState('');
  const adding = useCommand(mediation, 'addEvidence', { onDone: onClose });
  const send = () => file && adding.run({ id: view.id, ...file, share: share === 'shared', ...(note.trim() ? { note } : {}) });
  return (
    <Sheet title="加材料" open onClose={onClose}>
      <View className="col">
        {file ? <View className="t-body">{`✓ ${file.name}`}</View> : null}
        {guide && !file ? <AddFile most={guide.fileBytes} onAdded={setFile} /> : null}
        <Field optional label="这是什么" value={note} max={200} placeholder="比如：上周拍的天花板" onChange={setNote} />
        {view.acceptedAt ? <Tiles label="给谁看" options={SHARE} value={share} onChange={setShare} /> : null}
        <FailureNote failure={adding.failure} onRetry={adding.retry} />
        <BigButton text="交上去" busy={adding.busy} disabled={!file} onPress={send} />
      </View>
    </Sheet>
  );
}

/** Opens one file: it is unsealed for ten minutes, and who read it is written down. */
function Open({ view, part }: { view: CaseView; part: { id: string; name: string } }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = async () => {
    setFailure(undefined);
    setBusy(true);
    try {
      await openFile(await mediation('evidence', { id: view.id, partId: part.id }));
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <BigButton small kind="secondary" text="打开" label={`打开 ${part.name}`} busy={busy} onPress={() => void open()} />
      <FailureNote failure={failure} />
    </>
  );
}

/** Photos, papers, recordings: one's own and those that are shared; closed it is the button to add one. */
export function Evidence({ view, open }: { view: CaseView; open: boolean }) {
  const [adding, setAdding] = useState(false);
  const files = contentsOf(view.parts, 'evidence');
  const mayAdd = isOpen(view.may.addEvidence);
  const add = mayAdd ? <BigButton kind="secondary" icon="plus" text="加照片或文件" onPress={() => setAdding(true)} /> : null;
  const sheet = adding ? <Add view={view} onClose={() => setAdding(false)} /> : null;
  if (!open || files.length === 0) {
    return (
      <>
        {add}
        {sheet}
      </>
    );
  }
  return (
    <Card title="照片和材料">
      <View className="col">
        {files.map(({ id, content, visible, at, ...part }) => (
          <View key={id} className="row-wrap">
            <View className="grow">
              <View className="t-body">{content.note ?? content.name}</View>
              <View className="t-secondary">
                {`${fromText(part, view.as)}，${momentText(at)}，${visible === 'shared' ? '双方都看得到' : '对方看不到'}`}
              </View>
            </View>
            <Open view={view} part={{ id, name: content.name }} />
          </View>
        ))}
        {add}
      </View>
      {sheet}
    </Card>
  );
}
