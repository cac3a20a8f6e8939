import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Refused } from '../../../components/Refused';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Failure } from '../../../services/door';
import { goBack, useParams } from '../../../services/go';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Desk } from '../../desk/parts/Desk';
import { contentsOf } from '../../mediation/words';
import { WhyNot } from '../parts/Deed';
import { mediation, useCase } from '../queries';
import { type AgreementDraft, draftOf, inputOf, previewOf, type Start, type Wrong, wrongIn } from './draft';
import { Form } from './Form';
import '../desk-mediation.css';

/** 写协议: the form and, beside it on a wide screen, the paper as both will read it. */
export default function AgreementPage() {
  const { id = '' } = useParams();
  const query = useCase(id);
  return (
    <Desk title="写调解协议" of={query}>
      {view => (view.may.draftAgreement?.ok ? <Begin view={view} /> : <Closed view={view} />)}
    </Desk>
  );
}

const Closed = ({ view }: { view: CaseView }) =>
  view.may.draftAgreement && !view.may.draftAgreement.ok ? (
    <View className="col narrow">
      <WhyNot text="现在不能写协议" may={view.may.draftAgreement} />
      <BigButton kind="secondary" text="返回案件" onPress={goBack} />
    </View>
  ) : (
    <Refused failure={new Failure('NOT_ALLOWED')} action={{ text: '返回案件', onPress: goBack }} />
  );

function Begin({ view }: { view: CaseView }) {
  const start = useQueryOf(mediation, 'agreementStart', { id: view.id });
  if (start.failure) return <Failed failure={start.failure} onRetry={start.reload} />;
  return start.data ? <Write view={view} start={start.data} /> : <Skeleton />;
}

function Write({ view, start }: { view: CaseView; start: Start }) {
  const before = contentsOf(view.parts, 'agreement').find(part => part.id === view.agreement?.partId)?.content;
  const [draft, setDraft] = useState<AgreementDraft>(() => draftOf(start, before, view.agreement?.form));
  const [wrong, setWrong] = useState<Wrong>({});
  const save = useCommand(mediation, 'draftAgreement', { onDone: goBack });
  const today = dayOf(view.now);
  const submit = () => {
    const found = wrongIn(draft, today);
    setWrong(found);
    if (Object.keys(found).length === 0) save.run(inputOf(view.id, draft));
  };
  const change = (part: Partial<AgreementDraft>) => setDraft(old => ({ ...old, ...part }));
  return (
    <View className="columns">
      <View className="col">
        <Form draft={draft} wrong={wrong} start={start} today={today} onChange={change} />
        {view.agreement ? <View className="sealed-note">已经有一份协议。保存以后，原来签的名都作废，双方要重新签。</View> : null}
        {Object.keys(wrong).length > 0 ? (
          <View className="field-error">有 {Object.keys(wrong).length} 处没有填好，请看红色的提示。</View>
        ) : null}
        <FailureNote failure={save.failure} onRetry={save.retry} />
        <BigButton
          text={draft.form === 'written' ? '保存，请双方签名' : '记下口头协议，马上生效'}
          busy={save.busy}
          busyText="正在保存…"
          onPress={submit}
        />
      </View>
      <View className="col">
        <View className="t-section">协议书的样子</View>
        <View className="paper">
          <View className="paper-title">{draft.form === 'written' ? '人民调解协议书' : '人民调解口头协议登记表'}</View>
          {previewOf(draft, view).map(section => (
            <View key={section.name} className="piece">
              <View className="t-section">{section.name}</View>
              {section.lines.map(line => (
                <View key={line} className="t-body">
                  {line}
                </View>
              ))}
            </View>
          ))}
        </View>
      </View>
    </View>
  );
}
