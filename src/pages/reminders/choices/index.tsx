import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { MessageCategory } from '../../../../types/messages/form';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { ReadAloud } from '../../../components/ReadAloud';
import { Screen } from '../../../components/Screen';
import { isWeapp } from '../../../services/platform';
import { askToSubscribe, isLocalCloud } from '../../../services/subscribe';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { courier, useTemplates } from '../../letters/queries';

/** What may be switched off; safety is not among them. */
const CATEGORIES: readonly { value: MessageCategory; text: string }[] = [
  { value: 'meals', text: '订餐' },
  { value: 'family', text: '家人' },
  { value: 'notices', text: '社区通知' },
  { value: 'care', text: '托管接送' },
  { value: 'mediation', text: '调解' },
];

/** WeChat asks for three at most on older phones; the most useful first. */
const KINDS = ['mealTomorrow', 'kitchenClosed', 'digest'] as const;

const EXPLAIN = '打了勾的，会用微信告诉您。没打勾的，打开小程序在“消息”里都能看到，一条不少。紧急的事和安全的事，一定会告诉您。';

/** Which messages are pushed. Whoever wants none still finds everything inside. */
export default function ChoicesPage() {
  const choices = useQueryOf(courier, 'pushChoices', {});
  const [draft, setDraft] = useState<MessageCategory[]>();
  const save = useCommand(courier, 'savePushChoices', { onFailure: () => setDraft(undefined) });
  const change = (on: MessageCategory[]) => {
    const off = CATEGORIES.map(({ value }) => value).filter(value => !on.includes(value));
    setDraft(off);
    save.run({ off });
  };
  return (
    <Screen title="提醒设置" of={choices} refusedAction={wayOn(choices.failure)}>
      {data => (
        <>
          <Card title="哪些消息要提醒您" aside={<ReadAloud text={EXPLAIN} />}>
            <View className="col">
              <View className="t-body">{EXPLAIN}</View>
              <ChipPicker
                many
                label="要提醒的消息"
                options={CATEGORIES}
                value={CATEGORIES.map(({ value }) => value).filter(value => !(draft ?? data.off).includes(value))}
                onChange={change}
              />
              <FailureNote failure={save.failure} onRetry={save.retry} />
              {draft && !save.busy && !save.failure ? <View className="t-secondary">已经记下了。</View> : null}
            </View>
          </Card>
          <Permission />
        </>
      )}
    </Screen>
  );
}

const openSettings = () => void Taro.openSetting({ withSubscriptions: true }).catch(() => undefined);

/** WeChat's own rule in one sentence, and the button that opens its dialog. The templates are there before the tap. */
function Permission() {
  const [answer, setAnswer] = useState<'yes' | 'no'>();
  const templates = useTemplates(isWeapp || isLocalCloud()).data?.templates ?? {};
  const ids = KINDS.map(kind => templates[kind]).filter(id => id !== undefined);
  if (ids.length === 0) return null;
  const ask = async () => setAnswer((await askToSubscribe(ids)).length > 0 ? 'yes' : 'no');
  return (
    <Card title="微信的规定">
      <View className="col">
        <View className="t-body">您点一次“允许”，微信才让我们提醒您一次。快用完时，可以在这里再点一次。</View>
        <BigButton kind="secondary" icon="bell" text="再允许提醒一次" onPress={ask} />
        {answer ? (
          <View className="t-secondary">{answer === 'yes' ? '好的，有事微信告诉您。' : '好的，不提醒；消息里都能看到。'}</View>
        ) : null}
        {isWeapp ? <BigButton kind="plain" text="打开微信的提醒开关" onPress={openSettings} /> : null}
      </View>
    </Card>
  );
}
