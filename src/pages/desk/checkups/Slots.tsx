import { View } from '@tarojs/components';
import { useState } from 'react';
import { clockText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { Split } from '../../../components/Split';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';
import { longDay } from '../words';
import { draftOf, EMPTY_SLOT, readSlot, type SlotDraft, type Wrong } from './draft';

/** The dates of a year, and how many places are left. */
export function Slots({ year }: { year: number }) {
  const [draft, setDraft] = useState<SlotDraft>();
  const slots = useQueryOf(safety, 'slots', { year });
  if (slots.failure) return <Failed failure={slots.failure} onRetry={slots.reload} />;
  if (!slots.data) return <Skeleton />;
  const rows = slots.data.slots;
  return (
    <Split
      hint="点一场，修改时间、地点和人数"
      onBack={() => setDraft(undefined)}
      detail={draft ? <Form key={draft.id ?? 'new'} start={draft} onDone={() => setDraft(undefined)} /> : undefined}
      list={
        <View className="col">
          <BigButton kind="secondary" icon="plus" text="加一场体检" onPress={() => setDraft(EMPTY_SLOT)} />
          {rows.length === 0 ? (
            <Empty icon="calendar" title={`${year} 年还没有体检场次`} next="加好场次，老人和家人就能预约。" />
          ) : (
            <List label="体检场次">
              {rows.map(slot => (
                <Row
                  key={slot.id}
                  title={`${longDay(slot.day)} ${clockText(slot.from)}–${clockText(slot.to)}`}
                  text={`${slot.place}${slot.open ? '' : ' · 已停止预约'}`}
                  value={`已约 ${slot.capacity - slot.left}/${slot.capacity}`}
                  onPress={() => setDraft(draftOf(slot))}
                />
              ))}
            </List>
          )}
        </View>
      }
    />
  );
}

function Form({ start, onDone }: { start: SlotDraft; onDone: () => void }) {
  const [draft, setDraft] = useState(start);
  const [wrong, setWrong] = useState<Wrong>({});
  const save = useCommand(safety, 'saveSlot', { onDone });
  const line = (key: 'day' | 'from' | 'to' | 'place' | 'capacity') => ({
    value: draft[key],
    onChange: (value: string) => setDraft({ ...draft, [key]: value }),
    error: wrong[key],
  });
  const submit = () => {
    const read = readSlot(draft);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run(read.slot);
  };
  return (
    <Card title={draft.id ? '修改这一场' : '加一场体检'}>
      <View className="col">
        <Field label="哪天" max={10} {...line('day')} placeholder="2026-12-01" />
        <Field label="几点开始" max={5} {...line('from')} />
        <Field label="几点结束" max={5} {...line('to')} />
        <Field label="在哪里" max={40} {...line('place')} placeholder="社区卫生服务站" />
        <Field label="最多多少人" kind="number" max={3} {...line('capacity')} />
        <Labelled label="预约">
          <Segmented
            label="预约"
            options={[
              { value: 'open', text: '接受预约' },
              { value: 'closed', text: '停止预约' },
            ]}
            value={draft.open ? 'open' : 'closed'}
            onChange={value => setDraft({ ...draft, open: value === 'open' })}
          />
        </Labelled>
        <FailureNote failure={save.failure} onRetry={save.retry} />
        <View className="pair">
          <BigButton kind="plain" text="不改了" onPress={onDone} />
          <BigButton text="保存" busy={save.busy} onPress={submit} />
        </View>
      </View>
    </Card>
  );
}
