import { View } from '@tarojs/components';
import type { AccountRow } from '../../../../types/people';
import { type Column, DataTable } from '../../../components/DataTable';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import type { Failure } from '../../../services/door';
import { GRANTED_TEXT } from '../words';

const rolesText = (account: AccountRow) =>
  account.grants.length === 0
    ? '没有角色'
    : account.grants.map(grant => `${GRANTED_TEXT[grant.role]}（${grant.scopeText}）`).join('、');

const Card = ({ row }: { row: AccountRow }) => (
  <>
    <View className="between">
      <View className="t-section">{row.name}</View>
      <View className="t-secondary">{row.phone ?? ''}</View>
    </View>
    <View className="t-secondary">{rolesText(row)}</View>
  </>
);

const columns: readonly Column<AccountRow>[] = [
  { key: 'name', title: '姓名', cell: row => row.name },
  { key: 'phone', title: '手机', cell: row => row.phone ?? '没有留' },
  { key: 'roles', title: '角色和范围', grow: 3, cell: row => <View className="t-secondary">{rolesText(row)}</View> },
];

interface Props {
  accounts: readonly AccountRow[];
  loading: boolean;
  failed?: { failure: Failure | undefined; reload: () => Promise<unknown> };
  openId?: string;
  onOpen: (id: string) => void;
}

/** Accounts with what they may do. */
export function Staff({ accounts, loading, failed, openId, onOpen }: Props) {
  if (failed?.failure) return <Failed failure={failed.failure} onRetry={failed.reload} />;
  if (loading) return <Skeleton cards={1} />;
  if (accounts.length === 0) return null;
  return (
    <DataTable
      label="工作人员"
      columns={columns}
      rows={accounts}
      keyOf={row => row.accountId}
      card={row => <Card row={row} />}
      openKey={openId}
      onOpen={row => onOpen(row.accountId)}
    />
  );
}
