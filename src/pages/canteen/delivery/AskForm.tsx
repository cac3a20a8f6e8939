import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DeliveryReason, RecipientView } from '../../../../types/canteen';
import { addDays, type CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { DayField } from '../../safety/absence/DayField';
import { delivery } from '../standingQueries';
import { REASON_TEXT } from '../standingWords';

const REASONS = (Object.keys(REASON_TEXT) as DeliveryReason[]).map(value => ({ value, text: REASON_TEXT[value] }));
/** How long somebody fresh from hospital needs it, to begin with. */
const A_WHILE = 30;

/** Why, and from when to when. Staff of the grid look at it and answer. */
export function AskForm({ known }: { known: RecipientView & { today: CivilDate } }) {
  const { dinerId, today, granted } = known;
  const [reason, setReason] = useState<DeliveryReason>();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(addDays(today, A_WHILE));
  const asking = useCommand(delivery, 'askDelivery');
  const temporary = reason === 'afterHospital';
  const ask = () => reason && asking.run({ dinerId, reason, from, ...(temporary ? { to } : {}) });
  return (
    <Card title={granted ? '要改时间，再申请一次' : '申请送餐上门'}>
      <View className="col">
        <View className="field-label">为什么要送</View>
        <ChipPicker label="为什么要送" options={REASONS} value={reason ? [reason] : []} onChange={([one]) => setReason(one)} />
        <DayField label="从哪天开始" value={from} first={today} today={today} onChange={setFrom} />
        {temporary ? <DayField label="到哪天为止" value={to} first={from} today={today} onChange={setTo} /> : null}
        <FailureNote failure={asking.failure} onRetry={asking.retry} />
        <BigButton text={reason ? '交给社区' : '先选为什么'} disabled={!reason} busy={asking.busy} onPress={ask} />
      </View>
    </Card>
  );
}
