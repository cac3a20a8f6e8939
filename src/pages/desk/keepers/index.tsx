import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { List, Row } from '../../../components/List';
import { Segmented } from '../../../components/Segmented';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { Desk } from '../parts/Desk';
import { Count } from '../parts/Fact';
import { useStaff } from '../queries';
import { Assign, type Kept } from './Assign';
import { Doors } from './Doors';
import { Keeper } from './Keeper';
import { loadOf, unkeptByBuilding } from './load';
import './keepers.css';

export type KeepersData = OutputOf<SafetyContract, 'keepers'>;
type Side = 'unkept' | 'keepers' | 'doors';
/** No building has this name. */
const ALL = '';
type Open = { elder: Kept } | { keeper: string };

/** 包保: who looks after whom, who has too many, who has nobody. */
export default function Keepers() {
  const keepers = useStaff();
  return (
    <Desk title="包保" of={keepers}>
      {data => <Load data={data} />}
    </Desk>
  );
}

function Load({ data }: { data: KeepersData }) {
  const [side, setSide] = useState<Side>('unkept');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const { kept, busy } = loadOf(data);
  const keeper = open && 'keeper' in open ? data.keepers.find(({ account }) => account === open.keeper) : undefined;
  const detail =
    open && 'elder' in open ? (
      <Assign key={open.elder.elderId} elder={open.elder} data={data} onDone={close} />
    ) : keeper ? (
      <Keeper key={keeper.account} keeper={keeper} most={data.most} onMove={elder => setOpen({ elder })} />
    ) : undefined;
  const list = (
    <View className="col">
      <Card>
        <View className="row">
          <Count value={kept} unit="位有人包保" />
          <Count value={data.unkeptCount} unit="位独居没人包保" strong={data.unkeptCount > 0} />
          <Count value={busy} unit={`位已满 ${data.most} 人`} />
        </View>
      </Card>
      <Segmented
        label="看什么"
        value={side}
        onChange={setSide}
        options={[
          { value: 'unkept', text: `没人包保 ${data.unkeptCount}` },
          { value: 'keepers', text: '包保人' },
          { value: 'doors', text: '单元门码' },
        ]}
      />
      {side === 'unkept' ? <Unkept data={data} onOpen={elder => setOpen({ elder })} /> : null}
      {side === 'keepers' ? <People data={data} onOpen={account => setOpen({ keeper: account })} /> : null}
      {side === 'doors' ? <Doors /> : null}
    </View>
  );
  return <Split hint="点一位老人或包保人" onBack={close} list={list} detail={detail} />;
}

function Unkept({ data, onOpen }: { data: KeepersData; onOpen: (elder: Kept) => void }) {
  const [where, setWhere] = useState<string>();
  if (data.unkept.length === 0)
    return <Empty icon="check" title="独居老人都有人包保" next="有新登记的独居老人，会出现在这里。" />;
  const chosen = data.unkept.some(({ building }) => building === where) ? where : undefined;
  const all = { value: ALL, text: `全部 ${data.unkept.length}` };
  return (
    <>
      <ChipPicker
        label="哪一栋"
        options={[
          all,
          ...unkeptByBuilding(data.unkept).map(({ building, count }) => ({ value: building, text: `${building} ${count}` })),
        ]}
        value={[chosen ?? ALL]}
        onChange={([first]) => setWhere(first === ALL ? undefined : first)}
      />
      <List label="独居、没人包保的老人">
        {data.unkept
          .filter(({ building }) => !chosen || building === chosen)
          .map(elder => (
            <Row
              key={elder.elderId}
              title={`${elder.name}　${elder.age} 岁`}
              text={elder.addressText}
              value="安排"
              onPress={() => onOpen(elder)}
            />
          ))}
      </List>
      {data.unkeptCount > data.unkept.length ? (
        <View className="desk-note">先列出前 {data.unkept.length} 位，安排好后再看后面的。</View>
      ) : null}
    </>
  );
}

const People = ({ data, onOpen }: { data: KeepersData; onOpen: (account: string) => void }) => (
  <List label="包保人">
    {data.keepers.map(({ account, name, load, elders, may }) => (
      <Row
        key={account}
        title={name}
        text={load === 0 ? '还没有包保老人' : elders.map(elder => elder.name).join('、')}
        aside={
          <View className="row">
            <View className="load-bar" aria-hidden="true">
              <View className="load-fill" style={{ width: `${Math.min(100, (load / data.most) * 100)}%` }} />
            </View>
            <Tag word={may.assign.ok ? `${load}/${data.most}` : '已满'} tone={may.assign.ok ? 'primary' : 'warning'} />
          </View>
        }
        onPress={() => onOpen(account)}
      />
    ))}
  </List>
);
