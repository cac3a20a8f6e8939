import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ReturnCodeView } from '../../../../types/safety';
import { type CivilDate, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { openFile } from '../../notices/files';
import { safety, whose } from '../queries';
import { whenText } from '../words';

/** One code that is worn; a lost one is stopped and opens nothing any more. */
function Code({ code, today }: { code: ReturnCodeView; today: CivilDate }) {
  const [asking, setAsking] = useState(false);
  const printing = useCommand(safety, 'returnCodePaper', { onDone: openFile });
  const revoking = useCommand(safety, 'revokeReturnCode', { onDone: () => setAsking(false) });
  const { id, issuedAt, revokedAt, scans, lastScanAt } = code;
  return (
    <Card title={`尾号 ${id.slice(-4)}`} aside={revokedAt ? <Tag word="已停用" /> : <Tag word="在用" tone="success" />}>
      <View className="col">
        <View className="t-body">{`${whenText(issuedAt, today)} 领的`}</View>
        <View className="t-secondary">
          {scans > 0 ? `被扫过 ${scans} 次${lastScanAt ? `，最近 ${whenText(lastScanAt, today)}` : ''}` : '还没有被扫过'}
        </View>
        <FailureNote failure={printing.failure} onRetry={printing.retry} />
        {revokedAt ? null : (
          <BigButton
            kind="secondary"
            icon="download"
            text="打印这个码"
            label={`打印这个码：尾号 ${id.slice(-4)}`}
            busy={printing.busy}
            busyText="正在排版…"
            onPress={() => printing.run({ id })}
          />
        )}
        {revokedAt ? null : (
          <BigButton kind="plain" text="丢了，停用" label={`丢了，停用：尾号 ${id.slice(-4)}`} onPress={() => setAsking(true)} />
        )}
      </View>
      <Confirm
        open={asking}
        title="停用这个码吗？"
        text="停用以后，别人扫它联系不上家人。可以马上再领一个新的。"
        yes="停用"
        kind="danger"
        doing={revoking}
        onYes={() => revoking.run({ id })}
        onNo={() => setAsking(false)}
      />
    </Card>
  );
}

/** 防走失码: which are worn, how often they were scanned, a new one, a lost one, and the sheet to print. */
export default function CodesPage() {
  const { elderId } = useParams();
  const codes = useQueryOf(safety, 'returnCodes', whose(elderId));
  const issuing = useCommand(safety, 'issueReturnCode');
  const today = dayOf(systemNow());
  return (
    <Screen
      title="防走失码"
      of={codes}
      footer={<BigButton icon="plus" text="领一个新码" busy={issuing.busy} onPress={() => issuing.run(whose(elderId))} />}
      refusedAction={wayOn(codes.failure)}
    >
      {({ codes: known }) => (
        <>
          <View className="t-body">码缝在衣服上或挂在身上。好心人扫一扫，就能联系社区和家人，看不到姓名和住址。</View>
          <FailureNote failure={issuing.failure} onRetry={issuing.retry} />
          {known.length === 0 ? (
            <Empty icon="code" title="还没有防走失码" next="点下面“领一个新码”，打印出来，缝在衣服上。" />
          ) : null}
          {known.map(code => (
            <Code key={code.id} code={code} today={today} />
          ))}
          {known.some(({ revokedAt }) => !revokedAt) ? (
            <View className="t-secondary">一张 A4 上有十枚同样的码，剪开来用。家里没有打印机，请到社区服务台打印。</View>
          ) : null}
        </>
      )}
    </Screen>
  );
}
