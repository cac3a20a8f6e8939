import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DayView } from '../../../../types/care';
import type { Instant } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { Timeline } from '../../../components/Timeline';
import { go } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { care } from '../queries';
import { hoursText } from '../words';
import { momentsOf, moreText, stateOf } from './day';
import { LeaveSheet } from './Leave';
import './parts.css';

interface Props {
  day: DayView;
  childId: string;
  childName: string;
}

/** 请假 and taking it back; too late it says so, and whom to call. */
function Leave({ day, childId, childName }: Props) {
  const [open, setOpen] = useState(false);
  const cancelling = useCommand(care, 'cancelLeave');
  const { leave, cancelLeave } = day.may;
  const name = `${childName} ${day.className}`;
  return (
    <>
      {leave.ok ? (
        <BigButton kind="plain" icon="leave" text="请假" label={`请假：${name}`} onPress={() => setOpen(true)} />
      ) : null}
      {cancelLeave.ok ? (
        <BigButton
          kind="secondary"
          text="不请假了，要来"
          label={`不请假了，要来：${name}`}
          busy={cancelling.busy}
          onPress={() => cancelling.run({ attendanceId: day.id })}
        />
      ) : null}
      {!leave.ok && leave.code === 'LEAVE_CUTOFF' ? (
        <View className="t-secondary">{`${sentenceOf(leave.code, leave.details).title}。要请假，请打托管电话。`}</View>
      ) : null}
      <FailureNote failure={cancelling.failure} onRetry={cancelling.retry} />
      <LeaveSheet
        {...{ open, childId, childName, day: day.day, classId: day.classId, className: day.className, until: day.leaveUntil }}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** One class of the day: when, where the child is, and what one may do about it. */
export function Day({ day, childId, childName, now }: Props & { now: Instant }) {
  const more = moreText(day);
  const collectable = day.status === 'expected' || day.status === 'here';
  return (
    <View className="col care-day">
      <View className="row-wrap">
        <View className="grow">
          <View className="t-body" {...aria({ role: 'heading', level: 3 })}>
            {day.className}
          </View>
          <View className="t-secondary">{hoursText(day)}</View>
        </View>
        <Tag {...stateOf(day, now)} />
      </View>
      <Timeline moments={momentsOf(day)} />
      {more ? (
        <List label="还有">
          <Row
            title="今天的情况"
            text={more}
            aside={day.incidents.length > 0 ? <Tag word="请看" tone="danger" /> : undefined}
            onPress={() => go('pages/care/today/index', { id: day.id })}
          />
        </List>
      ) : null}
      <View className="care-pair">
        {collectable ? (
          <BigButton
            kind="secondary"
            icon="people"
            text="今天谁来接"
            label={`今天谁来接：${childName} ${day.className}`}
            onPress={() => go('pages/care/pickup/index', { id: day.id })}
          />
        ) : null}
        <Leave day={day} childId={childId} childName={childName} />
      </View>
    </View>
  );
}
