import { useState } from 'react';
import type { SampleMeal } from '../../../../types/canteen';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { Labelled } from '../parts/Labelled';
import { canteen } from '../queries';
import { celsiusIn } from './celsius';

interface Props {
  meal: SampleMeal;
  missing: readonly string[];
  /** Grams that the settings ask for. */
  least: number;
  onClose: () => void;
}

/** What goes into the fridge now: all that is missing, unless somebody takes a tick away. */
export function Take({ meal, missing, least, onClose }: Props) {
  const [names, setNames] = useState<string[]>([...missing]);
  const [grams, setGrams] = useState(String(least));
  const [degrees, setDegrees] = useState('');
  const take = useCommand(canteen, 'takeSamples', { onDone: onClose });
  const weight = /^\d{1,4}$/.test(grams.trim()) ? Number(grams) : undefined;
  const celsius = celsiusIn(degrees);
  const submit = () =>
    take.run({ mealId: meal.mealId, names, grams: weight ?? 0, ...(typeof celsius === 'number' ? { celsius } : {}) });
  return (
    <Confirm
      open
      title="登记留样"
      text="称好、装盒、贴上标签、放进留样冰箱以后再登记。"
      yes={`登记 ${names.length} 样`}
      doing={take}
      ready={names.length > 0 && weight !== undefined && weight > 0 && celsius !== 'wrong'}
      onYes={submit}
      onNo={onClose}
    >
      <Labelled label="哪几样">
        <ChipPicker
          many
          label="哪几样"
          options={missing.map(name => ({ value: name, text: name }))}
          value={names}
          onChange={setNames}
        />
      </Labelled>
      <Field label="每样多少克" kind="number" value={grams} max={4} onChange={setGrams} help={`至少 ${least} 克`} />
      <Field
        optional
        label="冰箱温度（℃）"
        value={degrees}
        max={5}
        onChange={setDegrees}
        error={celsius === 'wrong' ? '请写数字，比如 4 或 -1' : undefined}
      />
    </Confirm>
  );
}
