import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Fee } from '../../../../types/care';
import { yuanText } from '../../../../types/money';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../../desk/parts/Desk';
import { Count } from '../../desk/parts/Fact';
import { ClassChips, NoClasses, useClassChoice } from '../parts/ClassChips';
import { Inner } from '../parts/Inner';
import { care, type FeeRow, type Terms, useTerms } from '../queries';
import { feeState } from '../words';
import { AccountOf } from './AccountOf';
import '../desk-care.css';

/** 收费: who owes what in one class; paid at the desk with a receipt, waived with a reason, given back. */
export default function FeesPage() {
  const terms = useTerms();
  return (
    <Desk title="托管收费" of={terms}>
      {data => (
        <>
          <Inner here="fees" />
          <Choose data={data} />
        </>
      )}
    </Desk>
  );
}

function Choose({ data }: { data: Terms }) {
  const { classId, choose } = useClassChoice(data);
  if (!classId) return <NoClasses />;
  return <FeesOf key={classId} data={data} classId={classId} onChoose={choose} />;
}

interface Props {
  data: Terms;
  classId: string;
  onChoose: (id: string) => void;
}

function FeesOf({ data, classId, onChoose }: Props) {
  const query = useQueryOf(care, 'fees', { classId });
  const [openId, setOpenId] = useState<string>();
  const open = query.data?.rows.find(row => row.id === openId);
  return (
    <View className="care-even">
      <Split
        hint="点一个孩子，收款或减免"
        onBack={() => setOpenId(undefined)}
        detail={open ? <AccountOf key={open.id} row={open} /> : undefined}
        list={
          <View className="col">
            <ClassChips data={data} value={classId} onChange={onChoose} />
            {query.failure ? <Failed failure={query.failure} onRetry={query.reload} /> : null}
            {query.loading ? <Skeleton /> : null}
            {query.data ? <Rows rows={query.data.rows} total={query.data.total} openId={openId} onOpen={setOpenId} /> : null}
          </View>
        }
      />
    </View>
  );
}

const Total = ({ total }: { total: Fee }) => (
  <Card>
    <View className="care-counts">
      <Count value={yuanText(total.owed)} unit="应收" />
      <Count value={yuanText(total.paid)} unit="已收" />
      <Count value={yuanText(total.waived)} unit="减免" />
      <Count value={yuanText(total.due)} unit="还欠" strong={total.due > 0} />
    </View>
  </Card>
);

const Stand = ({ fee }: { fee: Fee }) => {
  const { word, tone } = feeState(fee);
  return <Tag word={word} tone={tone} />;
};

const columns: readonly Column<FeeRow>[] = [
  { key: 'name', title: '姓名', grow: 2, cell: row => row.childName },
  { key: 'owed', title: '应收', number: true, cell: row => yuanText(row.fee.owed) },
  { key: 'paid', title: '已收', number: true, cell: row => yuanText(row.fee.paid) },
  { key: 'stand', title: '现在', grow: 2, cell: row => <Stand fee={row.fee} /> },
];

type Side = 'due' | 'all';

interface RowsProps {
  rows: readonly FeeRow[];
  total: Fee;
  openId: string | undefined;
  onOpen: (id: string) => void;
}

function Rows({ rows, total, openId, onOpen }: RowsProps) {
  const due = rows.filter(row => row.fee.due > 0);
  const [chosen, setSide] = useState<Side>();
  const side = chosen ?? (due.length > 0 ? 'due' : 'all');
  if (rows.length === 0) return <Empty icon="wallet" title="这个班还没有孩子" next="报上名以后，费用会出现在这里。" />;
  return (
    <>
      <Total total={total} />
      <Segmented
        label="哪些孩子"
        value={side}
        onChange={setSide}
        options={[
          { value: 'due', text: `没交清 ${due.length}` },
          { value: 'all', text: `全部 ${rows.length}` },
        ]}
      />
      {side === 'due' && due.length === 0 ? (
        <Empty icon="check" title="都交清了" next="这个班没有欠费。" />
      ) : (
        <DataTable
          label="费用"
          columns={columns}
          rows={side === 'due' ? due : rows}
          keyOf={row => row.id}
          openKey={openId}
          onOpen={row => onOpen(row.id)}
          card={row => (
            <View className="between">
              <View className="t-section">{row.childName}</View>
              <Stand fee={row.fee} />
            </View>
          )}
        />
      )}
    </>
  );
}
