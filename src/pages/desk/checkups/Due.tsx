import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { safety } from '../queries';
import { Book } from './Book';
import { Result } from './Result';

export type DueRow = OutputOf<SafetyContract, 'checkUpDue'>['due'][number];

const stateOf = ({ appointment }: DueRow) =>
  appointment?.status === 'booked'
    ? ({ word: `约了${dateText(appointment.day)}`, tone: 'success' } as const)
    : ({ word: '还没预约', tone: 'warning' } as const);

const columns: readonly Column<DueRow>[] = [
  { key: 'name', title: '姓名', grow: 2, cell: row => `${row.name} ${row.age} 岁` },
  { key: 'address', title: '住址', grow: 3, cell: row => row.addressText },
  { key: 'phone', title: '手机', grow: 3, cell: row => row.phone ?? '没有留' },
  { key: 'state', title: '预约', grow: 2, cell: row => <Tag {...stateOf(row)} /> },
];

/** Whose check-up of the year is due; booking and results on behalf. */
export function Due({ year, mayRecord }: { year: number; mayRecord: boolean }) {
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  const [openId, setOpenId] = useState<string>();
  const after = pages[pages.length - 1];
  const due = useQueryOf(safety, 'checkUpDue', { year, ...(after ? { after } : {}) });
  if (due.failure) return <Failed failure={due.failure} onRetry={due.reload} />;
  if (!due.data) return <Skeleton />;
  const { due: rows, next } = due.data;
  if (rows.length === 0 && pages.length === 1)
    return <Empty icon="check" title="今年的体检都做完了" next="到了年龄、还没体检的老人会出现在这里。" />;
  const open = rows.find(({ elderId }) => elderId === openId);
  return (
    <Split
      hint="点一位老人，替他预约或登记结果"
      onBack={() => setOpenId(undefined)}
      detail={
        open ? (
          <View className="col" key={open.elderId}>
            <Book elderId={open.elderId} name={open.name} />
            {mayRecord ? <Result elder={open} year={year} onDone={() => setOpenId(undefined)} /> : null}
          </View>
        ) : undefined
      }
      list={
        <View className="col">
          <DataTable
            label="还没体检的老人"
            columns={columns}
            rows={rows}
            keyOf={row => row.elderId}
            card={row => <Card row={row} />}
            openKey={openId}
            onOpen={row => setOpenId(row.elderId)}
          />
          {pages.length > 1 || next ? (
            <View className="pair">
              <BigButton kind="plain" text="上一页" disabled={pages.length === 1} onPress={() => setPages(pages.slice(0, -1))} />
              <BigButton kind="plain" text="下一页" disabled={!next} onPress={() => setPages([...pages, next])} />
            </View>
          ) : null}
        </View>
      }
    />
  );
}

const Card = ({ row }: { row: DueRow }) => (
  <>
    <View className="row-wrap">
      <View className="t-section">{row.name}</View>
      <View className="t-secondary">{row.age} 岁</View>
      <Tag {...stateOf(row)} />
    </View>
    <View className="t-secondary">
      {row.addressText} · {row.phone ?? '没有留手机'}
    </View>
  </>
);
