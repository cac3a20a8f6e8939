import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeliveryReason, RecipientView } from '../../../../types/canteen';
import { addDays, type CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { Segmented } from '../../../components/Segmented';
import { useCommand } from '../../../services/useDoor';
import { REASON_TEXT } from '../../canteen/standingWords';
import { DayField } from '../../safety/absence/DayField';
import { canteen } from '../queries';

interface Props {
  dinerId: string;
  /** What was asked or granted: to begin with. */
  like?: RecipientView['granted'];
  today: CivilDate;
  onDone: () => void;
}

const REASONS = (Object.keys(REASON_TEXT) as DeliveryReason[]).map(value => ({ value, text: REASON_TEXT[value] }));
const LASTING = [
  { value: 'open', text: '长期' },
  { value: 'to', text: '到某一天' },
] as const;

/** Why, and from when to when; after a hospital stay it has an end. */
export function GrantForm({ dinerId, like, today, onDone }: Props) {
  const [reason, setReason] = useState<DeliveryReason>(like?.reason ?? 'livesAlone');
  const [from, setFrom] = useState(like && like.from > today ? like.from : today);
  const [to, setTo] = useState(like?.to);
  const granting = useCommand(canteen, 'grantDelivery', { onDone });
  const last = to ?? (reason === 'afterHospital' ? addDays(from, 30) : undefined);
  return (
    <View className="col">
      <ChipPicker label="原因" options={REASONS} value={[reason]} onChange={([one]) => one && setReason(one)} />
      <DayField label="从哪天开始" value={from} first={today} today={today} onChange={setFrom} />
      {reason === 'afterHospital' ? null : (
        <Segmented
          label="送多久"
          options={LASTING}
          value={to ? 'to' : 'open'}
          onChange={value => setTo(value === 'to' ? addDays(from, 30) : undefined)}
        />
      )}
      {last ? <DayField label="到哪天为止" value={last} first={from} today={today} onChange={setTo} /> : null}
      <FailureNote failure={granting.failure} onRetry={granting.retry} />
      <BigButton
        text="同意送餐"
        busy={granting.busy}
        onPress={() => granting.run({ dinerId, reason, from, ...(last ? { to: last } : {}) })}
      />
    </View>
  );
}
