import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DutyDay } from '../../../../types/safety';
import { addDays, type CivilDate, clockText, dateText, weekdayText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Press } from '../../../components/Press';
import { Split } from '../../../components/Split';
import { Tag } from '../../../components/Tag';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { mayOpen } from '../nav';
import { Desk } from '../parts/Desk';
import { dayHere, safety, useMe } from '../queries';
import { Day } from './Day';
import { dayState, whoText } from './draft';
import './duty.css';

/** 值班表: seven days, each with its shifts; days on which nobody would come stand out. */
export default function Duty() {
  const today = dayHere();
  const [from, setFrom] = useState(today);
  const duty = useQueryOf(safety, 'duty', { from });
  return (
    <Desk title="值班表" of={duty}>
      {({ days }) => <Week key={from} days={days} from={from} today={today} onFrom={setFrom} />}
    </Desk>
  );
}

interface Props {
  days: readonly DutyDay[];
  from: CivilDate;
  today: CivilDate;
  onFrom: (from: CivilDate) => void;
}

function Week({ days, from, today, onFrom }: Props) {
  const [openDay, setOpenDay] = useState<CivilDate>();
  const mayWrite = mayOpen('keepers', useMe().data?.roles ?? []);
  const open = days.find(({ day }) => day === openDay);
  const urgent = days.filter(day => dayState(day, today)?.tone === 'danger');
  const list = (
    <View className="col">
      <View className="between">
        <View className="t-title">
          {dateText(from)} – {dateText(addDays(from, 6))}
        </View>
        <View className="row-wrap">
          <BigButton small kind="plain" text="前七天" onPress={() => onFrom(addDays(from, -7))} />
          <BigButton small kind="plain" text="从今天起" onPress={() => onFrom(today)} />
          <BigButton small kind="plain" text="后七天" onPress={() => onFrom(addDays(from, 7))} />
        </View>
      </View>
      {urgent.length > 0 ? (
        <View className="problem">
          {urgent.map(day => dayState(day, today)?.word).join('，')}。没有人值班时，预警里“值班人员”这一步会跳过。
        </View>
      ) : null}
      <View className="duty-week">
        {days.map(day => (
          <DayCard key={day.day} day={day} today={today} here={day.day === openDay} onOpen={() => setOpenDay(day.day)} />
        ))}
      </View>
      {mayWrite ? <Copy from={from} onDone={() => onFrom(addDays(from, 7))} /> : null}
    </View>
  );
  return (
    <Split
      hint="点一天，看谁值班"
      onBack={() => setOpenDay(undefined)}
      list={list}
      detail={open ? <Day key={open.day} day={open} today={today} mayWrite={mayWrite} /> : undefined}
    />
  );
}

function Copy({ from, onDone }: { from: CivilDate; onDone: () => void }) {
  const copy = useCommand(safety, 'copyDuty', { onDone });
  return (
    <View className="col">
      <FailureNote failure={copy.failure} onRetry={copy.retry} />
      <View className="row">
        <BigButton small kind="secondary" icon="next" text="照抄到后七天" busy={copy.busy} onPress={() => copy.run({ from })} />
      </View>
      <View className="desk-note">后七天里已经排好的日子不会改动。</View>
    </View>
  );
}

interface CardProps {
  day: DutyDay;
  today: CivilDate;
  here: boolean;
  onOpen: () => void;
}

function DayCard({ day, today, here, onOpen }: CardProps) {
  const state = dayState(day, today);
  return (
    <Press
      className={`duty-day ${state?.tone === 'danger' ? 'duty-empty' : ''} ${here ? 'duty-here' : ''}`}
      expanded={here}
      onPress={onOpen}
    >
      <View className="row-wrap duty-head">
        <View className="t-section">
          {weekdayText(day.day)} {dateText(day.day)}
        </View>
        {day.day === today ? <Tag word="今天" tone="primary" /> : null}
        {state ? <Tag word={state.word} tone={state.tone} /> : null}
      </View>
      {day.shifts.map(shift => (
        <View key={shift.id} className={shift.empty && day.day >= today ? 'duty-nobody' : 't-secondary'}>
          {shift.name} {clockText(shift.from)}–{clockText(shift.to)}　{whoText(shift)}
          {shift.now ? '（正在值班）' : ''}
        </View>
      ))}
      {day.shifts.length === 0 ? <View className="t-secondary">没有排班</View> : null}
    </Press>
  );
}
