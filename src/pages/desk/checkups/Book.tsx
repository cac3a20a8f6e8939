import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SlotView } from '../../../../types/safety';
import { clockText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Segmented } from '../../../components/Segmented';
import { Skeleton } from '../../../components/Skeleton';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { Fact } from '../parts/Fact';
import { Labelled } from '../parts/Labelled';
import { safety } from '../queries';
import { longDay } from '../words';

/** 11月22日 周日 08:00–11:00 社区医院，还有 12 位 */
const slotText = ({ day, from, to, place, left }: SlotView): string =>
  `${longDay(day)} ${clockText(from)}–${clockText(to)} ${place}，还有 ${left} 位`;

/** The appointment of one elder: books, or takes it back. */
export function Book({ elderId, name }: { elderId: string; name: string }) {
  const [slotId, setSlotId] = useState<string>();
  const [wheelchair, setWheelchair] = useState(false);
  const checkUp = useQueryOf(safety, 'checkUp', { elderId });
  const book = useCommand(safety, 'bookCheckUp');
  const cancel = useCommand(safety, 'cancelCheckUp');
  if (checkUp.failure) return <Failed failure={checkUp.failure} onRetry={checkUp.reload} />;
  if (!checkUp.data) return <Skeleton cards={1} />;
  const { slots, appointment } = checkUp.data;
  if (appointment?.status === 'booked')
    return (
      <Card title={`${name}已经约好`}>
        <Fact name="时间">
          {longDay(appointment.day)} {clockText(appointment.from)}–{clockText(appointment.to)}
        </Fact>
        <Fact name="地点">{appointment.place}</Fact>
        <Fact name="轮椅接送">{appointment.transport === 'none' ? '不用' : (appointment.driverName ?? '要，还没人接')}</Fact>
        <FailureNote failure={cancel.failure} onRetry={cancel.retry} />
        {appointment.may.cancel.ok ? (
          <BigButton kind="plain" text="取消预约" busy={cancel.busy} onPress={() => cancel.run({ id: appointment.id })} />
        ) : null}
      </Card>
    );
  const free = slots.filter(({ may }) => may.book.ok);
  return (
    <Card title={`替${name}预约`}>
      <View className="col">
        <Labelled label="哪一场" help={free.length === 0 ? '现在没有可以约的场次。' : undefined}>
          <ChipPicker
            label="场次"
            options={free.map(slot => ({ value: slot.id, text: slotText(slot) }))}
            value={slotId ? [slotId] : []}
            onChange={([first]) => setSlotId(first)}
          />
        </Labelled>
        <Labelled label="轮椅接送">
          <Segmented
            label="轮椅接送"
            options={[
              { value: 'no', text: '自己去' },
              { value: 'yes', text: '要人接' },
            ]}
            value={wheelchair ? 'yes' : 'no'}
            onChange={value => setWheelchair(value === 'yes')}
          />
        </Labelled>
        <FailureNote failure={book.failure} onRetry={book.retry} />
        <BigButton
          text="预约"
          busy={book.busy}
          disabled={!slotId}
          onPress={() => slotId && book.run({ elderId, slotId, wheelchair })}
        />
      </View>
    </Card>
  );
}
