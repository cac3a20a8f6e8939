import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DutyDay } from '../../../../types/safety';
import { type CivilDate, clockText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand } from '../../../services/useDoor';
import { Fact } from '../parts/Fact';
import { safety, useStaff } from '../queries';
import { longDay } from '../words';
import { draftOf, newShift, readDraft, type ShiftDraft, type Wrong, whoText } from './draft';
import { Shift } from './Shift';

const MOST = 6;

/** One day of duty: to read for everybody, to write for who makes the roster. */
export function Day({ day, today, mayWrite }: { day: DutyDay; today: CivilDate; mayWrite: boolean }) {
  if (mayWrite && day.day >= today) return <Write day={day} />;
  return (
    <Card title={longDay(day.day)}>
      {day.shifts.length === 0 ? <View className="desk-note">这一天没有排班。</View> : null}
      {day.shifts.map(shift => (
        <Fact key={shift.id} name={`${shift.name} ${clockText(shift.from)}–${clockText(shift.to)}`}>
          {whoText(shift)}
        </Fact>
      ))}
    </Card>
  );
}

function Write({ day }: { day: DutyDay }) {
  const staff = useStaff();
  const [draft, setDraft] = useState<ShiftDraft[]>();
  const [wrong, setWrong] = useState<Wrong>({});
  const [saved, setSaved] = useState(false);
  const save = useCommand(safety, 'saveDuty', {
    onDone: () => {
      setDraft(undefined);
      setSaved(true);
    },
  });
  if (staff.failure) return <Failed failure={staff.failure} onRetry={staff.reload} />;
  if (!staff.data) return <Skeleton cards={2} />;
  const shifts = draft ?? draftOf(day);
  const change = (next: ShiftDraft[]) => {
    setSaved(false);
    setDraft(next);
  };
  const submit = () => {
    const read = readDraft(shifts);
    setWrong(read.wrong);
    if (Object.keys(read.wrong).length === 0) save.run({ day: day.day, shifts: read.shifts });
  };
  const people = staff.data.keepers.map(({ account, name }) => ({ account, name }));
  return (
    <View className="col">
      <View className="t-section">{longDay(day.day)}</View>
      {shifts.map(shift => (
        <Shift
          key={shift.id}
          shift={shift}
          people={people}
          wrong={wrong}
          onChange={next => change(shifts.map(each => (each.id === next.id ? next : each)))}
          onRemove={() => change(shifts.filter(({ id }) => id !== shift.id))}
        />
      ))}
      {shifts.length < MOST ? (
        <BigButton kind="secondary" icon="plus" text="加一个班次" onPress={() => change([...shifts, newShift(shifts)])} />
      ) : null}
      <FailureNote failure={save.failure} onRetry={save.retry} />
      <BigButton text={saved ? '已保存' : '保存这一天'} busy={save.busy} busyText="正在保存…" disabled={saved} onPress={submit} />
    </View>
  );
}
