import { View } from '@tarojs/components';
import type { CareImportView, CareProblem } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { Count } from '../../desk/parts/Fact';
import type { Import } from './useImport';

const Level = ({ row }: { row: CareProblem }) => (
  <Tag word={row.level === 'error' ? '这行不导入' : '照样导入，请留意'} tone={row.level === 'error' ? 'danger' : 'warning'} />
);

const columns: readonly Column<CareProblem>[] = [
  { key: 'row', title: '行', cell: row => `第 ${row.row} 行` },
  { key: 'level', title: '怎么办', grow: 2, cell: row => <Level row={row} /> },
  { key: 'column', title: '哪一列', cell: row => row.column },
  { key: 'text', title: '问题', grow: 4, cell: row => row.text },
];

/** What the file would do; nothing has been changed yet. */
export function Result({ current, run }: { current: CareImportView; run: Import }) {
  return (
    <View className="col">
      <Card title="核对结果（还没有报名）">
        <View className="care-counts">
          <Count value={current.rows} unit="行" />
          <Count value={current.good} unit="行可以报" />
          <Count value={current.known} unit="行报过了" />
          <Count value={current.refused} unit="行不导入" strong={current.refused > 0} />
        </View>
      </Card>
      <Problems problems={current.problems} />
      <FailureNote failure={run.apply.failure ?? run.drop.failure} onRetry={run.apply.retry ?? run.drop.retry} />
      <View className="pair">
        <BigButton kind="plain" text="不用这个文件" busy={run.drop.busy} onPress={() => run.drop.run({ id: current.id })} />
        <BigButton
          text={current.good > 0 ? `给 ${current.good} 个孩子报名` : '没有可以报的'}
          busy={run.apply.busy}
          disabled={current.good === 0}
          onPress={() => run.apply.run({ id: current.id })}
        />
      </View>
    </View>
  );
}

export const Problems = ({ problems }: { problems: readonly CareProblem[] }) =>
  problems.length === 0 ? null : (
    <View className="col">
      <View className="t-section">请看这 {problems.length} 处</View>
      <View className="desk-note">可以在 Excel 里改好再选一次文件，也可以先导入其余的。</View>
      <DataTable
        label="表里的问题"
        columns={columns}
        rows={problems}
        keyOf={row => `${row.row}${row.column}${row.text}`}
        card={row => (
          <>
            <View className="between">
              <View className="t-body">
                第 {row.row} 行 · {row.column}
              </View>
              <Level row={row} />
            </View>
            <View className="t-secondary">{row.text}</View>
          </>
        )}
      />
    </View>
  );
