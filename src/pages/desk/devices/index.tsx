import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeviceRow } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { type Column, DataTable } from '../../../components/DataTable';
import { Empty } from '../../../components/Empty';
import { Segmented } from '../../../components/Segmented';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { mayOpen } from '../nav';
import { Desk } from '../parts/Desk';
import { dayHere, safety, useMe } from '../queries';
import { Device } from './Device';
import { Register } from './Register';
import { batteryText, contactText, DEVICE_TEXT, stateOf, whereText } from './words';

const NEW = 'new';

const columns: readonly Column<DeviceRow>[] = [
  { key: 'kind', title: '设备', grow: 3, cell: row => `${DEVICE_TEXT[row.kind]} ${row.label}` },
  { key: 'where', title: '在哪里', grow: 4, cell: whereText },
  { key: 'battery', title: '电量', grow: 2, cell: batteryText },
  { key: 'contact', title: '最近联系', grow: 3, cell: row => contactText(row, dayHere()) },
  { key: 'state', title: '状态', grow: 2, cell: row => <Tag {...stateOf(row)} /> },
];

/** 报警设备: what hangs in the homes, and which of it would not call. */
export default function Devices() {
  const [trouble, setTrouble] = useState(false);
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  const [openId, setOpenId] = useState<string>();
  const after = pages[pages.length - 1];
  const mayWrite = mayOpen('keepers', useMe().data?.roles ?? []);
  const devices = useQueryOf(safety, 'devices', { ...(trouble ? { trouble } : {}), ...(after ? { after } : {}) });
  const close = () => setOpenId(undefined);
  return (
    <Desk title="报警设备" of={devices}>
      {({ devices: rows, next }) => {
        const open = rows.find(({ id }) => id === openId);
        return (
          <Split
            hint="点一台设备，看它的情况"
            onBack={close}
            detail={
              openId === NEW ? (
                <Register onClose={close} />
              ) : open ? (
                <Device key={open.id} device={open} mayWrite={mayWrite} />
              ) : undefined
            }
            list={
              <View className="col">
                <Segmented
                  label="看哪些设备"
                  value={trouble ? 'trouble' : 'all'}
                  onChange={side => {
                    setTrouble(side === 'trouble');
                    setPages([undefined]);
                  }}
                  options={[
                    { value: 'all', text: '全部' },
                    { value: 'trouble', text: '失联或电量低' },
                  ]}
                />
                {mayWrite ? <BigButton kind="secondary" icon="plus" text="登记设备" onPress={() => setOpenId(NEW)} /> : null}
                {rows.length === 0 ? <None trouble={trouble} /> : null}
                {rows.length > 0 ? (
                  <DataTable
                    label="报警设备"
                    columns={columns}
                    rows={rows}
                    keyOf={row => row.id}
                    card={row => <Card row={row} />}
                    openKey={openId}
                    onOpen={row => setOpenId(row.id)}
                  />
                ) : null}
                {pages.length > 1 || next ? (
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
        );
      }}
    </Desk>
  );
}

const None = ({ trouble }: { trouble: boolean }) =>
  trouble ? (
    <Empty icon="check" title="设备都正常" next="失联或电量低的设备会出现在这里。" />
  ) : (
    <Empty icon="speaker" title="还没有登记设备" next="呼叫器、燃气报警器装好后，在这里登记，才会报到社区。" />
  );

const Card = ({ row }: { row: DeviceRow }) => (
  <>
    <View className="row-wrap">
      <View className="t-section">{DEVICE_TEXT[row.kind]}</View>
      <Tag {...stateOf(row)} />
    </View>
    <View className="t-secondary">{whereText(row)}</View>
    <View className="t-secondary">
      电量 {batteryText(row)} · 最近联系 {contactText(row, dayHere())}
    </View>
  </>
);
