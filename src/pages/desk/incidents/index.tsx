import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SafetyReport } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { asFailure, type Failure } from '../../../services/door';
import { isWeapp } from '../../../services/platform';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { KIND_TEXT } from '../../safety/words';
import { openWorkbook } from '../files';
import { Desk } from '../parts/Desk';
import { Count } from '../parts/Fact';
import { MonthBar } from '../parts/MonthBar';
import { dayHere, safety } from '../queries';
import { Drills } from './Drills';
import { type KindRow, secondsText, sumOf } from './words';

const columns: readonly Column<KindRow>[] = [
  { key: 'kind', title: '预警', grow: 2, cell: row => KIND_TEXT[row.kind] },
  { key: 'alerts', title: '发生', number: true, cell: row => `${row.alerts} 次` },
  { key: 'false', title: '误报', number: true, cell: row => `${row.falseAlarms} 次` },
  { key: 'ack', title: '接手用时', number: true, cell: row => secondsText(row.toAcknowledge) },
  { key: 'door', title: '到场用时', number: true, cell: row => secondsText(row.toDoor) },
  { key: 'none', title: '没人接手就结束', number: true, cell: row => `${row.unacknowledged} 次` },
];

/** 预警月报: how often, how fast, what for nothing; and the drills that keep it working. */
export default function Incidents() {
  const [month, setMonth] = useState(() => dayHere().slice(0, 7));
  const report = useQueryOf(safety, 'report', { month });
  return (
    <Desk title="预警月报">
      <MonthBar month={month} onChange={setMonth} />
      {report.failure ? <Failed failure={report.failure} onRetry={report.reload} /> : null}
      {report.loading ? <Skeleton /> : null}
      {report.data ? <Filled month={month} report={report.data} /> : null}
      <Drills />
    </Desk>
  );
}

function Filled({ month, report }: { month: string; report: SafetyReport }) {
  const [unopened, setUnopened] = useState<Failure>();
  const { kinds, devices, drills } = report;
  const write = useCommand(safety, 'exportReport', {
    onDone: file => {
      setUnopened(undefined);
      openWorkbook(file).catch(error => setUnopened(asFailure(error)));
    },
  });
  const lost = sumOf(kinds, 'unacknowledged');
  return (
    <View className="col">
      <Card>
        <View className="counts">
          <Count value={sumOf(kinds, 'alerts')} unit="次预警" />
          <Count value={sumOf(kinds, 'falseAlarms')} unit="次误报" />
          <Count value={lost} unit="次没人接手就结束" strong={lost > 0} />
          <Count value={drills} unit="次演练" />
        </View>
      </Card>
      {kinds.length === 0 ? (
        <Empty icon="check" title="这个月没有预警" next="可以发起一次演练，看看大家能不能及时收到。" />
      ) : (
        <DataTable label="每种预警" columns={columns} rows={kinds} keyOf={row => row.kind} card={row => <KindCard row={row} />} />
      )}
      {kinds.length > 0 ? <View className="desk-note">用时是中位数：一半比它快，一半比它慢。演练不算在内。</View> : null}
      {devices.length > 0 ? <Noisy devices={devices} /> : null}
      <FailureNote failure={write.failure ?? unopened} onRetry={write.retry} />
      <View className="row">
        <BigButton
          small
          kind="secondary"
          icon="download"
          text={isWeapp ? '打开 Excel' : '导出 Excel'}
          busy={write.busy}
          busyText="正在生成…"
          disabled={kinds.length === 0 && drills === 0}
          onPress={() => write.run({ month })}
        />
      </View>
    </View>
  );
}

const KindCard = ({ row }: { row: KindRow }) => (
  <>
    <View className="between">
      <View className="t-section">{KIND_TEXT[row.kind]}</View>
      <View className="t-body">{row.alerts} 次</View>
    </View>
    <View className="t-secondary">
      误报 {row.falseAlarms} 次 · 接手 {secondsText(row.toAcknowledge)} · 到场 {secondsText(row.toDoor)}
      {row.unacknowledged > 0 ? ` · 没人接手就结束 ${row.unacknowledged} 次` : ''}
    </View>
  </>
);

const Noisy = ({ devices }: { devices: SafetyReport['devices'] }) => (
  <Card title="报警最多的设备">
    <List label="报警最多的设备">
      {devices.map(({ deviceId, label, alerts, falseAlarms }) => (
        <Row key={deviceId} title={label} text={`误报 ${falseAlarms} 次`} value={`${alerts} 次`} />
      ))}
    </List>
  </Card>
);
