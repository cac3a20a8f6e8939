import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StatementView } from '../../../../types/canteen';
import { signedYuanText } from '../../../../types/money';
import { dateText, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { asFailure, type Failure } from '../../../services/door';
import { isWeapp } from '../../../services/platform';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { openWorkbook } from '../files';
import { mayOpen } from '../nav';
import { canteen, useMe } from '../queries';
import { monthText } from '../words';

/** 导出, 提交, 公示: what the office does with a month, in this order. */
export function Steps({ data }: { data: StatementView }) {
  const { data: me } = useMe();
  const { month, submitted, may } = data;
  const office = mayOpen('settings', me?.roles ?? []);
  return (
    <View className="col">
      <View className="row-wrap">
        <Tag tone={submitted ? 'success' : 'warning'} word={submitted ? '已提交，不再变' : '还没提交'} />
        {submitted ? (
          <View className="t-secondary">
            {submitted.byName} {dateText(dayOf(submitted.at))}提交
            {submitted.publishedAt ? `，${dateText(dayOf(submitted.publishedAt))}公示` : ''}
          </View>
        ) : null}
      </View>
      {office ? (
        <View className="row-wrap">
          <Export month={month} />
          {submitted ? null : <Submit data={data} />}
          {may.publish.ok ? <Publish month={month} /> : null}
        </View>
      ) : null}
      {submitted || may.submit.ok ? null : <View className="t-secondary">{whyNot(may.submit)}</View>}
    </View>
  );
}

function whyNot(verdict: Extract<StatementView['may']['submit'], { ok: false }>): string {
  const { title, next } = sentenceOf(verdict.code, verdict.details);
  return `${title}。${next}`;
}

function Submit({ data: { month, total, may } }: { data: StatementView }) {
  const [asking, setAsking] = useState(false);
  const submit = useCommand(canteen, 'submitSettlement', {
    onDone: () => setAsking(false),
  });
  return (
    <>
      <BigButton small text="提交这个月" disabled={!may.submit.ok} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={`提交${monthText(month)}的结算吗？`}
        text={`合计 ${signedYuanText(total)}。提交后不再改；以后发现有错，会作为更正记在下个月。`}
        yes="提交"
        doing={submit}
        onYes={() => submit.run({ month, total })}
        onNo={() => setAsking(false)}
      />
    </>
  );
}

function Publish({ month }: { month: string }) {
  const [asking, setAsking] = useState(false);
  const publish = useCommand(canteen, 'publishSettlement', {
    onDone: () => setAsking(false),
  });
  return (
    <>
      <BigButton small kind="secondary" text="公示合计" onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={`公示${monthText(month)}的合计吗？`}
        text="居民会看到各出资方的次数和金额，看不到任何人的名字。"
        yes="公示"
        doing={publish}
        onYes={() => publish.run({ month })}
        onNo={() => setAsking(false)}
      />
    </>
  );
}

function Export({ month }: { month: string }) {
  const [lost, setLost] = useState<Failure>();
  const write = useCommand(canteen, 'exportSettlement', {
    onDone: file => void openWorkbook(file).catch(error => setLost(asFailure(error))),
  });
  return (
    <>
      <BigButton
        small
        kind="secondary"
        icon="download"
        text={isWeapp ? '打开 Excel 表格' : '导出 Excel 表格'}
        busy={write.busy}
        busyText="正在生成…"
        onPress={() => {
          setLost(undefined);
          write.run({ month });
        }}
      />
      <FailureNote failure={write.failure ?? lost} onRetry={write.retry} />
    </>
  );
}
