import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { HelpCard } from '../../mediation/parts/HelpCard';
import { useGuide } from '../../mediation/queries';
import { mediation, useCase } from '../queries';
import { Agreed } from './Agreed';
import { FileOf } from './FileOf';
import { Head } from './Head';
import { Pieces, Said, Sides } from './Pieces';
import { SealedView } from './SealedView';
import { Talks } from './Talks';
import { ToDo } from './ToDo';

/** One case with everything this person may see and do in it. */
export function CaseOf({ id }: { id: string }) {
  const [reading, setReading] = useState(false);
  const plain = useCase(id);
  const undecided = useQueryOf(mediation, 'readApplication', { id }, { when: reading });
  const { data, failure, reload } = reading ? undecided : plain;
  if (!data && failure) return <Failed failure={failure} onRetry={reload} />;
  if (!data) return <Skeleton />;
  return (
    <View className="col">
      <Head view={data} />
      {data.danger ? <Danger /> : null}
      {data.sealed ? <SealedView view={data} onRead={() => setReading(true)} /> : null}
      {data.sealed ? null : <Work view={data} onDecided={() => setReading(false)} />}
    </View>
  );
}

const TABS = [
  { value: 'todo', text: '办理' },
  { value: 'pieces', text: '双方和材料' },
  { value: 'talks', text: '面谈' },
  { value: 'agreed', text: '协议' },
  { value: 'file', text: '卷宗' },
] as const;
type Tab = (typeof TABS)[number]['value'];

function Work({ view, onDecided }: { view: CaseView; onDecided: () => void }) {
  const [tab, setTab] = useState<Tab>('todo');
  if (view.acceptedAt === undefined) return <Undecided view={view} onDecided={onDecided} />;
  return (
    <>
      <Segmented label="看什么" options={TABS} value={tab} onChange={setTab} />
      {tab === 'todo' ? <ToDo view={view} onDecided={onDecided} goTo={setTab} /> : null}
      {tab === 'pieces' ? <Pieces view={view} /> : null}
      {tab === 'talks' ? <Talks view={view} /> : null}
      {tab === 'agreed' ? <Agreed view={view} /> : null}
      {tab === 'file' ? <FileOf view={view} /> : null}
    </>
  );
}

/** First what is asked for, then the decision, then who they are. */
const Undecided = ({ view, onDecided }: { view: CaseView; onDecided: () => void }) => (
  <>
    <Said view={view} />
    <ToDo view={view} onDecided={onDecided} goTo={() => undefined} />
    <Sides view={view} />
  </>
);

/** Mediation never stands in the way of the police. */
function Danger() {
  const guide = useGuide();
  return guide.data ? <HelpCard title="申请里提到可能有危险：先联系当事人，必要时报警" help={guide.data.help} /> : null;
}
