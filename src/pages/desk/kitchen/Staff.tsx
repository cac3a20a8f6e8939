import { useState } from 'react';
import type { SheetMeal } from '../../../../types/canteen';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { canteen } from '../queries';

/** 工作餐: a number for the whole staff, without names. Who wants a subsidy or a choice books like anybody else. */
export function Staff({ onClose, meal }: { onClose: () => void; meal: SheetMeal }) {
  const now = meal.groups.find(group => group.id === 'staff');
  const [count, setCount] = useState(String(now?.count ?? ''));
  const save = useCommand(canteen, 'saveStaffMeals', { onDone: onClose });
  const number = /^\d{1,3}$/.test(count.trim()) ? Number(count) : undefined;
  return (
    <Confirm
      open
      title="工作餐几份？"
      text="工作人员一起吃的，写个总数就行，会加到备餐单上；写 0 就是不吃了。"
      yes="保存"
      doing={save}
      ready={number !== undefined && number <= 500}
      onYes={() => save.run({ mealId: meal.mealId, count: number ?? 0, restrictions: now?.restrictions ?? [] })}
      onNo={onClose}
    >
      <Field label="份数" kind="number" value={count} max={3} onChange={setCount} placeholder="比如 6" />
    </Confirm>
  );
}
