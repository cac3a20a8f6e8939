import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { type CallLine, care } from '../queries';
import { clockOf, spanText } from '../words';
import { More, Phones } from './LateCard';

/** More than these fill a screen; the rest is one tap away. */
const SHOWN = 3;

/** 要打电话的: asked where the child is, and nobody answered. */
export function Calls({ calls, now }: { calls: readonly CallLine[]; now: Instant }) {
  const [all, setAll] = useState(false);
  if (calls.length === 0) return null;
  const shown = all ? calls : calls.slice(0, SHOWN);
  return (
    <Card tone="warning" title={`${calls.length} 个孩子没到，家长没有回`}>
      <View className="col">
        {shown.map(call => (
          <Call key={call.id} call={call} now={now} />
        ))}
        <More left={calls.length - shown.length} onPress={() => setAll(true)} />
      </View>
    </Card>
  );
}

/** 16:55 王老师打过，没有打通：关机 */
const calledText = ({ called }: CallLine): string =>
  called
    ? `${clockOf(called.at)} ${called.byName}打过，${called.reached ? '打通了' : '没有打通'}${called.text ? `：${called.text}` : ''}`
    : '还没有人打电话';

function Call({ call, now }: { call: CallLine; now: Instant }) {
  const [writing, setWriting] = useState(false);
  return (
    <View className="care-line">
      <View className="row-wrap">
        <View className="t-section">{call.childName}</View>
        <View className="t-secondary">{call.className}</View>
        {call.called ? (
          <Tag word={call.called.reached ? '打通了' : '没打通'} tone={call.called.reached ? 'success' : 'danger'} />
        ) : null}
      </View>
      <View className="t-secondary">
        {clockOf(call.askedAt)} 问过家长，{spanText(call.askedAt, now)}没有回 · {calledText(call)}
      </View>
      <Phones phones={call.phones}>
        {writing ? null : (
          <BigButton
            kind="plain"
            icon="edit"
            text="记下结果"
            label={`记下结果：${call.childName}`}
            onPress={() => setWriting(true)}
          />
        )}
      </Phones>
      {writing ? <Outcome call={call} onDone={() => setWriting(false)} /> : null}
    </View>
  );
}

function Outcome({ call, onDone }: { call: CallLine; onDone: () => void }) {
  const [text, setText] = useState('');
  const record = useCommand(care, 'recordCall', { onDone });
  const say = (reached: boolean) => record.run({ id: call.id, reached, text: text.trim() });
  return (
    <View className="care-outcome">
      <Field optional label="家长怎么说" value={text} max={60} onChange={setText} placeholder="比如：在路上，五点到" />
      <FailureNote failure={record.failure} onRetry={record.retry} />
      <View className="pair">
        <BigButton kind="secondary" text="没打通" busy={record.busy} onPress={() => say(false)} />
        <BigButton text="打通了" busy={record.busy} onPress={() => say(true)} />
      </View>
      <View className="row">
        <BigButton small kind="plain" text="不记了" onPress={onDone} />
      </View>
    </View>
  );
}
