import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AppointmentView, SlotView } from '../../../../types/safety';
import { clockText, dateText, weekdayText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { type CheckUp, safety, whose } from '../queries';
import { fetchText, STATUS } from './words';

const when = ({ day, from, to }: Pick<SlotView, 'day' | 'from' | 'to'>): string =>
  `${dateText(day)} ${weekdayText(day)} ${clockText(from)}–${clockText(to)}`;

const WHEELCHAIR = [{ value: 'wheelchair' as const, text: '要轮椅接送' }];

/** The appointment of this year, with who fetches; it can be given back. */
function Booked({ appointment }: { appointment: AppointmentView }) {
  const [asking, setAsking] = useState(false);
  const cancelling = useCommand(safety, 'cancelCheckUp', { onDone: () => setAsking(false) });
  const { id, elderName, place, status, may } = appointment;
  return (
    <Card title={`${elderName}的体检`} aside={<Tag {...STATUS[status]} />}>
      <View className="col">
        <View className="t-section">{when(appointment)}</View>
        <View className="t-body">{place}</View>
        <View className="t-body">{fetchText(appointment)}</View>
        <View className="t-secondary">怎么准备（要不要空腹），请问社区。</View>
        {may.cancel.ok ? <BigButton kind="plain" text="取消预约" onPress={() => setAsking(true)} /> : null}
      </View>
      <Confirm
        open={asking}
        title="取消体检预约吗？"
        text="取消后名额让给别人，还可以再约别的日子。"
        yes="取消预约"
        no="不取消，留着"
        kind="danger"
        doing={cancelling}
        onYes={() => cancelling.run({ id })}
        onNo={() => setAsking(false)}
      />
    </Card>
  );
}

/** One date; when it cannot be booked, why in words. */
function Slot({ slot, elderId, wheelchair }: { slot: SlotView; elderId: string | undefined; wheelchair: boolean }) {
  const booking = useCommand(safety, 'bookCheckUp');
  const { book } = slot.may;
  return (
    <Card title={when(slot)} aside={<Tag word={slot.left > 0 ? `余 ${slot.left} 位` : '约满了'} />}>
      <View className="col">
        <View className="t-body">{slot.place}</View>
        {book.ok ? null : <View className="t-secondary">{sentenceOf(book.code, book.details).title}</View>}
        <FailureNote failure={booking.failure} onRetry={booking.retry} />
        <BigButton
          text="约这一天"
          label={`约这一天：${when(slot)}`}
          disabled={!book.ok}
          busy={booking.busy}
          onPress={() => booking.run({ ...whose(elderId), slotId: slot.id, wheelchair })}
        />
      </View>
    </Card>
  );
}

function Dates({ checkUp, elderId }: { checkUp: CheckUp; elderId: string | undefined }) {
  const [fetch, setFetch] = useState<'wheelchair'[]>([]);
  const { appointment, due, slots } = checkUp;
  if (appointment && appointment.status !== 'cancelled') return <Booked appointment={appointment} />;
  if (!due) return <Empty icon="heart" title="今年不用预约体检" next="到了年龄、到了时间，这里会有日期可以约。" />;
  if (slots.length === 0)
    return <Empty icon="calendar" title="今年的体检日期还没有定" next="社区定了日期会通知您，也可以打社区电话问。" />;
  return (
    <>
      <View className="t-body">每年一次，免费。选一个日子：</View>
      <ChipPicker many label="接送" options={WHEELCHAIR} value={fetch} onChange={setFetch} />
      {slots.map(slot => (
        <Slot key={slot.id} slot={slot} elderId={elderId} wheelchair={fetch.length > 0} />
      ))}
    </>
  );
}

/** The yearly check-up: dates, a wheelchair and somebody who fetches, the appointment. */
export default function CheckUpPage() {
  const { elderId } = useParams();
  const checkUp = useQueryOf(safety, 'checkUp', whose(elderId));
  return (
    <Screen title="免费体检" of={checkUp} refusedAction={wayOn(checkUp.failure)}>
      {shown => <Dates checkUp={shown} elderId={elderId} />}
    </Screen>
  );
}
