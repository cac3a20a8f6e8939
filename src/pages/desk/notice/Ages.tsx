import { View } from '@tarojs/components';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Labelled } from '../parts/Labelled';
import type { Traits } from './audience';

interface Props {
  traits: Pick<Traits, 'ageFrom' | 'ageTo'>;
  onChange: (traits: Pick<Traits, 'ageFrom' | 'ageTo'>) => void;
}

const USUAL = [
  { value: '60-', text: '60 岁以上', from: 60, to: undefined },
  { value: '80-', text: '80 岁以上', from: 80, to: undefined },
  { value: '-14', text: '14 岁以下', from: undefined, to: 14 },
] as const;

const read = (text: string): number | undefined => (/^\d{1,3}$/.test(text) ? Math.min(130, Number(text)) : undefined);

/** An age band: a usual one by a tap, any other by its two ends. */
export function Ages({ traits, onChange }: Props) {
  const chosen = USUAL.filter(({ from, to }) => from === traits.ageFrom && to === traits.ageTo).map(({ value }) => value);
  const choose = (list: string[]) => {
    const next = USUAL.find(({ value }) => value === list.filter(each => each !== chosen[0]).at(-1));
    onChange({ ageFrom: next?.from, ageTo: next?.to });
  };
  return (
    <Labelled label="年龄">
      <ChipPicker<string> many label="年龄" options={USUAL} value={chosen} onChange={choose} />
      <View className="pair">
        <View className="grow">
          <Field
            optional
            kind="number"
            label="从几岁"
            max={3}
            value={traits.ageFrom === undefined ? '' : String(traits.ageFrom)}
            onChange={text => onChange({ ...traits, ageFrom: read(text) })}
          />
        </View>
        <View className="grow">
          <Field
            optional
            kind="number"
            label="到几岁"
            max={3}
            value={traits.ageTo === undefined ? '' : String(traits.ageTo)}
            onChange={text => onChange({ ...traits, ageTo: read(text) })}
          />
        </View>
      </View>
    </Labelled>
  );
}
