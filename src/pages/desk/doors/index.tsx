import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Door, DoorOutcome } from '../../../../types/notices';
import { type CivilDate, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { Tag, type Tone } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { momentText } from '../../notices/words';
import { notices } from '../notice/queries';
import { Desk } from '../parts/Desk';
import { useTree } from '../queries';

const SIGN: Record<DoorOutcome, { word: string; tone: Tone }> = {
  none: { word: '没上门', tone: 'warning' },
  notHome: { word: '没人在家', tone: 'accent' },
  told: { word: '已告知', tone: 'success' },
};

/** One door: who, where, and what happened there. */
function DoorCard({ id, door, today }: { id: string; door: Door; today: CivilDate }) {
  const [note, setNote] = useState(door.doorNote ?? '');
  const ticking = useCommand(notices, 'tickDoor');
  const tick = (outcome: DoorOutcome) =>
    ticking.run({ id, ref: door.ref, outcome, ...(note.trim() ? { note: note.trim() } : {}) });
  const { word, tone } = SIGN[door.door];
  const facts = [
    `${door.age} 岁`,
    door.livesAlone ? '独居' : undefined,
    door.phone,
    door.progress === 'new' ? undefined : '后来看了',
  ];
  return (
    <Card title={`${door.address} ${door.name}`} aside={<Tag word={word} tone={tone} />}>
      <View className="t-secondary">{facts.filter(Boolean).join(' · ')}</View>
      {door.doorAt === undefined ? null : (
        <View className="t-secondary">
          {[door.doorByName, momentText(door.doorAt, today), door.doorNote].filter(Boolean).join(' · ')}
        </View>
      )}
      {door.door === 'told' ? (
        <BigButton small kind="plain" text="勾错了，改回去" label={`改回去：${door.name}`} onPress={() => tick('none')} />
      ) : (
        <>
          <Field optional label="备注" value={note} max={100} onChange={setNote} placeholder="邻居说去女儿家了" />
          <View className="pair">
            <BigButton
              icon="check"
              text="当面告诉了"
              label={`当面告诉了${door.name}`}
              busy={ticking.busy}
              onPress={() => tick('told')}
            />
            <BigButton
              kind="secondary"
              text="没人在家"
              label={`${door.name}没人在家`}
              busy={ticking.busy}
              onPress={() => tick('notHome')}
            />
          </View>
        </>
      )}
      <FailureNote failure={ticking.failure} onRetry={ticking.retry} />
    </Card>
  );
}

/** More than the list holds are looked at building by building. */
function Buildings({ value, onChange }: { value: string | undefined; onChange: (id: string | undefined) => void }) {
  const buildings = useTree().data?.buildings ?? [];
  return (
    <ChipPicker
      many
      label="看哪一栋"
      options={buildings.map(({ id, name }) => ({ value: id, text: name }))}
      value={value ? [value] : []}
      onChange={list => onChange(list[list.length - 1])}
    />
  );
}

/** 上门告知: the people of my part who have not read it, door by door. */
export default function DoorsPage() {
  const { id = '' } = useParams();
  const [buildingId, setBuildingId] = useState<string>();
  const list = useQueryOf(notices, 'doorList', buildingId ? { id, buildingId } : { id });
  return (
    <Desk title="上门告知" of={list}>
      {({ title, now, doors, more }) => {
        const left = doors.filter(({ door }) => door !== 'told').length;
        return (
          <View className="col narrow">
            <Card title={title}>
              <View className="t-body">
                {left > 0 ? `您负责的范围里，还有 ${left} 人没有告诉到。` : '您负责的范围里，都告诉到了。'}
              </View>
            </Card>
            {more || buildingId ? <Buildings value={buildingId} onChange={setBuildingId} /> : null}
            {more && !buildingId ? <View className="desk-note">人很多，这里只列出一部分；请选一栋楼看全部。</View> : null}
            {doors.length === 0 ? <Empty icon="check" title="没有要上门的" next="该看的人都看过了。" /> : null}
            {doors.map(door => (
              <DoorCard key={door.ref} id={id} door={door} today={dayOf(now)} />
            ))}
          </View>
        );
      }}
    </Desk>
  );
}
