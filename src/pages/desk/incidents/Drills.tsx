import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertKind } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { KIND_TEXT, STATUS_TEXT } from '../../safety/words';
import { headText } from '../alerts/words';
import { type Chosen, FindResident } from '../parts/FindResident';
import { Labelled } from '../parts/Labelled';
import { dayHere, safety, useBoard } from '../queries';
import { toDesk } from '../way';
import { momentText } from '../words';
import { DRILLED } from './words';

const openAlert = (id: string): void => toDesk('alerts', { id });

/** 演练: the same way as a real alert; only the volunteers of the settings are called. */
export function Drills() {
  const [starting, setStarting] = useState(false);
  const board = useBoard({ aside: true });
  const past = useQueryOf(safety, 'history', { drill: true });
  const drills = [...(board.data?.alerts ?? []).filter(({ drill }) => drill), ...(past.data?.alerts ?? [])];
  const failure = board.failure ?? past.failure;
  return (
    <Card
      title="演练"
      aside={
        starting || !board.data?.may.drill.ok ? undefined : (
          <BigButton small kind="secondary" icon="plus" text="发起演练" onPress={() => setStarting(true)} />
        )
      }
    >
      <View className="col">
        <FailureNote failure={failure} onRetry={() => void Promise.all([board.reload(), past.reload()])} />
        {starting ? <Start onClose={() => setStarting(false)} /> : null}
        {past.loading ? <Skeleton cards={1} /> : null}
        {past.data && drills.length === 0 ? (
          <View className="desk-note">还没有演练过。建议每个月试一次：能不能收到、几分钟有人接手。</View>
        ) : null}
        <List label="最近的演练">
          {drills.map(alert => (
            <Row
              key={alert.id}
              title={headText(alert)}
              text={momentText(alert.raisedAt, dayHere())}
              aside={<Tag {...STATUS_TEXT[alert.status]} />}
              onPress={() => openAlert(alert.id)}
            />
          ))}
        </List>
      </View>
    </Card>
  );
}

function Start({ onClose }: { onClose: () => void }) {
  const [elder, setElder] = useState<Chosen>();
  const [kind, setKind] = useState<AlertKind>('sos');
  const start = useCommand(safety, 'startDrill', { onDone: ({ id }) => openAlert(id) });
  return (
    <View className="col">
      <View className="t-secondary">会当真的一样走一遍，到处标着【演练】。只有“预警设置”里选好的人会真的收到通知。</View>
      <FindResident label="拿哪位老人家做演练" value={elder} onChange={setElder} />
      <Labelled label="演练哪一种">
        <ChipPicker
          label="演练哪一种"
          options={DRILLED.map(value => ({ value, text: KIND_TEXT[value] }))}
          value={[kind]}
          onChange={([first]) => first && setKind(first)}
        />
      </Labelled>
      <FailureNote failure={start.failure} onRetry={start.retry} />
      <View className="pair">
        <BigButton kind="plain" text="先不演练" onPress={onClose} />
        <BigButton
          text="开始演练"
          busy={start.busy}
          disabled={!elder}
          onPress={() => elder && start.run({ elderId: elder.id, kind })}
        />
      </View>
    </View>
  );
}
