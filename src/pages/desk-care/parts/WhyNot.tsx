import { View } from '@tarojs/components';
import type { Details } from '../../../../types/contract';
import { sentenceOf } from '../../../services/sentences';

/** A verdict as it travels. */
export type May = { ok: true } | { ok: false; code: string; details?: Details };

/** 结束今天的班：还没有到下课时间。下课以后再结束。 Nothing while it may be done. */
export function WhyNot({ text, may }: { text?: string; may: May }) {
  if (may.ok) return null;
  const { title, next } = sentenceOf(may.code, may.details);
  return (
    <View className="desk-note">
      {text ? `${text}：` : ''}
      {title}。{next}
    </View>
  );
}
