import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ReturnCodeView } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { dayHere, safety } from '../queries';
import { momentText } from '../words';

/** 防走失码: sewn into a coat. Nothing on it names the elder. */
export function Codes({ elderId }: { elderId: string }) {
  const codes = useQueryOf(safety, 'returnCodes', { elderId });
  const [ending, setEnding] = useState<ReturnCodeView>();
  const print = useCommand(safety, 'returnCodePaper', { onDone: openFile });
  const issue = useCommand(safety, 'issueReturnCode', { onDone: ({ id }) => print.run({ id }) });
  const revoke = useCommand(safety, 'revokeReturnCode', { onDone: () => setEnding(undefined) });
  if (codes.failure) return <Failed failure={codes.failure} onRetry={codes.reload} />;
  if (!codes.data) return <Skeleton cards={1} />;
  const today = dayHere();
  const textOf = ({ issuedAt, revokedAt, scans, lastScanAt }: ReturnCodeView) =>
    revokedAt === undefined
      ? `${momentText(issuedAt, today)}发出 · ${lastScanAt === undefined ? '没有人扫过' : `扫过 ${scans} 次，最近 ${momentText(lastScanAt, today)}`}`
      : `${momentText(revokedAt, today)}停用`;
  return (
    <Card title="防走失码">
      <View className="col">
        {codes.data.codes.length === 0 ? (
          <View className="desk-note">还没有发过。码上没有姓名、住址和电话；有人扫，家人和社区马上知道。</View>
        ) : null}
        <List label="防走失码">
          {codes.data.codes.map((code, i) => (
            <Row
              key={code.id}
              title={`第 ${codes.data!.codes.length - i} 个码${code.revokedAt === undefined ? '' : '（已停用）'}`}
              text={textOf(code)}
              aside={
                code.revokedAt === undefined ? (
                  <View className="row">
                    <BigButton
                      small
                      kind="secondary"
                      text="打印"
                      label={`打印第 ${codes.data!.codes.length - i} 个码`}
                      busy={print.busy}
                      onPress={() => print.run({ id: code.id })}
                    />
                    <BigButton small kind="plain" text="停用" onPress={() => setEnding(code)} />
                  </View>
                ) : undefined
              }
            />
          ))}
        </List>
        <FailureNote failure={issue.failure ?? print.failure} onRetry={issue.retry ?? print.retry} />
        <BigButton
          kind="secondary"
          icon="plus"
          text="发一个新码并打印"
          busy={issue.busy || print.busy}
          busyText="正在排版…"
          onPress={() => issue.run({ elderId })}
        />
        <View className="desk-note">一张 A4 上有十枚同样的码，剪开后缝在衣服上、放进钱包。纸上没有姓名、住址和电话。</View>
      </View>
      <Confirm
        open={ending !== undefined}
        kind="danger"
        title="停用这个码？"
        text="丢了或旧了就停用。停用后再扫，不会通知家人。"
        yes="停用"
        doing={revoke}
        onYes={() => ending && revoke.run({ id: ending.id })}
        onNo={() => setEnding(undefined)}
      />
    </Card>
  );
}
