import { View } from '@tarojs/components';
import { useState } from 'react';
import type { PathPerson } from '../../../../types/safety';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { isWeapp } from '../../../services/platform';
import { askToSubscribe, isLocalCloud } from '../../../services/subscribe';
import { useTemplates } from '../../letters/queries';
import { RED_TEXT, RUNG_TEXT, whenText } from '../words';
import { openPhoneSettings } from './useNotifications';

/** The alerts that family most needs, most urgent first. */
const KINDS = ['alertCall', 'alertText', 'alertPush', 'allClear', 'returnCodeScanned'] as const;
const TEST_TEXT = { asked: '正在送', sent: '送到了', unsent: '没有送到', answered: '收到并回应了' } as const;

/** WeChat lets nobody wait between the tap and its dialog, so the templates are there before. */
function Subscribe() {
  const [done, setDone] = useState(false);
  const templates = useTemplates(isWeapp || isLocalCloud()).data?.templates ?? {};
  const ids = [...new Set(KINDS.map(kind => templates[kind]).filter(id => id !== undefined))];
  if (ids.length === 0) return <View className="t-secondary">请在微信里打开小程序，开启提醒。</View>;
  if (done) return <View className="t-secondary">好的，有事微信告诉您。</View>;
  return <BigButton icon="bell" text="开启微信提醒" onPress={async () => setDone((await askToSubscribe(ids)).length > 0)} />;
}

/** What oneself can mend at once. */
const Mend = ({ reds }: Pick<PathPerson, 'reds'>) => (
  <>
    {reds.includes('NO_CREDIT') ? <Subscribe /> : null}
    {reds.includes('NOTIFICATIONS_OFF') && isWeapp ? (
      <BigButton kind="secondary" text="去手机设置里打开通知" onPress={openPhoneSettings} />
    ) : null}
    {reds.includes('TEST_UNANSWERED') ? (
      <BigButton kind="secondary" text="去消息里点“知道了”" onPress={() => go('pages/letters/index')} />
    ) : null}
  </>
);

/** One person who would be called: green, or each red with the way to mend it. */
export function Person({ person, today }: { person: PathPerson; today: CivilDate }) {
  const { name, as, phone, me, reds, lastTest } = person;
  const who = [RUNG_TEXT[as], phone].filter(Boolean).join(' · ');
  return (
    <Card
      tone={reds.length > 0 ? 'danger' : undefined}
      title={me ? `${name} · 我` : name}
      aside={reds.length > 0 ? <Tag word={`${reds.length} 处要处理`} tone="danger" /> : <Tag word="✓ 正常" tone="success" />}
    >
      <View className="col">
        <View className="t-secondary">{who}</View>
        {reds.map(red => (
          <View key={red}>
            <View className="t-body">{`✕ ${RED_TEXT[red].what}`}</View>
            <View className="t-secondary">{me ? RED_TEXT[red].mend : RED_TEXT[red].mend.replace(/^请/, `请${name}`)}</View>
          </View>
        ))}
        {me ? <Mend reds={reds} /> : null}
        {lastTest ? (
          <View className="t-secondary">{`上次测试：${whenText(lastTest.at, today)} ${TEST_TEXT[lastTest.state]}`}</View>
        ) : null}
      </View>
    </Card>
  );
}
