import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView, PartySide } from '../../../../../types/mediation';
import { addDays, type CivilDate, dayOf, type Instant } from '../../../../../types/time';
import { BigButton } from '../../../../components/BigButton';
import { Card } from '../../../../components/Card';
import { ChipPicker } from '../../../../components/ChipPicker';
import { DateStrip } from '../../../../components/DateStrip';
import { FailureNote } from '../../../../components/FailureNote';
import { Segmented } from '../../../../components/Segmented';
import { useCommand } from '../../../../services/useDoor';
import { Labelled } from '../../../desk/parts/Labelled';
import { mediation, useMediationSettings } from '../../queries';
import { daysAhead } from '../../words';
import { MOST_SLOTS, slotsOf, slotText, toggled } from '../slots';

const WHOM = [
  { value: 'together', text: '双方一起' },
  { value: 'applicant', text: '单独和申请人' },
  { value: 'respondent', text: '单独和被申请人' },
] as const;
type Whom = (typeof WHOM)[number]['value'];

const MINUTES = [30, 60, 90, 120].map(minutes => ({ value: String(minutes), text: `${minutes} 分钟` }));
const DAYS = 10;

/** Offers times for a talk; what suits both is agreed and its room held, without anybody on the telephone. */
export function Offer({ view, onDone }: { view: CaseView; onDone: () => void }) {
  const settings = useMediationSettings();
  const rooms = settings.data?.rooms ?? [];
  const [whom, setWhom] = useState<Whom>('together');
  const [place, setPlace] = useState<string>();
  const [minutes, setMinutes] = useState('60');
  const [slots, setSlots] = useState<Instant[]>([]);
  const offer = useCommand(mediation, 'offerSlots', { onDone });
  const chosen = place ?? rooms[0]?.id ?? 'phone';
  const run = () =>
    offer.run({
      id: view.id,
      ...(whom === 'together' ? { kind: 'together' } : { kind: 'separate', side: whom satisfies PartySide }),
      ...(chosen === 'phone' ? { mode: 'phone' } : { mode: 'room', roomId: chosen }),
      minutes: Number(minutes),
      slots,
    });
  return (
    <Card title="约一次面谈">
      <View className="col">
        <Labelled
          label="和谁谈"
          help={whom === 'together' ? undefined : '单独谈的内容，另一方看不到；另一方也看不到您约过这次谈话。'}
        >
          <Segmented label="和谁谈" options={WHOM} value={whom} onChange={setWhom} />
        </Labelled>
        <Labelled label="在哪里">
          <ChipPicker
            label="在哪里谈"
            options={[...rooms.map(room => ({ value: room.id, text: room.name })), { value: 'phone', text: '打电话' }]}
            value={[chosen]}
            onChange={([first]) => setPlace(first)}
          />
        </Labelled>
        <Labelled label="多长时间">
          <ChipPicker label="多长时间" options={MINUTES} value={[minutes]} onChange={([first]) => setMinutes(first ?? '60')} />
        </Labelled>
        <Times now={view.now} slots={slots} onChange={setSlots} />
        <FailureNote failure={offer.failure} onRetry={offer.retry} />
        <BigButton
          text={slots.length > 0 ? `发出这 ${slots.length} 个时间` : '先选几个时间'}
          busy={offer.busy}
          disabled={slots.length === 0}
          onPress={run}
        />
        <BigButton kind="plain" text="先不约" onPress={onDone} />
      </View>
    </Card>
  );
}

function Times({ now, slots, onChange }: { now: Instant; slots: Instant[]; onChange: (slots: Instant[]) => void }) {
  const today = dayOf(now);
  const [day, setDay] = useState<CivilDate>(addDays(today, 1));
  const days = daysAhead(now, DAYS).map(each => {
    const count = slots.filter(at => dayOf(at) === each).length;
    return { day: each, ...(count > 0 ? { note: `${count} 个` } : {}) };
  });
  return (
    <Labelled
      label={`可以的时间（最多 ${MOST_SLOTS} 个）`}
      help={slots.length > 0 ? `已选：${slots.map(at => slotText(at, now)).join('；')}` : '给三个以上，双方更容易凑上。'}
    >
      <DateStrip days={days} today={today} value={day} onChange={setDay} />
      <ChipPicker
        many
        label="几点"
        options={slotsOf(day, now).map(at => ({ value: String(at), text: slotText(at, now).split(' ').at(-1) ?? '' }))}
        value={slots.map(String)}
        onChange={next => {
          const changed = [...next, ...slots.map(String)].find(at => next.includes(at) !== slots.map(String).includes(at));
          if (changed) onChange(toggled(slots, Number(changed) as Instant));
        }}
      />
    </Labelled>
  );
}
