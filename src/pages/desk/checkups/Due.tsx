import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card as Sheet } from '../../../components/Card';
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
import '../keepers/keepers.css';

export type DueRow = OutputOf<SafetyContract, 'checkUpDue'>['due'][number];

const stateOf = ({ appointment }: DueRow) => {
  if (appointment?.status === 'done') return { word: `${dateText(appointment.day)}体检过`, tone: 'neutral' } as const;
  return appointment?.status === 'booked'
    ? ({ word: `约了${dateText(appointment.day)}`, tone: 'success' } as const)
    : ({ word: '还没预约', tone: 'warning' } as const);
};

const columns: readonly Column<DueRow>[] = [
  { key: 'name', title: '姓名', grow: 2, cell: row => `${row.name} ${row.age} 岁` },
  { key: 'address', title: '住址', grow: 3, cell: row => row.addressText },
  { key: 'phone', title: '手机', grow: 3, cell: row => row.phone ?? '没有留' },
  { key: 'state', title: '预约', grow: 2, cell: row => <Tag {...stateOf(row)} /> },
];

interface Props {
  year: number;
  /** Those whose result is there, instead of those who are due. */
  done: boolean;
  mayRecord: boolean;
}

/** Whose check-up of the year is due, or done; booking and results on behalf. */
export function Due({ year, done, mayRecord }: Props) {
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  const [openId, setOpenId] = useState<string>();
  const after = pages[pages.length - 1];
  const due = useQueryOf(safety, 'checkUpDue', { year, ...(done ? { done } : {}), ...(after ? { after } : {}) });
  if (due.failure) return <Failed failure={due.failure} onRetry={due.reload} />;
  if (!due.data) return <Skeleton />;
  const { due: rows, next, progress } = due.data;
  if (rows.length === 0 && pages.length === 1) return <None year={year} done={done} />;
  const open = rows.find(({ elderId }) => elderId === openId);
  return (
    <Split
      hint="点一位老人，替他预约或登记结果"
      onBack={() => setOpenId(undefined)}
      detail={
        open ? (
          <View className="col" key={open.elderId}>
            {done ? null : <Book elderId={open.elderId} name={open.name} />}
            {mayRecord ? <Result elder={open} year={year} onDone={() => setOpenId(undefined)} /> : null}
          </View>
        ) : undefined
      }
      list={
        <View className="col">
          <Progress {...progress} />
          <DataTable
            label={done ? '体检过的老人' : '还没体检的老人'}
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

const None = ({ year, done }: { year: number; done: boolean }) =>
  done ? (
    <Empty icon="clock" title={`${year} 年还没有人体检`} next="登记了结果的老人会出现在这里。" />
  ) : (
    <Empty icon="check" title={`${year} 年的体检都做完了`} next="到了年龄、还没体检的老人会出现在这里。" />
  );

/** How far the year has got, for the whole community. */
const Progress = ({ all, done }: { all: number; done: number }) => (
  <Sheet>
    <View className="between">
      <View className="t-section">
        {done}/{all} 位做完了
      </View>
      <View className="t-secondary">{all > 0 ? `${Math.round((done / all) * 100)}%` : ''}</View>
    </View>
    <View className="load-bar load-wide" aria-hidden="true">
      <View className="load-fill" style={{ width: `${all > 0 ? (done / all) * 100 : 0}%` }} />
    </View>
  </Sheet>
);

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
