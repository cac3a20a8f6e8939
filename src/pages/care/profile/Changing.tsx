import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { goBack } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { type ChildFile, care, useChild } from '../queries';
import { type Draft, draftOf, type Gaps, gapsOf, profileOf } from './draft';
import { Fields, Gap } from './Fields';

function Form({ child }: { child: ChildFile }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(child));
  const [gaps, setGaps] = useState<Gaps>({});
  const saving = useCommand(care, 'saveChild', { onDone: goBack });
  const { save } = child.may;
  const submit = () => {
    const found = gapsOf(draft, false);
    setGaps(found);
    if (Object.keys(found).length === 0) saving.run({ childId: child.id, ...profileOf(draft) });
  };
  return (
    <>
      <Fields draft={draft} gaps={gaps} isNew={false} change={part => setDraft(now => ({ ...now, ...part }))} />
      <FailureNote failure={saving.failure} onRetry={saving.retry} />
      <Gap text={save.ok ? undefined : sentenceOf(save.code, save.details).title} />
      <BigButton text="保存" busy={saving.busy} disabled={!save.ok} onPress={submit} />
    </>
  );
}

/** What is written about a child who is known. */
export function Changing({ childId }: { childId: string }) {
  const child = useChild(childId);
  return (
    <Screen title="学校、班级、住址" of={child} refusedAction={wayOn(child.failure)}>
      {known => <Form child={known} />}
    </Screen>
  );
}
