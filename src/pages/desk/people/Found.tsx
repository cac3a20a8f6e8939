import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ResidentRow } from '../../../../types/people';
import { CATEGORY_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { people } from '../queries';

export interface Wanted {
  text?: string;
  buildingId?: string;
  unitId?: string;
  category?: ResidentRow['categories'][number];
  left?: boolean;
}

const columns: readonly Column<ResidentRow>[] = [
  { key: 'name', title: '姓名', grow: 2, cell: row => <Name row={row} /> },
  { key: 'address', title: '住址', grow: 3, cell: row => row.address },
  { key: 'phone', title: '手机', grow: 3, cell: row => row.phone ?? '没有留' },
  { key: 'note', title: '情况', grow: 3, cell: row => <Notes row={row} /> },
];

const Name = ({ row }: { row: ResidentRow }) => (
  <View>
    <View className="t-body">{row.name}</View>
    <View className="t-caption">{row.age} 岁</View>
  </View>
);

/** Nearly everybody is registered here: said in the sheet of the person, not on every line. */
const isNotable = (category: string) => category !== 'registeredHere';

const Notes = ({ row }: { row: ResidentRow }) => (
  <View className="row-wrap found-notes">
    {row.status === 'left' ? <Tag word="已离开" tone="neutral" /> : null}
    {row.categories.filter(isNotable).map(category => (
      <Tag key={category} word={CATEGORY_TEXT[category]} tone="accent" />
    ))}
    {row.joined ? <Tag word="已用微信" tone="success" /> : null}
  </View>
);

const Card = ({ row }: { row: ResidentRow }) => (
  <>
    <View className="row-wrap">
      <View className="t-section">{row.name}</View>
      <View className="t-secondary">{row.age} 岁</View>
      <Notes row={row} />
    </View>
    <View className="t-secondary">
      {row.address} · {row.phone ?? '没有留手机'}
    </View>
  </>
);

interface Props {
  wanted: Wanted;
  openId?: string;
  onOpen: (id: string) => void;
}

/** The residents that were asked for, fifty at a time. */
export function Found({ wanted, openId, onOpen }: Props) {
  const [after, setAfter] = useState<(string | undefined)[]>([undefined]);
  const asked = { ...wanted, ...(after.length > 1 ? { after: after[after.length - 1] } : {}) };
  const page = useQueryOf(people, 'findResidents', asked);
  if (page.failure) return <Failed failure={page.failure} onRetry={page.reload} />;
  if (!page.data) return <Skeleton />;
  const { residents, next } = page.data;
  if (residents.length === 0)
    return <Empty icon="people" title="没有找到居民" next="换个字试试，或看全部楼栋。新搬来的请点“登记”。" />;
  return (
    <View className="col">
      <DataTable
        label="居民名单"
        columns={columns}
        rows={residents}
        keyOf={row => row.id}
        card={row => <Card row={row} />}
        openKey={openId}
        onOpen={row => onOpen(row.id)}
      />
      {after.length > 1 || next ? (
        <View className="pair">
          <BigButton kind="plain" text="上一页" disabled={after.length === 1} onPress={() => setAfter(after.slice(0, -1))} />
          <BigButton kind="plain" text="下一页" disabled={!next} onPress={() => setAfter([...after, next])} />
        </View>
      ) : null}
    </View>
  );
}
