import { View } from '@tarojs/components';
import type { RegisterRow } from '../../../../types/mediation';
import { dateText, dayOf, type Instant } from '../../../../types/time';
import type { Column } from '../../../components/DataTable';
import { Tag } from '../../../components/Tag';
import { STATUS } from '../../mediation/words';

const day = (at: Instant | undefined) => (at === undefined ? '' : dateText(dayOf(at)));
const LATE = { no: undefined, soon: { word: '快到期', tone: 'warning' }, yes: { word: '已过期', tone: 'danger' } } as const;

const Stand = ({ row }: { row: RegisterRow }) => {
  const late = LATE[row.late];
  return (
    <View className="row-wrap found-notes">
      <Tag word={row.statusText} tone={STATUS[row.status].tone} />
      {late ? <Tag word={late.word} tone={late.tone} /> : null}
      {row.danger ? <Tag word="可能有危险" tone="danger" /> : null}
    </View>
  );
};

const datesOf = (row: RegisterRow) =>
  [`${day(row.appliedAt)}申请`, row.acceptedAt && `${day(row.acceptedAt)}受理`, row.endedAt && `${day(row.endedAt)}结束`]
    .filter(Boolean)
    .join('，');

/** The columns of the register on a wide screen. */
export const columns: readonly Column<RegisterRow>[] = [
  { key: 'number', title: '编号', grow: 3, cell: row => row.closingNumber ?? row.number ?? `申请号 ${row.ref}` },
  { key: 'kind', title: '类别', grow: 2, cell: row => [row.kindName, row.building].filter(Boolean).join(' ') },
  { key: 'stand', title: '办到哪一步', grow: 3, cell: row => <Stand row={row} /> },
  { key: 'dates', title: '日期', grow: 3, cell: datesOf },
  { key: 'who', title: '调解员', grow: 2, cell: row => row.mediators || '还没有' },
];

/** The same on a phone. */
export const RowCard = ({ row }: { row: RegisterRow }) => (
  <>
    <View className="between">
      <View className="t-section">{row.kindName}</View>
      <Stand row={row} />
    </View>
    <View className="t-secondary">
      {[row.number ?? `申请号 ${row.ref}`, row.building, row.mediators].filter(Boolean).join(' · ')}
      {'\n'}
      {datesOf(row)}
    </View>
  </>
);
