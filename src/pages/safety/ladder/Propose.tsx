import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ElderLadders } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { FamilyOrder } from '../parts/FamilyOrder';
import { inTurn, moved, ownDraftOf, readOwn } from '../parts/ladders';
import { safety, whose } from '../queries';

const ORDER = [
  { value: 'asNow', text: '不改' },
  { value: 'inTurn', text: '家人一个一个打' },
  { value: 'atOnce', text: '家人同时打' },
] as const;
type Order = (typeof ORDER)[number]['value'];

const Waiting = ({ proposal }: { proposal: NonNullable<ElderLadders['proposal']> }) => (
  <Card tone="warning" title={proposal.mine ? '您的建议社区还没有回复' : `${proposal.byName}提过建议，社区还没有回复`}>
    <View className="t-secondary">再提一次，会代替这一条。社区保存以前，还照原来的顺序。</View>
  </Card>
);

/** Who is called first, as the family would like it. The community looks at it, because a wrong order costs minutes. */
export function Propose({ ladders, elderId }: { ladders: ElderLadders; elderId: string | undefined }) {
  const [start] = useState(() => ownDraftOf(ladders));
  const [draft, setDraft] = useState(start);
  const [order, setOrder] = useState<Order>('asNow');
  const [words, setWords] = useState('');
  const proposing = useCommand(safety, 'proposeElderLadders', { onDone: () => setWords('') });
  const { family, proposal, may } = ladders;
  const changed = draft !== start || order !== 'asNow' || words.trim() !== '';
  const send = () => {
    const wish = order === 'asNow' ? draft : inTurn(draft, ladders, order === 'inTurn');
    const said = words.trim();
    proposing.run({ ...whose(elderId), ...readOwn(wish).input, ...(said ? { words: said } : {}) });
  };
  return (
    <>
      {proposal ? <Waiting proposal={proposal} /> : null}
      {may.propose.ok ? (
        <Card title="想换个顺序？">
          <View className="col">
            <FamilyOrder family={family} draft={draft} onMove={key => setDraft(moved(draft, family, key))} />
            {family.length > 1 ? (
              <ChipPicker label="家人怎么打" options={ORDER} value={[order]} onChange={([first]) => first && setOrder(first)} />
            ) : null}
            <Field optional label="跟社区说一句" max={80} value={words} onChange={setWords} placeholder="先打给我，我住得近" />
            <FailureNote failure={proposing.failure} onRetry={proposing.retry} />
            <BigButton
              text={changed ? '请社区照这样改' : '先改先后，或写一句话'}
              busy={proposing.busy}
              disabled={!changed}
              onPress={send}
            />
          </View>
        </Card>
      ) : null}
    </>
  );
}
