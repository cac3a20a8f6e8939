import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ImportView, RosterProblem } from '../../../../types/roster';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { Count } from '../parts/Fact';
import type { useImport } from './useImport';

type Import = ReturnType<typeof useImport>;

const columns: readonly Column<RosterProblem>[] = [
  { key: 'row', title: '行', number: false, cell: row => `第 ${row.row} 行` },
  {
    key: 'level',
    title: '怎么办',
    grow: 2,
    cell: row => (
      <Tag word={row.level === 'error' ? '这行不导入' : '照样导入，请留意'} tone={row.level === 'error' ? 'danger' : 'warning'} />
    ),
  },
  { key: 'column', title: '哪一列', cell: row => row.column },
  { key: 'text', title: '问题', grow: 5, cell: row => row.text },
];

const Spot = ({ row }: { row: RosterProblem }) => (
  <>
    <View className="between">
      <View className="t-body">
        第 {row.row} 行 · {row.column}
      </View>
      {columns[1]!.cell(row)}
    </View>
    <View className="t-secondary">{row.text}</View>
  </>
);

const SHOWN = 30;

/** What the file would do; nothing has been changed yet. */
export function Result({ current, roster }: { current: ImportView; roster: Import }) {
  const { counts } = current;
  return (
    <View className="col">
      <Card title="核对结果（还没有写入名册）">
        <View className="col">
          <View className="counts">
            <Count value={counts.fresh} unit="人新登记" />
            <Count value={counts.changed} unit="人有变动" />
            <Count value={counts.same} unit="人没变" />
            <Count value={counts.leftOut} unit="行不导入" strong={counts.leftOut > 0} />
          </View>
          {counts.missing > 0 ? (
            <View className="desk-note">名册里另有 {counts.missing} 人不在这个表里，他们保持不变；搬走的请在“居民”里移出。</View>
          ) : null}
          {current.newPlaces.length > 0 ? (
            <View className="desk-note">
              {current.createPlaces ? '会新建' : '名册里没有'} {current.newPlaces.length} 处楼栋或单元：
              {current.newPlaces.slice(0, 5).join('；')}
              {current.newPlaces.length > 5 ? ' 等' : ''}
            </View>
          ) : null}
        </View>
      </Card>
      <Problems problems={current.problems} />
      <FailureNote failure={roster.apply.failure ?? roster.drop.failure} onRetry={roster.apply.retry ?? roster.drop.retry} />
      <View className="pair">
        <BigButton kind="plain" text="不用这个文件" busy={roster.drop.busy} onPress={() => roster.drop.run({ id: current.id })} />
        <BigButton
          text={current.toApply > 0 ? `写入名册 ${current.toApply} 人` : '没有要写入的'}
          busy={roster.apply.busy}
          disabled={current.toApply === 0}
          onPress={() => roster.apply.run({ id: current.id })}
        />
      </View>
    </View>
  );
}

function Problems({ problems }: { problems: readonly RosterProblem[] }) {
  const [all, setAll] = useState(false);
  if (problems.length === 0) return null;
  const shown = all ? problems : problems.slice(0, SHOWN);
  return (
    <View className="col">
      <View className="t-section">请看这 {problems.length} 处</View>
      <View className="desk-note">可以在 Excel 里改好再选一次文件，也可以先导入其余的。</View>
      <DataTable
        label="表里的问题"
        columns={columns}
        rows={shown}
        keyOf={row => `${row.row}${row.column}${row.text}`}
        card={row => <Spot row={row} />}
      />
      {shown.length < problems.length ? (
        <BigButton kind="plain" text={`看其余 ${problems.length - shown.length} 处`} onPress={() => setAll(true)} />
      ) : null}
    </View>
  );
}
