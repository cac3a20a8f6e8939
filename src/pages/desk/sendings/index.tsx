import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Sending } from '../../../../types/courier';
import { type CivilDate, dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Segmented } from '../../../components/Segmented';
import { Tag, type Tone } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { courier } from '../queries';
import { momentText } from '../words';

const SHOWN = [
  { value: 'all', text: '全部' },
  { value: 'unsent', text: '没送出' },
  { value: 'sent', text: '已送出' },
] as const;
type Shown = (typeof SHOWN)[number]['value'];

const STATE: Record<Sending['state'], { word: string; tone: Tone }> = {
  inside: { word: '只在站内', tone: 'neutral' },
  waiting: { word: '还在送', tone: 'info' },
  gathered: { word: '等汇总', tone: 'info' },
  sent: { word: '已送出', tone: 'success' },
  unsent: { word: '没送出', tone: 'warning' },
};

/** 发送记录: the newest attempts, each in words. */
export default function Sendings() {
  const [shown, setShown] = useState<Shown>('all');
  const [before, setBefore] = useState<Sending['triedAt']>();
  const state = shown === 'all' ? undefined : shown;
  const query = useQueryOf(courier, 'sendings', { ...(state ? { state } : {}), ...(before ? { before } : {}) });
  const choose = (next: Shown) => {
    setShown(next);
    setBefore(undefined);
  };
  return (
    <Desk title="发送记录" of={query}>
      {({ now, sendings }) => (
        <View className="col narrow">
          <View className="desk-note">
            每条消息都先放进本人的“消息”里，再按设置用微信、短信、电话提醒。“没送出”的，本人打开小程序仍能看到；急的请打电话。
          </View>
          <Segmented label="看哪些" options={SHOWN} value={shown} onChange={choose} />
          {sendings.length === 0 ? (
            <Empty icon="bell" title="这里没有记录" next="有消息发出去以后，会出现在这里。" />
          ) : (
            <View className="col" {...aria({ role: 'list', label: '发送记录' })}>
              {sendings.map(sending => (
                <Line key={sending.id} sending={sending} today={dayOf(now)} />
              ))}
            </View>
          )}
          {sendings.length === 50 ? (
            <BigButton kind="plain" text="看更早的" onPress={() => setBefore(sendings.at(-1)!.triedAt)} />
          ) : null}
          {before ? <BigButton kind="plain" text="回到最新的" onPress={() => setBefore(undefined)} /> : null}
        </View>
      )}
    </Desk>
  );
}

const Line = ({ sending, today }: { sending: Sending; today: CivilDate }) => (
  <View {...aria({ role: 'listitem' })}>
    <Card title={`${sending.name} · ${sending.title}`} aside={<Tag {...STATE[sending.state]} />}>
      {sending.attempts.map(({ channel, at, text }) => (
        <View key={`${channel}${at}${text}`} className="between">
          <View className="grow">{text}</View>
          <View className="t-secondary">{momentText(at, today)}</View>
        </View>
      ))}
    </Card>
  </View>
);
