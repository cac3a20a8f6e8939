import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Sheet } from '../../../components/Sheet';
import { go } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { LeaveSheet } from '../parts/Leave';
import { care } from '../queries';
import { dayLabel } from '../words';
import { type CalendarDay, markOf } from './month';

interface Props {
  day: CalendarDay | undefined;
  classId: string;
  className: string;
  childId: string;
  childName: string;
  onClose: () => void;
}

/** What can be said to a no: only the one about time helps the family on. */
const whyNot = (day: CalendarDay): string | undefined => {
  const leave = day.may?.leave;
  if (!leave || leave.ok || leave.code !== 'LEAVE_CUTOFF') return undefined;
  return `${sentenceOf(leave.code, leave.details).title}。要请假，请打托管电话。`;
};

/** One day of the calendar: what it is, leave, and who collects. */
export function DaySheet({ day, classId, className, childId, childName, onClose }: Props) {
  const [leaving, setLeaving] = useState(false);
  const cancelling = useCommand(care, 'cancelLeave', { onDone: onClose });
  if (!day) return null;
  const { may, id } = day;
  const close = () => {
    setLeaving(false);
    onClose();
  };
  if (leaving) {
    return (
      <LeaveSheet open {...{ classId, className, childId, childName }} day={day.day} until={day.leaveUntil} onClose={close} />
    );
  }
  return (
    <Sheet open title={dayLabel(day.day)} onClose={onClose}>
      <View className="col">
        <View className="t-body">{`${className}：${markOf(day).word}`}</View>
        {whyNot(day) ? <View className="t-secondary">{whyNot(day)}</View> : null}
        <FailureNote failure={cancelling.failure} onRetry={cancelling.retry} />
        {may?.leave.ok ? <BigButton icon="leave" text="这天请假" onPress={() => setLeaving(true)} /> : null}
        {may?.cancelLeave.ok && id ? (
          <BigButton text="不请假了，要来" busy={cancelling.busy} onPress={() => cancelling.run({ attendanceId: id })} />
        ) : null}
        {may?.leave.ok && id ? (
          <BigButton kind="secondary" icon="people" text="这天谁来接" onPress={() => go('pages/care/pickup/index', { id })} />
        ) : null}
        <BigButton kind="plain" text="关闭" onPress={onClose} />
      </View>
    </Sheet>
  );
}
