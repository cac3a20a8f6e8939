import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { Segmented } from '../../../components/Segmented';
import { Split } from '../../../components/Split';
import { useParams } from '../../../services/go';
import { Desk } from '../parts/Desk';
import { useBoard } from '../queries';
import { timeText } from '../words';
import { AlertCard } from './AlertCard';
import { Buildings } from './Buildings';
import { Detail } from './Detail';
import { Past } from './Past';
import { Raise } from './Raise';
import { useInBackground, useRing } from './ring';
import { countText } from './words';
import './alerts.css';

export type BoardData = OutputOf<SafetyContract, 'board'>;
type Side = 'open' | 'buildings' | 'past';

const HIDDEN_MS = 10_000;
/** Opens the form instead of an alert. */
const NEW = 'new';

/** 预警: who needs somebody now. */
export default function Alerts() {
  const board = useBoard();
  const { muted, toggle } = useRing(board.data?.alerts);
  useInBackground(board.reload, HIDDEN_MS);
  return (
    <Desk title="预警" of={board}>
      {data => (
        <Board
          data={data}
          top={
            <>
              <Top data={data} muted={muted} onToggle={toggle} />
              {board.stale ? (
                <View className="problem">网络断了，下面是 {timeText(data.now)} 的情况。紧急情况请直接打电话。</View>
              ) : null}
            </>
          }
        />
      )}
    </Desk>
  );
}

const Top = ({ data, muted, onToggle }: { data: BoardData; muted: boolean; onToggle: () => void }) => {
  const { person, substitute, away, name } = data.duty ?? {};
  const onDuty = away ? substitute?.name : (person?.name ?? substitute?.name);
  return (
    <View className="between">
      <View>
        <View className="t-title">{countText(data.alerts) || '现在没有预警'}</View>
        <View className="t-secondary">
          {data.duty ? `${name}值班：${onDuty ?? '没有人'}` : '现在没有排值班'} · {timeText(data.now)} 更新
        </View>
      </View>
      <BigButton
        small
        kind={muted ? 'secondary' : 'plain'}
        icon={muted ? 'stop' : 'speaker'}
        text={muted ? '响铃：关' : '响铃：开'}
        label={muted ? '响铃关着，点一下打开' : '响铃开着，点一下静音'}
        onPress={onToggle}
      />
    </View>
  );
};

function Board({ data, top }: { data: BoardData; top: ReactNode }) {
  const asked = useParams().id;
  const [openId, setOpenId] = useState(asked);
  const [side, setSide] = useState<Side>('open');
  const close = () => setOpenId(undefined);
  const detail =
    openId === NEW ? <Raise onDone={setOpenId} onCancel={close} /> : openId ? <Detail key={openId} id={openId} /> : undefined;
  const list = (
    <View className="col">
      {top}
      <View className="alerts-bar">
        <View className="grow">
          <Segmented
            label="看哪些预警"
            value={side}
            onChange={setSide}
            options={[
              { value: 'open', text: `要处理 ${data.alerts.length}` },
              { value: 'buildings', text: '按楼栋' },
              { value: 'past', text: '已结束' },
            ]}
          />
        </View>
        <BigButton small kind="danger" icon="plus" text="代报" label="代报：替居民报警" onPress={() => setOpenId(NEW)} />
      </View>
      {side === 'open' ? <Open data={data} openId={openId} onOpen={setOpenId} /> : null}
      {side === 'buildings' ? <Buildings data={data} openId={openId} onOpen={setOpenId} /> : null}
      {side === 'past' ? <Past now={data.now} openId={openId} onOpen={setOpenId} /> : null}
      <View className="desk-note">这里不代替 120、119、110。有生命危险，先打电话。</View>
    </View>
  );
  return <Split hint="点一件预警，看情况、接手处理" onBack={close} list={list} detail={detail} />;
}

interface OpenProps {
  data: BoardData;
  openId?: string;
  onOpen: (id: string) => void;
}

const Open = ({ data, openId, onOpen }: OpenProps) => (
  <>
    {data.alerts.map(alert => (
      <AlertCard key={alert.id} alert={alert} now={data.now} here={alert.id === openId} onOpen={() => onOpen(alert.id)} />
    ))}
    {data.alerts.length === 0 ? (
      <Empty icon="check" title="现在大家都平安" next="有新的预警会响铃，并出现在这里。接到电话或当面求助，请点“代报”。" />
    ) : null}
    {data.ended.length > 0 ? <View className="t-section">刚刚结束</View> : null}
    {data.ended.map(alert => (
      <AlertCard key={alert.id} alert={alert} now={data.now} here={alert.id === openId} onOpen={() => onOpen(alert.id)} />
    ))}
  </>
);
