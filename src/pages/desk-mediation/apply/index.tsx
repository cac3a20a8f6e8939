import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { Guide, MediationContract } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { mayOpen } from '../../desk/nav';
import { Desk } from '../../desk/parts/Desk';
import { useMe } from '../../desk/queries';
import { toDesk } from '../../desk/way';
import { type Draft, EMPTY, type Gaps } from '../../mediation/apply/draft';
import { StepOf } from '../../mediation/apply/StepOf';
import { HelpCard } from '../../mediation/parts/HelpCard';
import '../../mediation/parts/parts.css';
import { mediation, useGuide } from '../../mediation/queries';
import { Inner } from '../parts/Inner';
import { Brought } from './Brought';
import { applicationOf, gapsOn, NOBODY, questionsFor, type Who, type WhoGaps, whoGaps } from './draft';
import { WhoAsks, WhoElse } from './Who';
import '../../mediation/apply/apply.css';
import '../desk-mediation.css';

type Applied = OutputOf<MediationContract, 'apply'>;

/** 代办调解: somebody stands at the desk or is on the telephone; the questions are read to them. */
export default function ApplyPage() {
  const guide = useGuide();
  const me = useMe();
  const [applied, setApplied] = useState<Applied>();
  return (
    <Desk title="代办调解申请" of={guide}>
      {words => (
        <View className="col">
          <Inner here="apply" />
          {applied ? (
            <Done
              applied={applied}
              mediates={mayOpen('desk-mediation/queue', me.data?.roles ?? [])}
              onAgain={() => setApplied(undefined)}
            />
          ) : (
            <Form guide={words} onDone={setApplied} />
          )}
        </View>
      )}
    </Desk>
  );
}

function Form({ guide, onDone }: { guide: Guide; onDone: (applied: Applied) => void }) {
  const me = useMe();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [who, setWho] = useState<Who>(NOBODY);
  const [gaps, setGaps] = useState<Gaps & WhoGaps>({});
  const applying = useCommand(mediation, 'apply', { onDone });
  const steps = questionsFor(draft, guide.kinds, who);
  const change = (part: Partial<Draft>) => setDraft(old => ({ ...old, ...part }));
  const set = (part: Partial<Who>) => setWho(old => ({ ...old, ...part }));
  const submit = () => {
    const found = { ...gapsOn(steps, draft), ...whoGaps(who) };
    setGaps(found);
    if (Object.keys(found).length === 0) applying.run(applicationOf(draft, guide.kinds, who));
  };
  const missing = Object.keys(gaps).length;
  return (
    <>
      <View className="sealed-note">
        请照着念给来访的人听，按他说的写，写完念一遍。先告诉他：调解不收费；可以随时不谈；谈的内容保密；不影响打官司。
      </View>
      <View className="apply-columns">
        <WhoAsks who={who} gaps={gaps} onChange={set} />
        {me.data
          ? steps.map(step =>
              step === 'check' ? null : (
                <View key={step} className="col">
                  {step === 'fair' ? <WhoElse who={who} onChange={set} /> : null}
                  {step === 'files' ? (
                    <Brought files={draft.files} guide={guide} onChange={files => change({ files })} />
                  ) : (
                    <StepOf step={step} draft={draft} gaps={gaps} guide={guide} change={change} me={me.data!} />
                  )}
                </View>
              ),
            )
          : null}
      </View>
      {missing > 0 ? <View className="field-error">有 {missing} 处没有填好，请看红色的提示。</View> : null}
      <FailureNote failure={applying.failure} onRetry={applying.retry} />
      <BigButton text="替他提交申请" busy={applying.busy} busyText="正在提交…" onPress={submit} />
    </>
  );
}

const Done = ({ applied, mediates, onAgain }: { applied: Applied; mediates: boolean; onAgain: () => void }) => (
  <>
    {applied.help ? <HelpCard help={applied.help} title="他说有危险：请先帮他打电话" /> : null}
    <Card title="申请交上去了">
      <View className="col">
        <View className="t-body">请把申请号抄给他，以后打电话问就报这个号：</View>
        <View className="big-number">{applied.case.ref}</View>
        <View className="t-secondary">接下来由调委会决定是否受理，会记明是您代办的。写的内容已经封存，您以后也看不到。</View>
        {mediates ? (
          <BigButton text="打开这件案件" onPress={() => toDesk('desk-mediation/case', { id: applied.case.id })} />
        ) : null}
        <BigButton kind="plain" text="再办一件" onPress={onAgain} />
      </View>
    </Card>
  </>
);
