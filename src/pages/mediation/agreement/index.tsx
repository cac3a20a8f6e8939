import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { goBack, useParams } from '../../../services/go';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { Lines } from '../parts/Lines';
import { Tell } from '../parts/Tell';
import { usePaper } from '../parts/usePaper';
import { isOpen } from '../parts/verdict';
import { mediation, useCase } from '../queries';
import { momentText } from '../words';
import { SignaturePad } from './SignaturePad';
import { Signatures, Text } from './Text';
import { agreementOf } from './words';
import './agreement.css';

const BEFORE = [
  '签名以后，双方、调解员都签好、盖了章，协议就生效，双方都要照着做。',
  '有一个字不明白，先问调解员。',
  '不合适就不签，再谈。',
] as const;

/** Signing: only after reading, and never by accident. */
function Sign({ view }: { view: CaseView }) {
  const [ready, setReady] = useState(false);
  const signing = useCommand(mediation, 'sign', { onDone: () => setReady(false) });
  const { agreement } = view;
  if (!agreement || !isOpen(view.may.sign)) return null;
  return (
    <Card title="签名">
      <View className="col">
        {ready ? (
          <SignaturePad busy={signing.busy} onSigned={image => signing.run({ id: view.id, image, round: agreement.round })} />
        ) : (
          <>
            <Lines lines={BEFORE} />
            <BigButton text="我看懂了，愿意签" onPress={() => setReady(true)} />
          </>
        )}
        <FailureNote failure={signing.failure} onRetry={signing.retry} />
      </View>
    </Card>
  );
}

/** Back to talking; it is nobody's fault. */
function NotYet({ view }: { view: CaseView }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const refusing = useCommand(mediation, 'refuseToSign', { onDone: goBack });
  if (!isOpen(view.may.refuseToSign)) return null;
  return (
    <>
      <BigButton kind="plain" text="不合适，想再谈谈" onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title="先不签，再谈谈？"
        text="这一稿就作废，已经签的名也不算数。调解员会再约双方谈。"
        yes="先不签，再谈"
        no="回去接着看"
        doing={refusing}
        onYes={() => refusing.run({ id: view.id, ...(reason.trim() ? { reason } : {}) })}
        onNo={() => setAsking(false)}
      >
        <Tell optional label="哪里不合适" value={reason} max={500} onChange={setReason} />
      </Confirm>
    </>
  );
}

function Paper({ view }: { view: CaseView }) {
  const paper = usePaper('agreementPaper');
  if (!isOpen(view.may.agreementPaper)) return null;
  return (
    <>
      <BigButton
        kind="secondary"
        icon="download"
        text="下载协议书"
        busy={paper.busy}
        busyText="正在准备…"
        onPress={() => paper.open(view.id, 'pdf')}
      />
      <FailureNote failure={paper.failure} />
    </>
  );
}

/** The agreement to read, to hear, to sign, and to take home. */
export default function AgreementPage() {
  const id = useParams().id ?? '';
  const shown = useCase(id);
  return (
    <Screen title="调解协议书" of={shown} refusedAction={wayOn(shown.failure)}>
      {view => {
        const content = agreementOf(view);
        if (!content) return <Empty icon="page" title="还没有协议" next="谈成以后，调解员会写好给您看。" />;
        return (
          <>
            <Text content={content} />
            {view.effectiveAt ? <View className="t-body">{`协议在 ${momentText(view.effectiveAt)} 生效。`}</View> : null}
            <Signatures view={view} />
            <Sign view={view} />
            <NotYet view={view} />
            <Paper view={view} />
          </>
        );
      }}
    </Screen>
  );
}
