import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeView } from '../../../../types/notices';
import { type CivilDate, dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { StickyFooter } from '../../../components/StickyFooter';
import { asFailure, type Failure } from '../../../services/door';
import { goBack } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { useCommand } from '../../../services/useDoor';
import type { TreeData } from '../people/Tree';
import { Check } from './Check';
import { inputOfNotice, type NoticeDraft, wrongIn } from './draft';
import { type Groups, notices } from './queries';
import { Whom } from './Whom';
import { Write } from './Write';

interface Props {
  start: NoticeDraft;
  /** As saved; absent before the first saving. */
  saved?: NoticeView;
  tree: TreeData;
  groups: Groups;
  mayEmergency: boolean;
  onSaved: (notice: NoticeView) => void;
}

const STEPS = ['写什么', '发给谁', '预览并发送'] as const;

function Steps({ at }: { at: number }) {
  return (
    <View className="col grow" {...aria({ role: 'group', label: `第 ${at + 1} 步，共 ${STEPS.length} 步：${STEPS[at]}` })}>
      <View className="notice-steps">
        {STEPS.map((step, index) => (
          <View key={step} className={`notice-step ${index <= at ? 'notice-step-done' : ''}`} />
        ))}
      </View>
      <View className="t-secondary">{`${at + 1}/${STEPS.length} ${STEPS[at]}`}</View>
    </View>
  );
}

/** Saving and previewing as one gesture: what is shown afterwards is exactly what stands on the server. */
function useSaving(onSaved: Props['onSaved']) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const work = async (draft: NoticeDraft, preview: boolean): Promise<NoticeView | undefined> => {
    setBusy(true);
    setFailure(undefined);
    try {
      const saved = await notices('saveNotice', inputOfNotice(draft));
      onSaved(saved);
      if (!preview) return saved;
      const shown = await notices('previewNotice', { id: saved.id });
      onSaved(shown);
      return shown;
    } catch (error) {
      setFailure(asFailure(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, work };
}

function Drop({ saved }: { saved: NoticeView }) {
  const [asking, setAsking] = useState(false);
  const dropping = useCommand(notices, 'dropNotice', { onDone: goBack });
  return (
    <>
      <BigButton small kind="plain" icon="trash" text="删掉草稿" disabled={!saved.may.drop.ok} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title="删掉这份草稿吗？"
        yes="删掉"
        kind="danger"
        doing={dropping}
        onYes={() => dropping.run({ id: saved.id })}
        onNo={() => setAsking(false)}
      />
    </>
  );
}

/** Writing a notice in three steps; each goes back without losing anything. */
export function Compose({ start, saved, tree, groups, mayEmergency, onSaved }: Props) {
  const [draft, setDraft] = useState(start);
  const [step, setStep] = useState(0);
  const [tried, setTried] = useState(false);
  const saving = useSaving(next => {
    setDraft(now => ({ ...now, id: next.id }));
    onSaved(next);
  });
  const sending = useCommand(notices, 'sendNotice', { onDone: onSaved });
  const now = saved?.now ?? systemNow();
  const today: CivilDate = dayOf(now);
  const wrong = wrongIn(draft, now);
  const toWhom = () => {
    setTried(true);
    if (Object.keys(wrong).length === 0) setStep(1);
  };
  const toCheck = async () => {
    if (await saving.work(draft, true)) setStep(2);
  };
  return (
    <View className="col">
      <View className="between">
        <Steps at={step} />
        {saved ? <Drop saved={saved} /> : null}
      </View>
      {saved?.returned ? <View className="problem">{`${saved.returned.byName}退回了：${saved.returned.reason}`}</View> : null}
      {step === 0 ? (
        <Write draft={draft} wrong={tried ? wrong : {}} today={today} mayEmergency={mayEmergency} onChange={setDraft} />
      ) : null}
      {step === 1 ? <Whom draft={draft} tree={tree} groups={groups} today={today} onChange={setDraft} /> : null}
      {step === 2 && saved ? <Check notice={saved} sending={sending} /> : null}
      <FailureNote failure={saving.failure} />
      <StickyFooter>
        {step > 0 ? <BigButton kind="secondary" text="上一步" onPress={() => setStep(step - 1)} /> : null}
        {step < 2 ? (
          <BigButton
            kind="plain"
            text="存草稿"
            busy={saving.busy}
            disabled={draft.title.trim() === '' || draft.body.trim() === ''}
            onPress={async () => void (await saving.work(draft, false))}
          />
        ) : null}
        {step === 0 ? <BigButton text="下一步：发给谁" onPress={toWhom} /> : null}
        {step === 1 ? <BigButton text="预览" busy={saving.busy} busyText="正在算有多少人…" onPress={toCheck} /> : null}
      </StickyFooter>
    </View>
  );
}
