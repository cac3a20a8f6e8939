import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { Split } from '../../../components/Split';
import { useParams } from '../../../services/go';
import { Desk } from '../../desk/parts/Desk';
import { toDesk } from '../../desk/way';
import { CaseOf } from '../case/CaseOf';
import { Inner } from '../parts/Inner';
import { useMyCases, useWaits } from '../queries';
import { Find } from './Find';
import { Offer } from './Offer';
import { workOfCard, workOfRow } from './order';
import { Rows } from './Rows';

const TABS = ['mine', 'decide', 'panel', 'ended'] as const;
type Tab = (typeof TABS)[number];
const isTab = (text: string | undefined): text is Tab => TABS.some(tab => tab === text);

/** 调解: one's own cases by urgency, and what waits for the committee. */
export default function Queue() {
  const { tab: asked } = useParams();
  const waits = useWaits();
  const mine = useMyCases();
  const [chosen, setTab] = useState<Tab | undefined>(isTab(asked) ? asked : undefined);
  const [openId, setOpenId] = useState<string>();
  const onPanel = mine.data?.cases.filter(card => card.as === 'panel').length;
  const tab = chosen ?? (onPanel === 0 ? 'decide' : 'mine');
  const count = (number: number | undefined) => (number ? ` ${number}` : '');
  const list = (
    <View className="col">
      <Inner here="queue" />
      <Find openId={openId} onOpen={setOpenId} />
      {waits.data ? <Offer /> : null}
      <Segmented
        label="哪些案件"
        value={tab}
        onChange={next => {
          setTab(next);
          setOpenId(undefined);
        }}
        options={[
          { value: 'mine', text: `我承办的${count(onPanel)}` },
          { value: 'decide', text: `待受理${count(waits.data?.toDecide.length)}` },
          { value: 'panel', text: `待定调解员${count(waits.data?.toPanel.length)}` },
          { value: 'ended', text: '我办结的' },
        ]}
      />
      {waits.data && waits.data.questions > 0 ? (
        <BigButton
          kind="secondary"
          text={`有 ${waits.data.questions} 个匿名提问等回答`}
          onPress={() => toDesk('desk-mediation/questions')}
        />
      ) : null}
      {tab === 'mine' || tab === 'ended' ? (
        <Mine key={tab} ended={tab === 'ended'} openId={openId} onOpen={setOpenId} />
      ) : (
        <Waiting tab={tab} waits={waits} openId={openId} onOpen={setOpenId} />
      )}
    </View>
  );
  return (
    <Desk title="人民调解">
      <View className="cases">
        <Split
          list={list}
          detail={openId ? <CaseOf key={openId} id={openId} /> : undefined}
          onBack={() => setOpenId(undefined)}
          hint="点一件，在这里办理"
        />
      </View>
    </Desk>
  );
}

interface ListProps {
  openId?: string;
  onOpen: (id: string) => void;
}

function Mine({ ended, openId, onOpen }: ListProps & { ended: boolean }) {
  const cases = useMyCases(ended);
  if (cases.failure) return <Failed failure={cases.failure} onRetry={cases.reload} />;
  if (!cases.data) return <Skeleton />;
  const { now } = cases.data;
  const work = cases.data.cases.filter(card => card.as === 'panel').map(card => workOfCard(card, now));
  if (work.length === 0)
    return (
      <Empty
        icon="check"
        title={ended ? '还没有办结的案件' : '手上没有案件'}
        next={ended ? '归档的案件会留在这里。' : '被选为调解员的案件会出现在这里；也可以看看“待受理”。'}
      />
    );
  return <Rows work={work} openId={openId} onOpen={onOpen} />;
}

function Waiting({ tab, waits, openId, onOpen }: ListProps & { tab: Tab; waits: ReturnType<typeof useWaits> }) {
  if (waits.failure) return <Failed failure={waits.failure} onRetry={waits.reload} />;
  if (!waits.data) return <Skeleton />;
  const { now, toDecide, toPanel } = waits.data;
  const [rows, action] = tab === 'decide' ? [toDecide, '看申请'] : [toPanel, '选人'];
  if (rows.length === 0)
    return (
      <Empty
        icon="check"
        title={tab === 'decide' ? '没有等着受理的申请' : '每件都有调解员了'}
        next={
          tab === 'decide' ? '居民申请后会出现在这里；有人上门，请点“代办调解”。' : '对方同意调解以后，会在这里等着定调解员。'
        }
      />
    );
  return <Rows work={rows.map(row => workOfRow(row, now, action))} openId={openId} onOpen={onOpen} />;
}
