import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Screen } from '../../../components/Screen';
import { goBack, goHome } from '../../../services/go';
import { forgetAll } from '../../../services/query';
import { sentenceOf } from '../../../services/sentences';
import { signOut } from '../../../services/session';
import { useCommand } from '../../../services/useDoor';
import { people, useMe } from '../queries';
import { WORDS } from './words';

const Explain = ({ onNext }: { onNext: () => void }) => (
  <>
    <Card title="注销以后">
      <View className="col">
        <View className="t-body">您的姓名、电话、住址、家人关联、忌口都会删除，找不回来。</View>
        <View className="t-body">还没吃的饭会取消，不收费。</View>
        <View className="t-body">已经吃过的饭只留下份数和金额，用来和政府结算补贴，上面没有您的名字。</View>
      </View>
    </Card>
    <BigButton kind="plain" text="不注销了，返回" onPress={goBack} />
    <BigButton kind="danger" text="我知道了，下一步" onPress={onNext} />
  </>
);

const Done = () => (
  <Empty
    icon="check"
    title="已经注销"
    next="您的资料已经删除。以后想用，可以重新加入社区。"
    action={{ text: '好的', onPress: goHome }}
  />
);

/** The second step: a sentence that nobody types by accident. */
function Type({ onDone }: { onDone: () => void }) {
  const [words, setWords] = useState('');
  const erasing = useCommand(people, 'eraseMe', { onDone });
  return (
    <Card title="最后一步">
      <Field label={`请写下：${WORDS}`} value={words} max={40} onChange={setWords} help="一字不差地写上这几个字，就会注销" />
      <View className="col">
        <FailureNote failure={erasing.failure} onRetry={erasing.retry} />
        <BigButton kind="plain" text="不注销了，返回" disabled={erasing.busy} onPress={goBack} />
        <BigButton
          kind="danger"
          text="注销我的账号"
          busy={erasing.busy}
          disabled={words === ''}
          onPress={() => erasing.run({ words })}
        />
      </View>
    </Card>
  );
}

/** Two steps; afterwards nothing of this person is left on this phone either. */
export default function ErasePage() {
  const me = useMe();
  const [step, setStep] = useState<'explain' | 'type' | 'done'>('explain');
  const done = () => {
    setStep('done');
    forgetAll();
    signOut();
  };
  if (step === 'done') {
    return (
      <Screen title="注销账号" first>
        <Done />
      </Screen>
    );
  }
  return (
    <Screen title="注销账号" of={me}>
      {({ may: { erase } }) => {
        if (!erase.ok)
          return <Empty icon="lock" {...sentenceOf(erase.code, erase.details)} action={{ text: '返回', onPress: goBack }} />;
        return step === 'explain' ? <Explain onNext={() => setStep('type')} /> : <Type onDone={done} />;
      }}
    </Screen>
  );
}
