import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { ErrorRetry } from '../../../components/ErrorRetry';
import { Field } from '../../../components/Field';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { safety } from '../queries';
import { ENDINGS, RESOLUTION_TEXT, RUNG_TEXT } from '../words';

type Ending = (typeof ENDINGS)[AlertView['kind']][number];
interface Props {
  alert: AlertView;
  open: boolean;
  onClose: () => void;
}

/** 解除: how it ended, in a word; everybody who was called then hears it. */
export function Resolve({ alert, open, onClose }: Props) {
  const [how, setHow] = useState<Ending>();
  const [note, setNote] = useState('');
  const resolving = useCommand(safety, 'resolve', { onDone: onClose });
  const options = ENDINGS[alert.kind].map(value => ({ value, text: RESOLUTION_TEXT[value] }));
  const resolve = () => how && resolving.run({ id: alert.id, resolution: how, ...(note.trim() ? { note: note.trim() } : {}) });
  return (
    <Confirm
      open={open}
      title="结果怎么样？"
      text="解除后，所有被通知的人都会收到平安通报。"
      yes="解除"
      no="先不解除"
      kind="danger"
      ready={how !== undefined}
      doing={resolving}
      onYes={resolve}
      onNo={onClose}
    >
      <ChipPicker label="结果" options={options} value={how ? [how] : []} onChange={([one]) => setHow(one)} />
      <Field label="补充说明" optional kind="long" max={200} value={note} onChange={setNote} />
    </Confirm>
  );
}

/** 转给别人: somebody of the alert's own circle. */
export function HandOver({ alert, onClose }: Omit<Props, 'open'>) {
  const [to, setTo] = useState('');
  const [words, setWords] = useState('');
  const found = useQueryOf(safety, 'candidates', { id: alert.id });
  const handing = useCommand(safety, 'handOver', { onDone: onClose });
  const options = (found.data?.people ?? []).map(({ key, name, as }) => ({ value: key, text: `${name}（${RUNG_TEXT[as]}）` }));
  return (
    <Confirm
      open
      title="转给谁？"
      text="对方会收到微信、短信和电话。"
      yes="转给 TA"
      ready={to !== ''}
      doing={handing}
      onYes={() => handing.run({ id: alert.id, key: to, ...(words.trim() ? { words: words.trim() } : {}) })}
      onNo={onClose}
    >
      {found.failure ? <ErrorRetry failure={found.failure} onRetry={found.reload} /> : null}
      {found.loading ? <View className="t-secondary">正在找人…</View> : null}
      {found.data && options.length === 0 ? <View className="t-body">没有可以转的人，请打社区电话。</View> : null}
      <ChipPicker label="转给谁" options={options} value={to ? [to] : []} onChange={([one]) => setTo(one ?? '')} />
      <Field label="想说的话" optional max={80} value={words} onChange={setWords} />
    </Confirm>
  );
}
