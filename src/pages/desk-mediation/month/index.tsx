import { View } from '@tarojs/components';
import { useState } from 'react';
import type { MonthSheet } from '../../../../types/mediation';
import { addDays, monthRange } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../../desk/parts/Desk';
import { dayHere } from '../../desk/queries';
import { Inner } from '../parts/Inner';
import { mediation } from '../queries';
import { usePaper } from '../usePaper';
import { cellText, lineOf } from './cells';

const monthText = (month: string) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`;
const before = (month: string) => addDays(monthRange(month).first, -1).slice(0, 7);
const after = (month: string) => addDays(monthRange(month).last, 1).slice(0, 7);

/** 调解月报: how many of what; a number so small that it could mean one home is not shown. */
export default function MonthPage() {
  const [month, setMonth] = useState(() => dayHere().slice(0, 7));
  const sheet = useQueryOf(mediation, 'month', { month });
  const paper = usePaper('exportMonth');
  return (
    <Desk title="调解月报">
      <View className="col narrow">
        <Inner here="month" />
        <View className="between">
          <BigButton
            small
            kind="plain"
            icon="back"
            text="上月"
            label={`上月，${monthText(before(month))}`}
            onPress={() => setMonth(before)}
          />
          <View className="t-title">{monthText(month)}</View>
          <BigButton small kind="plain" text="下月" label={`下月，${monthText(after(month))}`} onPress={() => setMonth(after)} />
        </View>
        {sheet.failure ? <Failed failure={sheet.failure} onRetry={sheet.reload} /> : null}
        {sheet.loading ? <Skeleton /> : null}
        {sheet.data ? (
          <>
            <Figures sheet={sheet.data} month={month} />
            <View className="row-wrap">
              <BigButton
                small
                kind="secondary"
                icon="download"
                text="导出 Excel"
                busy={paper.busy}
                busyText="正在生成…"
                onPress={() => paper.run({ month })}
              />
            </View>
            <FailureNote failure={paper.failure} onRetry={paper.retry} />
          </>
        ) : null}
      </View>
    </Desk>
  );
}

type Row = MonthSheet['rows'][number];

function Figures({ sheet, month }: { sheet: MonthSheet; month: string }) {
  if (sheet.rows.length === 0)
    return <Empty icon="chart" title={`${monthText(month)}没有调解案件`} next="有申请以后，这里会按类别和结果计数。" />;
  const columns: Column<Row>[] = [
    { key: 'name', title: '类别', grow: 2, cell: row => row.name },
    ...sheet.columns.map((title, i) => ({ key: title, title, number: true, cell: (row: Row) => cellText(row.cells[i]) })),
  ];
  return (
    <>
      <View className="desk-note">“—”是数目太小，为了不让人猜出是哪一家，不显示。</View>
      <DataTable
        label={`${monthText(month)}调解月报`}
        columns={columns}
        rows={sheet.rows}
        keyOf={row => row.name}
        card={row => (
          <>
            <View className="t-section">{row.name}</View>
            <View className="t-secondary">{lineOf(sheet.columns, row)}</View>
          </>
        )}
      />
    </>
  );
}
