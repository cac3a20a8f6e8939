import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { isWeapp } from '../services/platform';
import { followPrivacy, openPrivacyContract, type PrivacyQuestion } from '../services/privacy';
import { BigButton } from './BigButton';
import { OpenButton } from './OpenButton';
import { Press } from './Press';
import { Sheet } from './Sheet';
import './PrivacySheet.css';

const AGREE = 'privacy-agree';

/** Asks, in plain words, before WeChat hands over something private. Shown by Screen; nothing to do for a page. */
export function PrivacySheet() {
  const [question, setQuestion] = useState<PrivacyQuestion>();
  useEffect(() => (isWeapp ? followPrivacy(asked => setQuestion(asked)) : undefined), []);
  if (!isWeapp || !question) return null;
  return (
    <Sheet title="使用前请您同意" open>
      <View className="t-body">这一步要用到您手机里的信息，只用来办理您正在办的事，不会给别人。</View>
      <Press className="privacy-link" role="link" label="查看隐私保护指引" onPress={openPrivacyContract}>
        查看《隐私保护指引》
      </Press>
      <View className="col">
        <OpenButton
          id={AGREE}
          openType="agreePrivacyAuthorization"
          text="同意"
          onAgreePrivacyAuthorization={() => question.answer({ event: 'agree', buttonId: AGREE })}
        />
        <BigButton kind="plain" text="不同意" onPress={() => question.answer({ event: 'disagree' })} />
      </View>
    </Sheet>
  );
}
