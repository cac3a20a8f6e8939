import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { dayText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { patternText, patternTitle, SHORT_TEXT, WANT_TEXT } from '../../canteen/standingWords';
import { mayOpen } from '../nav';
import { Desk } from '../parts/Desk';
import { canteen, useMe } from '../queries';
import { toDesk } from '../way';
import { PERIOD_TEXT, WAY_TEXT } from '../words';

type All = OutputOf<CanteenContract, 'standingList'>;
type Pattern = All['patterns'][number];

const open = ({ dinerId }: Pick<Pattern, 'dinerId'>) => go('pages/canteen/standing/index', { dinerId });

const columns: readonly Column<Pattern>[] = [
  { key: 'name', title: '姓名', grow: 2, cell: row => row.dinerName },
  { key: 'home', title: '住址', grow: 2, cell: row => row.address },
  { key: 'days', title: '哪几天', grow: 3, cell: row => patternTitle(row) },
  { key: 'want', title: '要求', grow: 2, cell: row => WANT_TEXT[row.want] },
  { key: 'way', title: '怎么吃', cell: row => WAY_TEXT[row.way] },
  { key: 'by', title: '谁设的', grow: 2, cell: row => (row.onBehalf ? row.setByName : '本人') },
  {
    key: 'state',
    title: '状态',
    cell: row => (row.status === 'paused' ? <Tag word="停着" tone="warning" /> : <Tag word="订着" tone="success" />),
  },
];

/** What could not be met: by day, with the reason; more portions are a matter of the menu. */
function Shortages({ all }: { all: All }) {
  const roles = useMe().data?.roles ?? [];
  if (all.shortages.length === 0) return null;
  return (
    <Card title={`没订上的 ${all.shortages.length} 份`} tone="danger">
      <List label="没订上的">
        {all.shortages.map(({ day, period, dinerId, dinerName, why }) => (
          <Row
            key={`${day}${period}${dinerId}`}
            title={`${dayText(day, all.today)}${PERIOD_TEXT[period]} ${dinerName}`}
            value={SHORT_TEXT[why]}
            onPress={() => go('pages/canteen/week/index', { dinerId, day, period })}
          />
        ))}
      </List>
      <View className="t-secondary">本人和家人已经收到消息。加了份数或有人退订，会自动补上。</View>
      {mayOpen('menus', roles) ? <BigButton small kind="secondary" text="去菜单加份数" onPress={() => toDesk('menus')} /> : null}
    </Card>
  );
}

/** 长期订餐一览: who has what; setting one for somebody begins with finding the person. */
export default function StandingDesk() {
  const all = useQueryOf(canteen, 'standingList', {}, { everyMs: 60_000 });
  const [text, setText] = useState('');
  return (
    <Desk title="长期订餐" of={all}>
      {shown => {
        const rows = shown.patterns.filter(({ dinerName, address }) => `${dinerName}${address}`.includes(text.trim()));
        return (
          <View className="col">
            <Shortages all={shown} />
            <View className="between">
              <View className="t-section">{`${shown.patterns.length} 份长期订餐`}</View>
              <BigButton
                small
                kind="secondary"
                icon="plus"
                text="替居民设一个"
                onPress={() => toDesk('onbehalf', { to: 'standing' })}
              />
            </View>
            {shown.patterns.length > 8 ? (
              <Field label="找人" value={text} max={20} onChange={setText} placeholder="姓名或楼栋" />
            ) : null}
            {shown.patterns.length === 0 ? (
              <Empty icon="calendar" title="还没有长期订餐" next="居民和家属在“订餐”里设，也可以在这里替他们设。" />
            ) : (
              <DataTable
                label="长期订餐"
                columns={columns}
                rows={rows}
                keyOf={row => row.id}
                onOpen={open}
                card={row => (
                  <View className="between">
                    <View className="grow">
                      <View className="t-section">{`${row.dinerName} · ${patternTitle(row)}`}</View>
                      <View className="t-secondary">{`${row.address} · ${patternText(row, shown.today)}`}</View>
                    </View>
                    {row.status === 'paused' ? <Tag word="停着" tone="warning" /> : null}
                  </View>
                )}
              />
            )}
          </View>
        );
      }}
    </Desk>
  );
}
