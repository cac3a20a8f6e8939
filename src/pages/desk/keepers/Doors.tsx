import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { QrCard } from '../../../components/QrCard';
import { Failed } from '../../../components/Screen';
import { Sheet } from '../../../components/Sheet';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { openFile } from '../../notices/files';
import { safety, useTree } from '../queries';

type Door = { unitId: string; name: string; path?: string; number?: string };

/** 单元门码: a visitor who scanned it stood at the door. */
export function Doors() {
  const tree = useTree();
  const [buildingId, setBuildingId] = useState<string>();
  if (tree.failure) return <Failed failure={tree.failure} onRetry={tree.reload} />;
  if (!tree.data) return <Skeleton cards={1} />;
  const { buildings } = tree.data;
  const id = buildingId ?? buildings[0]?.id;
  return (
    <View className="col">
      <ChipPicker
        label="楼栋"
        options={buildings.map(({ id: value, name: text }) => ({ value, text }))}
        value={id ? [id] : []}
        onChange={([first]) => setBuildingId(first)}
      />
      {id ? <Units key={id} buildingId={id} building={buildings.find(each => each.id === id)?.name ?? ''} /> : null}
    </View>
  );
}

function Units({ buildingId, building }: { buildingId: string; building: string }) {
  const doors = useQueryOf(safety, 'doorCodes', { buildingId });
  const [shown, setShown] = useState<Door>();
  const [asking, setAsking] = useState<Door>();
  const make = useCommand(safety, 'makeDoorCode', {
    onDone: made => {
      const name = doors.data?.units.find(({ unitId }) => unitId === made.unitId)?.name ?? '';
      setAsking(undefined);
      setShown({ ...made, name });
    },
  });
  const print = useCommand(safety, 'doorSigns', { onDone: openFile });
  if (doors.failure) return <Failed failure={doors.failure} onRetry={doors.reload} />;
  if (!doors.data) return <Skeleton cards={1} />;
  const press = (door: Door) => (door.path ? setShown(door) : make.run({ unitId: door.unitId }));
  return (
    <>
      <List label={`${building}的单元门码`}>
        {doors.data.units.map(door => (
          <Row
            key={door.unitId}
            title={`${building}${door.name}`}
            text={door.path ? `门码 ${door.number ?? ''}` : '还没有门码'}
            aside={
              <View className="row">
                <BigButton
                  small
                  kind="secondary"
                  text={door.path ? '查看' : '生成'}
                  label={`${door.path ? '查看' : '生成'}${door.name}的门码`}
                  onPress={() => press(door)}
                />
                {door.path ? (
                  <BigButton small kind="plain" text="换码" label={`换码：${door.name}`} onPress={() => setAsking(door)} />
                ) : null}
              </View>
            }
          />
        ))}
      </List>
      <FailureNote failure={make.failure ?? print.failure} onRetry={make.retry ?? print.retry} />
      {doors.data.units.some(({ path }) => path) ? (
        <BigButton
          kind="secondary"
          icon="download"
          text={`打印${building}的门码`}
          busy={print.busy}
          busyText="正在排版…"
          onPress={() => print.run({ buildingId })}
        />
      ) : null}
      <Sheet title={`${building}${shown?.name ?? ''}`} open={shown?.path !== undefined} onClose={() => setShown(undefined)}>
        {shown?.path ? (
          <QrCard
            text={shown.path}
            number={shown.number ?? ''}
            label={`${building}${shown.name}的门码`}
            help="贴在单元门内侧。探访时扫一下，或输入上面的数字"
          />
        ) : null}
      </Sheet>
      <Confirm
        open={asking !== undefined}
        kind="danger"
        title={`给${building}${asking?.name ?? ''}换新码？`}
        text="旧的码马上失效，请把门上的换掉。"
        yes="换新码"
        doing={make}
        onYes={() => asking && make.run({ unitId: asking.unitId })}
        onNo={() => setAsking(undefined)}
      />
    </>
  );
}
