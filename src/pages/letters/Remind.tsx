import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MessageKind } from '../../../types/messages';
import { BigButton } from '../../components/BigButton';
import { isWeapp } from '../../services/platform';
import { askToSubscribe, isLocalCloud } from '../../services/subscribe';
import { useTemplates } from './queries';

interface Props {
  /** What one wants to hear of, most useful first; five at most. */
  kinds: readonly MessageKind[];
  /** One sentence about why: 开饭前一天用微信告诉您，好吗？ */
  question: string;
}

/** One sentence about why, then WeChat's own dialog. The templates are there before the tap: WeChat allows no waiting in between. */
export function Remind({ kinds, question }: Props) {
  const [answer, setAnswer] = useState<'yes' | 'no'>();
  const templates = useTemplates(isWeapp || isLocalCloud()).data?.templates ?? {};
  const ids = kinds.map(kind => templates[kind]).filter(id => id !== undefined);
  if (ids.length === 0) return null;
  const ask = async () => setAnswer((await askToSubscribe(ids)).length > 0 ? 'yes' : 'no');
  if (answer) return <View className="t-secondary">{answer === 'yes' ? '好的，到时候微信告诉您。' : '好的，不提醒。'}</View>;
  return (
    <>
      <View className="t-body">{question}</View>
      <BigButton kind="secondary" icon="bell" text="好，提醒我" onPress={ask} />
    </>
  );
}
