import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { go, goBack } from '../../../services/go';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { StepBar } from '../../mediation/parts/StepBar';
import { Reading, type Text, YesOrNo } from '../parts/Said';
import { care } from '../queries';
import { PURPOSE } from '../words';
import { type Draft, EMPTY, type Gaps, gapsOf, mayGoOn, profileOf, type Said } from './draft';
import { Fields } from './Fields';

/** First the texts: without a yes to the first nothing about the child is written down. */
const Consents = ({ texts, said, onSaid }: { texts: readonly Text[]; said: Said; onSaid: (said: Said) => void }) => (
  <>
    <View className="t-body">先请您读一读，再决定。每一条都可以不同意，以后也可以改。</View>
    {texts.map(text => (
      <Card key={text.purpose} title={PURPOSE[text.purpose].name}>
        <View className="col">
          <Reading {...text} />
          <YesOrNo
            purpose={text.purpose}
            value={said[text.purpose]}
            onChange={given => onSaid({ ...said, [text.purpose]: given })}
          />
        </View>
      </Card>
    ))}
    {said.care === false ? <Card tone="warning">{PURPOSE.care.ifNot}您可以先想一想，什么时候都可以再来。</Card> : null}
  </>
);

const Done = ({ childId }: { childId: string }) => (
  <Empty
    icon="check"
    title="登记好了"
    next="现在可以报名。也可以填过敏、添加接送人、邀请另一位监护人。"
    action={{ text: '去报名', onPress: () => go('pages/care/classes/index', { childId }) }}
  />
);

/** Consents, then the child; what was written stays when one goes back a step, and is gone with the page. */
function useAdding(texts: readonly Text[]) {
  const [step, setStep] = useState<1 | 2>(1);
  const [said, setSaid] = useState<Said>({});
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [gaps, setGaps] = useState<Gaps>({});
  const [childId, setChildId] = useState<string>();
  const adding = useCommand(care, 'addChild', { onDone: output => setChildId(output.childId) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its top
  useEffect(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }), [step, childId]);
  const submit = () => {
    const found = gapsOf(draft, true);
    setGaps(found);
    if (Object.keys(found).length > 0) return;
    const answers = texts.map(({ purpose, version }) => ({ purpose, version, given: said[purpose] === true }));
    adding.run({ ...profileOf(draft), relation: draft.relation.trim(), said: answers });
  };
  return { step, setStep, said, setSaid, draft, setDraft, gaps, childId, adding, submit };
}

function Foot({ on, ready }: { on: ReturnType<typeof useAdding>; ready: boolean }) {
  if (on.step === 1) {
    return <BigButton text={ready ? '下一步' : '请每一条都选一下'} disabled={!ready} onPress={() => on.setStep(2)} />;
  }
  return (
    <>
      <BigButton kind="plain" text="上一步" onPress={() => on.setStep(1)} />
      <BigButton text="登记" busy={on.adding.busy} onPress={on.submit} />
    </>
  );
}

/** 登记孩子. */
export function Adding() {
  const asked = useQueryOf(care, 'consentTexts', {});
  const texts = asked.data?.texts ?? [];
  const on = useAdding(texts);
  const purposes = texts.map(({ purpose }) => purpose);
  const refused = on.said.care === false;
  const footer = on.childId ? (
    <BigButton kind="plain" text="以后再报，先回去" onPress={goBack} />
  ) : refused && on.step === 1 ? (
    <BigButton kind="plain" text="不登记了，返回" onPress={goBack} />
  ) : (
    <Foot on={on} ready={mayGoOn(on.said, purposes)} />
  );
  return (
    <Screen title="登记孩子" of={asked} footer={footer} refusedAction={wayOn(asked.failure)}>
      {known => {
        if (on.childId) return <Done childId={on.childId} />;
        return (
          <>
            <StepBar at={on.step} of={2} word={on.step === 1 ? '知情同意' : '孩子的情况'} />
            {on.step === 1 ? (
              <Consents texts={known.texts} said={on.said} onSaid={on.setSaid} />
            ) : (
              <Fields draft={on.draft} gaps={on.gaps} isNew change={part => on.setDraft(now => ({ ...now, ...part }))} />
            )}
            <FailureNote failure={on.adding.failure} onRetry={on.adding.retry} />
          </>
        );
      }}
    </Screen>
  );
}
