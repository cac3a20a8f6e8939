import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { Guide, MediationContract } from '../../../../types/mediation';
import type { Me } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { useParams } from '../../../services/go';
import { type Shown, useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { useMe } from '../../people/queries';
import { StepBar } from '../parts/StepBar';
import { mediation, useGuide } from '../queries';
import { Check } from './Check';
import { Done } from './Done';
import { firstGap, type Gaps, gapsOf, inputOf, type Step, stepsOf } from './draft';
import { StepOf } from './StepOf';
import { type Drafting, useDraft } from './useDraft';
import './apply.css';

interface Ready {
  guide: Guide;
  me: Me;
}

/** The guide's words and who is here, both before the first question. */
function useReady(drafting: Drafting): Shown<Ready> {
  const guide = useGuide();
  const me = useMe();
  const data = guide.data && me.data && drafting.ready ? { guide: guide.data, me: me.data } : undefined;
  const failure = guide.failure ?? me.failure;
  return { ...guide, data, failure: data ? undefined : failure, reload: () => Promise.all([guide.reload(), me.reload()]) };
}

function useSteps({ draft, step, goTo }: Drafting, ready: Ready | undefined) {
  const [gaps, setGaps] = useState<Gaps>({});
  const asksWho = (ready?.me.elders.length ?? 0) > 0;
  const steps = ready ? stepsOf(draft, ready.guide.kinds, asksWho) : [];
  const at = Math.max(0, step ? steps.indexOf(step) : 0);
  const current: Step | undefined = steps[at];
  const show = (to: Step | undefined) => {
    setGaps({});
    goTo(to);
  };
  // Each question begins at its top, wherever the last one ended.
  useEffect(() => {
    if (current) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }, [current]);
  const next = () => {
    const found = current ? gapsOf(current, draft) : {};
    setGaps(found);
    if (Object.keys(found).length === 0) show(steps[at + 1]);
  };
  return { steps, at, current, gaps, asksWho, show, next, back: () => show(steps[at - 1]) };
}

/** Hands it in when nothing is missing; otherwise leads to the first gap. */
function useApplying({ draft, clear }: Drafting, { steps, show }: ReturnType<typeof useSteps>, ready: Ready | undefined) {
  const { offerId } = useParams();
  const [applied, setApplied] = useState<OutputOf<MediationContract, 'apply'>>();
  const applying = useCommand(mediation, 'apply', {
    onDone: output => {
      setApplied(output);
      clear();
    },
  });
  const submit = () => {
    if (!ready) return;
    const missing = firstGap(steps, draft);
    if (missing) show(missing);
    else applying.run(inputOf(draft, ready.guide.kinds, offerId));
  };
  return { applied, applying, submit };
}

/** One's own words of another day; nobody has to go on with them. */
const GoesOn = ({ onDiscard }: { onDiscard: () => void }) => (
  <Card tone="accent" title="接着上次没写完的">
    <BigButton small kind="plain" text="不要了，重新写" onPress={onDiscard} />
  </Card>
);

const Foot = ({ at, current, busy, ...on }: FootProps) => (
  <>
    {at > 0 ? <BigButton kind="plain" text="上一步" onPress={on.back} /> : null}
    {current === 'check' ? (
      <BigButton text="提交申请" busy={busy} busyText="正在提交…" onPress={on.submit} />
    ) : (
      <BigButton text="下一步" onPress={on.next} />
    )}
  </>
);

interface FootProps {
  at: number;
  current: Step | undefined;
  busy: boolean;
  back: () => void;
  next: () => void;
  submit: () => void;
}

/** Asks for mediation, one question a screen; going back keeps what was written. */
export default function ApplyPage() {
  const drafting = useDraft();
  const ready = useReady(drafting);
  const { draft, change } = drafting;
  const walk = useSteps(drafting, ready.data);
  const { steps, at, current, gaps, asksWho, show, next, back } = walk;
  const { applied, applying, submit } = useApplying(drafting, walk, ready.data);
  const foot = <Foot at={at} current={current} busy={applying.busy} back={back} next={next} submit={submit} />;
  return (
    <Screen title="申请调解" of={ready} refusedAction={wayOn(ready.failure)} footer={applied ? undefined : foot}>
      {({ guide, me }) => {
        if (applied) return <Done applied={applied} guide={guide} />;
        if (!current) return null;
        return (
          <>
            {drafting.goesOn ? <GoesOn onDiscard={drafting.clear} /> : null}
            <StepBar at={at + 1} of={steps.length} />
            {current === 'check' ? (
              <Check draft={draft} guide={guide} me={me} asksWho={asksWho} onStep={show} />
            ) : (
              <StepOf key={current} step={current} draft={draft} gaps={gaps} guide={guide} change={change} me={me} />
            )}
            <FailureNote failure={applying.failure} onRetry={applying.retry} />
            <View className="t-secondary">
              没写完可以先离开，写的会锁好存三十天，只有您能看到；不存在手机里。照片要回来再加。
            </View>
          </>
        );
      }}
    </Screen>
  );
}
