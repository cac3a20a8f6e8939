import { useState } from 'react';
import type { CivilDate } from '../../../../types/time';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../parts/Labelled';
import { canteen } from '../queries';
import { mealText } from '../words';
import type { MenuMeal } from './draft';

const REASONS = ['停水停电', '设备检修', '节日放假', '天气原因'].map(reason => ({ value: reason, text: reason }));

/** 停餐: says how many people it concerns before it is done. */
export function Close({ open, onClose, meal, today }: { open: boolean; onClose: () => void; meal: MenuMeal; today: CivilDate }) {
  const [reason, setReason] = useState('');
  const close = useCommand(canteen, 'closeKitchen', { onDone: onClose });
  const concerned =
    meal.ordered > 0 ? `已经订的 ${meal.ordered} 份会全部取消，不收费，并逐一通知订餐的人。` : '还没有人订，不会通知任何人。';
  return (
    <Confirm
      kind="danger"
      title={`${mealText(meal, today)}停餐？`}
      open={open}
      onNo={onClose}
      text={concerned}
      yes={meal.ordered > 0 ? `停餐，取消 ${meal.ordered} 份` : '停餐'}
      ready={reason.trim() !== ''}
      doing={close}
      onYes={() => close.run({ mealId: meal.id, reason: reason.trim() })}
    >
      <Labelled label="原因（会写进通知）">
        <ChipPicker label="原因" options={REASONS} value={[reason]} onChange={([first]) => setReason(first ?? '')} />
      </Labelled>
      <Field label="或者自己写" value={reason} max={50} onChange={setReason} />
    </Confirm>
  );
}
