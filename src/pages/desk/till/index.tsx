import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract, TillRow } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { yuanText } from '../../../../types/money';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { List } from '../../../components/List';
import { Segmented } from '../../../components/Segmented';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { canteen } from '../queries';
import { Guest } from './Guest';
import { OpenShift, ShiftCard } from './Shift';

export type TillData = OutputOf<CanteenContract, 'till'>;

/** Name, number or the first letters of its pinyin. */
const fits = (row: TillRow, typed: string): boolean => {
  const text = typed.trim().toLowerCase();
  return (
    row.dinerName.includes(text) ||
    row.number.toLowerCase().startsWith(text) ||
    row.pinyin.split(' ').some(part => part.startsWith(text))
  );
};

/** 收银: what guests pay of their own share, what is given back, and the count at the end of the shift. */
export default function Till() {
  const till = useQueryOf(canteen, 'till', {}, { everyMs: 15_000 });
  return (
    <Desk title="收银" of={till}>
      {data => (
        <View className="settings-columns">
          <View className="col">
            {data.shift ? <ShiftCard key={data.shift.id} shift={data.shift} /> : <OpenShift />}
            <Back data={data} />
          </View>
          <Guests data={data} />
        </View>
      )}
    </Desk>
  );
}

function Guests({ data: { rows, shift } }: { data: TillData }) {
  const [typed, setTyped] = useState('');
  const [side, setSide] = useState<'owing' | 'settled'>('owing');
  const owing = rows.filter(row => row.owed > 0 || row.surplus > 0);
  const shown = typed.trim()
    ? rows.filter(row => fits(row, typed))
    : rows.filter(row => owing.includes(row) === (side === 'owing'));
  if (rows.length === 0) return <Empty icon="bowl" title="今天没有人订餐" next="有人订餐后，这里会列出每个人要付多少。" />;
  return (
    <View className="col">
      <Field label="找人" value={typed} max={20} onChange={setTyped} placeholder="姓名、拼音首字母、取餐号" />
      <Segmented
        label="付款情况"
        value={side}
        onChange={setSide}
        options={[
          { value: 'owing', text: `待收 ${owing.length}` },
          { value: 'settled', text: `已付清 ${rows.length - owing.length}` },
        ]}
      />
      <List label="今天的客人">
        {shown.map(row => (
          <Guest key={row.orderId} row={row} open={shift !== undefined} />
        ))}
      </List>
      {shown.length === 0 ? (
        <Empty
          icon="check"
          title={typed.trim() ? '没有找到' : side === 'owing' ? '都付清了' : '还没有人付'}
          next={typed.trim() ? '请核对姓名或取餐号。' : '收款后会换到另一边。'}
        />
      ) : null}
    </View>
  );
}

/** Of other days: cancelled, or a kitchen that closed. */
function Back({ data: { back, shift } }: { data: TillData }) {
  if (back.length === 0) return null;
  const sum = back.reduce((total, row) => total + row.surplus, 0);
  return (
    <Card title={`等着退的钱 ${yuanText(sum as TillRow['surplus'])}`}>
      <View className="t-secondary">付过钱的餐后来取消或停餐了。本人来时，当面退给他。</View>
      <List label="等着退的钱">
        {back.map(row => (
          <Guest key={row.orderId} row={row} open={shift !== undefined} withDay />
        ))}
      </List>
    </Card>
  );
}
