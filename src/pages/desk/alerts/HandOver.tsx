import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { RUNG_TEXT } from '../../safety/words';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';

/** Somebody else is nearer; the ladder waits for the new one as it did for the old. */
export function HandOver({ alert, onClose }: { alert: AlertView; onClose: () => void }) {
  const [key, setKey] = useState<string>();
  const [words, setWords] = useState('');
  const found = useQueryOf(safety, 'candidates', { id: alert.id });
  const hand = useCommand(safety, 'handOver', { onDone: onClose });
  const people = found.data?.people ?? [];
  const options = people.map(each => ({ value: each.key, text: `${each.name}（${RUNG_TEXT[each.as]}）` }));
  return (
    <Confirm
      open
      title="转给谁"
      text="他会马上收到通知。请最好也打个电话说一声。"
      yes="转给他"
      doing={hand}
      ready={key !== undefined}
      onYes={() => key && hand.run({ id: alert.id, key, ...(words.trim() ? { words: words.trim() } : {}) })}
      onNo={onClose}
    >
      {found.loading ? <Skeleton cards={1} /> : null}
      {found.failure ? <Failed failure={found.failure} onRetry={found.reload} /> : null}
      <Labelled label="联系名单里的人" help={found.data && options.length === 0 ? '名单里没有别的人，请打电话找人。' : undefined}>
        <ChipPicker label="转给谁" options={options} value={key ? [key] : []} onChange={([first]) => setKey(first)} />
      </Labelled>
      <Field
        optional
        label="交代一句"
        max={80}
        value={words}
        onChange={setWords}
        placeholder="比如：敲门没人应，备用钥匙在门卫"
      />
    </Confirm>
  );
}
