import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollRow } from '../../../../types/care';
import { type CivilDate, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../../desk/parts/Desk';
import { MonthBar } from '../../desk/parts/MonthBar';
import { dayHere } from '../../desk/queries';
import { longDay, monthText } from '../../desk/words';
import { countsOf, lineOf, tagOf } from '../board/order';
import { ClassChips, NoClasses, useClassChoice } from '../parts/ClassChips';
import { Inner } from '../parts/Inner';
import { MonthGrid } from '../parts/MonthGrid';
import { usePaper } from '../parts/usePaper';
import { care, type DeskClass, type Terms, useRoll, useTerms } from '../queries';
import '../desk-care.css';

/** 考勤: a month of one class; a day opens its roll, the whole month goes out as a sheet. */
export default function MonthPage() {
  const terms = useTerms();
  return (
    <Desk title="托管考勤" of={terms}>
      {data => (
        <>
          <Inner here="month" />
          <Choose data={data} />
        </>
      )}
    </Desk>
  );
}

function Choose({ data }: { data: Terms }) {
  const { classId, cls, choose } = useClassChoice(data);
  const [month, setMonth] = useState(() => dayHere().slice(0, 7));
  const [day, setDay] = useState<CivilDate>();
  if (!classId || !cls) return <NoClasses />;
  return (
    <View className="care-even">
      <Split
        hint="点一天，看那天的考勤"
        onBack={() => setDay(undefined)}
        detail={day ? <DayOf key={`${classId}${day}`} classId={classId} day={day} /> : undefined}
        list={
          <View className="col">
            <ClassChips data={data} value={classId} onChange={choose} />
            <MonthBar
              month={month}
              onChange={next => {
                setMonth(next);
                setDay(undefined);
              }}
            />
            <Days cls={cls} month={month} day={day} onOpen={setDay} />
          </View>
        }
      />
    </View>
  );
}

interface DaysProps {
  cls: DeskClass;
  month: string;
  day: CivilDate | undefined;
  onOpen: (day: CivilDate) => void;
}

/** When this class meets in the month. */
function Days({ cls, month, day, onOpen }: DaysProps) {
  const query = useQueryOf(care, 'calendar', { classId: cls.id, month });
  const paper = usePaper('exportMonth');
  if (query.failure) return <Failed failure={query.failure} onRetry={query.reload} />;
  if (!query.data) return <Skeleton />;
  return (
    <>
      <MonthGrid days={query.data.days} today={dayHere()} openDay={day} onOpen={onOpen} />
      <BigButton
        kind="secondary"
        icon="download"
        text={`导出${monthText(month)}考勤表`}
        busy={paper.busy}
        busyText="正在生成…"
        onPress={() => paper.run({ classId: cls.id, month })}
      />
      <View className="desk-note">一个孩子一行，一天一列；导出会留下记录。</View>
      <FailureNote failure={paper.failure} onRetry={paper.retry} />
    </>
  );
}

const Stand = ({ row, past }: { row: RollRow; past: boolean }) => {
  const { word, tone } = tagOf(row);
  return past && row.status === 'expected' ? <Tag word="没来" tone="danger" /> : <Tag word={word} tone={tone} />;
};

const columnsOf = (past: boolean): Column<RollRow>[] => [
  { key: 'no', title: '号', cell: row => String(row.no) },
  { key: 'name', title: '姓名', grow: 2, cell: row => row.name },
  { key: 'stand', title: '到没到', grow: 2, cell: row => <Stand row={row} past={past} /> },
  { key: 'line', title: '记录', grow: 5, cell: lineOf },
];

/** 到 38 · 请假 1 · 没到 1; of a past day. */
export function dayText(rows: readonly RollRow[]): string {
  const { expected, here, away, gone } = countsOf(rows);
  return [`到 ${here + gone}`, `请假、说过不来 ${away}`, `没到 ${expected}`].join(' · ');
}

function DayOf({ classId, day }: { classId: string; day: CivilDate }) {
  const roll = useRoll(classId, day);
  if (roll.failure) return <Failed failure={roll.failure} onRetry={roll.reload} />;
  if (!roll.data) return <Skeleton />;
  const { rows, open, now } = roll.data;
  const past = day < dayOf(now);
  if (rows.length === 0 || day > dayOf(now))
    return (
      <Empty
        icon="calendar"
        title={open ? `${longDay(day)}还没有考勤` : `${longDay(day)}没有托管`}
        next="点有托管的日子看记录；日子不对，请到“日历”里更正。"
      />
    );
  return (
    <View className="col">
      <Card title={longDay(day)}>
        <View className="t-body">{dayText(rows)}</View>
      </Card>
      <DataTable
        label={`${longDay(day)}考勤`}
        columns={columnsOf(past)}
        rows={rows}
        keyOf={row => row.id}
        card={row => (
          <>
            <View className="between">
              <View className="t-section">
                {row.no} {row.name}
              </View>
              <Stand row={row} past={past} />
            </View>
            <View className="t-secondary">{lineOf(row)}</View>
          </>
        )}
      />
    </View>
  );
}
