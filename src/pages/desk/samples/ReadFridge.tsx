import { useState } from 'react';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { canteen } from '../queries';
import { celsiusIn } from './celsius';

/** What the thermometer says now. */
export function ReadFridge({ mealId, onClose }: { mealId: string; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const read = useCommand(canteen, 'readFridge', { onDone: onClose });
  const celsius = celsiusIn(typed);
  return (
    <Confirm
      open
      title="冰箱现在几度？"
      yes="登记"
      doing={read}
      ready={typeof celsius === 'number'}
      onYes={() => typeof celsius === 'number' && read.run({ mealId, celsius })}
      onNo={onClose}
    >
      <Field
        label="温度（℃）"
        value={typed}
        max={5}
        onChange={setTyped}
        placeholder="4"
        error={celsius === 'wrong' ? '请写数字，比如 4 或 -1' : undefined}
      />
    </Confirm>
  );
}
