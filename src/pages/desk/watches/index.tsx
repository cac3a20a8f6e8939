import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WatchView } from '../../../../types/safety';
import { clockText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Segmented } from '../../../components/Segmented';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { Desk } from '../parts/Desk';
import { FindResident } from '../parts/FindResident';
import { dayHere, safety } from '../queries';
import { Away } from './Away';
import { lastText, stateOf } from './draft';
import { Elder } from './Elder';

type Side = 'all' | 'silent' | 'away';
const NEW = 'new';
const today = dayHere;

const columns: readonly Column<WatchView>[] = [
  { key: 'name', title: '姓名', grow: 2, cell: row => row.name },
  { key: 'address', title: '住址', grow: 3, cell: row => row.addressText },
  { key: 'window', title: '等信号', grow: 2, cell: row => (row.on ? `${clockText(row.from)}–${clockText(row.to)}` : '—') },
  { key: 'last', title: '最近一次', grow: 3, cell: row => lastText(row, today()) },
  { key: 'state', title: '今天', grow: 2, cell: row => <Tag {...stateOf(row)} /> },
];

/** 平安关注: whose sign of life is waited for, and everything that is set for one elder. */
export default function Watches() {
  const { elderId, id, silent: asked } = useParams();
  const [side, setSide] = useState<Side>(asked ? 'silent' : 'all');
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  const after = pages[pages.length - 1];
  const [openId, setOpenId] = useState(elderId ?? id);
  const silent = side === 'silent';
  const watches = useQueryOf(safety, 'watches', { ...(silent ? { silent } : {}), ...(after ? { after } : {}) });
  const show = (next: Side) => {
    setSide(next);
    setPages([undefined]);
  };
  return (
    <Desk title="平安关注" of={watches}>
      {({ watches: rows, next }) => (
        <Split
          hint="点一位老人，看平安信号、外出和防走失码"
          onBack={() => setOpenId(undefined)}
          detail={
            openId === NEW ? (
              <FindResident label="关注谁" value={undefined} onChange={found => found && setOpenId(found.id)} />
            ) : openId ? (
              <Elder key={openId} elderId={openId} />
            ) : undefined
          }
          list={
            <View className="col">
              <Segmented
                label="看哪些"
                value={side}
                onChange={show}
                options={[
                  { value: 'all', text: '全部' },
                  { value: 'silent', text: '今天没有信号' },
                  { value: 'away', text: '外出' },
                ]}
              />
              <BigButton kind="secondary" icon="search" text="找一位老人" onPress={() => setOpenId(NEW)} />
              {side === 'away' ? <Away onOpen={setOpenId} /> : null}
              {side !== 'away' && rows.length === 0 ? <Nobody silent={silent} /> : null}
              {side !== 'away' && rows.length > 0 ? (
                <DataTable
                  label="关注的老人"
                  columns={columns}
                  rows={rows}
                  keyOf={row => row.elderId}
                  card={row => <Card row={row} />}
                  openKey={openId}
                  onOpen={row => setOpenId(row.elderId)}
                />
              ) : null}
              {side !== 'away' && (pages.length > 1 || next) ? (
                <View className="pair">
                  <BigButton
                    kind="plain"
                    text="上一页"
                    disabled={pages.length === 1}
                    onPress={() => setPages(pages.slice(0, -1))}
                  />
                  <BigButton kind="plain" text="下一页" disabled={!next} onPress={() => setPages([...pages, next])} />
                </View>
              ) : null}
            </View>
          }
        />
      )}
    </Desk>
  );
}

const Nobody = ({ silent }: { silent: boolean }) =>
  silent ? (
    <Empty icon="check" title="今天都有平安信号" next="到了时间还没有信号的老人，会出现在这里。" />
  ) : (
    <Empty icon="bell" title="还没有关注的老人" next="点“找一位老人”，给他设好时间，每天等他一个平安信号。" />
  );

const Card = ({ row }: { row: WatchView }) => (
  <>
    <View className="row-wrap">
      <View className="t-section">{row.name}</View>
      <Tag {...stateOf(row)} />
    </View>
    <View className="t-secondary">{row.addressText}</View>
    <View className="t-secondary">最近：{lastText(row, today())}</View>
  </>
);
