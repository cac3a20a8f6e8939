import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CivilDate, Instant } from '../../../../types/time';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { care } from '../queries';
import { dayLabel, timeText } from '../words';

const REASONS = ['生病', '家里有事', '学校有活动', '家里有人带'].map(value => ({ value, text: value }));

interface Props {
  open: boolean;
  classId: string;
  className: string;
  childId: string;
  childName: string;
  day: CivilDate;
  until: Instant | undefined;
  onClose: () => void;
}

/** 请假: one tap on the reason, one on the deed. */
export function LeaveSheet({ open, classId, className, childId, childName, day, until, onClose }: Props) {
  const [reason, setReason] = useState('');
  const giving = useCommand(care, 'giveLeave', {
    onDone: () => {
      setReason('');
      onClose();
    },
  });
  const close = () => {
    giving.reset();
    onClose();
  };
  return (
    <Confirm
      open={open}
      title={`给${childName}请假`}
      text={`${dayLabel(day)}，${className}。${until ? `${timeText(until)} 前可以请。` : ''}`}
      yes={reason.trim() ? '请假' : '先点一个原因'}
      ready={reason.trim() !== ''}
      doing={giving}
      onYes={() => giving.run({ classId, childId, day, reason: reason.trim() })}
      onNo={close}
    >
      <ChipPicker label="原因" options={REASONS} value={reason ? [reason] : []} onChange={([one]) => setReason(one ?? '')} />
      <Field label="别的原因" optional max={40} value={reason} onChange={setReason} />
      <View className="t-secondary">请了假，这天的餐也不做。想来了，截止前可以取消请假。</View>
    </Confirm>
  );
}
