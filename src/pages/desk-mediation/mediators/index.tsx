import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { MediationContract } from '../../../../types/mediation';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { mayOpen } from '../../desk/nav';
import { Desk } from '../../desk/parts/Desk';
import { useMe } from '../../desk/queries';
import { KIND, PANEL_TEXT } from '../../mediation/words';
import { Inner } from '../parts/Inner';
import { mediation } from '../queries';
import { Absence } from './Absence';
import { Skills } from './Skills';

type Row = OutputOf<MediationContract, 'mediators'>['mediators'][number];

/** 调解员: what each is good at, how much each carries, and when each is away. */
export default function Mediators() {
  const query = useQueryOf(mediation, 'mediators', {});
  const me = useMe();
  const [openId, setOpenId] = useState<string>();
  const keeps = mayOpen('desk-mediation/settings', me.data?.roles ?? []);
  return (
    <Desk title="调解员" of={query}>
      {({ today, mediators }) => {
        const open = mediators.find(each => each.accountId === openId);
        return (
          <Split
            hint="点一位调解员，看他的专长和请假"
            onBack={() => setOpenId(undefined)}
            detail={
              open ? (
                <View key={open.accountId} className="col">
                  {keeps ? <Skills row={open} /> : null}
                  <Absence row={open} today={today} />
                </View>
              ) : undefined
            }
            list={
              <View className="col">
                <Inner here="mediators" />
                {mediators.length === 0 ? (
                  <Empty
                    icon="people"
                    title="还没有调解员"
                    next="请社区管理员在“人员权限”里给人授予“调解员”，再到这里登记专长。"
                  />
                ) : (
                  <DataTable
                    label="调解员"
                    columns={columns}
                    rows={mediators}
                    keyOf={row => row.accountId}
                    card={row => <RowCard row={row} />}
                    openKey={openId}
                    onOpen={row => setOpenId(row.accountId)}
                  />
                )}
              </View>
            }
          />
        );
      }}
    </Desk>
  );
}

const skillsText = (row: Row) => row.skills.map(skill => KIND[skill].word).join('、') || '没有登记';

const Stand = ({ row }: { row: Row }) => (
  <View className="row-wrap found-notes">
    {row.granted ? null : <Tag word="没有授权" tone="danger" />}
    {row.active ? null : <Tag word="暂停接案" tone="neutral" />}
    {row.away ? <Tag word="今天不在" tone="warning" /> : null}
    {row.granted && row.active && !row.away ? <Tag word="可以接案" tone="success" /> : null}
  </View>
);

const columns: readonly Column<Row>[] = [
  { key: 'name', title: '姓名', grow: 2, cell: row => row.name },
  { key: 'part', title: '身份', grow: 2, cell: row => PANEL_TEXT[row.part] },
  { key: 'skills', title: '专长', grow: 3, cell: skillsText },
  { key: 'load', title: '手上', number: true, cell: row => `${row.load} 件` },
  { key: 'stand', title: '现在', grow: 2, cell: row => <Stand row={row} /> },
];

const RowCard = ({ row }: { row: Row }) => (
  <>
    <View className="between">
      <View className="t-section">{row.name}</View>
      <Stand row={row} />
    </View>
    <View className="t-secondary">
      {PANEL_TEXT[row.part]} · 手上 {row.load} 件 · {skillsText(row)}
    </View>
  </>
);
