import { View } from '@tarojs/components';
import { ALLERGEN_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { Press } from '../../../components/Press';
import { Labelled } from '../parts/Labelled';
import { MARK_TEXT, optionsOf } from '../words';
import type { DishDraft, Wrong } from './draft';
import { PhotoField } from './PhotoField';

interface Props {
  dish: DishDraft;
  open: boolean;
  wrong: Wrong;
  onOpen: () => void;
  onChange: (dish: DishDraft) => void;
  onRemove: () => void;
}

const summaryOf = ({ parts, allergens, marks }: DishDraft) =>
  [
    parts,
    marks.map(mark => MARK_TEXT[mark]).join('、'),
    allergens.length > 0 ? `含${allergens.map(each => ALLERGEN_TEXT[each]).join('、')}` : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** One dish of a menu: a line to read, or the form to write it. */
export function DishForm({ dish, open, wrong, onOpen, onChange, onRemove }: Props) {
  const spoilt = Object.keys(wrong).some(key => key.startsWith(`${dish.id}.`));
  if (!open && !spoilt) {
    return (
      <Press className="dish-line" onPress={onOpen}>
        <View className="grow">
          <View className="t-body">{dish.name || '新菜'}</View>
          <View className="t-secondary">{summaryOf(dish)}</View>
        </View>
        <View className="t-price">{dish.price ? `¥${dish.price}` : ''}</View>
      </Press>
    );
  }
  return (
    <View className="dish-form">
      <View className="dish-top">
        <Field
          label="菜名"
          value={dish.name}
          max={20}
          onChange={name => onChange({ ...dish, name })}
          error={wrong[`${dish.id}.name`]}
          placeholder="比如 A 套餐 红烧狮子头"
        />
        <Field
          label="价格（元）"
          kind="digit"
          value={dish.price}
          max={8}
          onChange={price => onChange({ ...dish, price })}
          error={wrong[`${dish.id}.price`]}
          placeholder="12"
        />
      </View>
      <Field
        optional
        label="里面有什么"
        value={dish.parts}
        onChange={parts => onChange({ ...dish, parts })}
        error={wrong[`${dish.id}.parts`]}
        help="用顿号隔开：狮子头、清炒时蔬、番茄蛋汤、米饭"
      />
      <PhotoField photo={dish.photo} name={dish.name} onChange={photo => onChange({ ...dish, photo })} />
      <Labelled label="含有的过敏原" help="勾了的，系统会提醒过敏的人和厨房。">
        <ChipPicker
          many
          label="含有的过敏原"
          options={optionsOf(ALLERGEN_TEXT)}
          value={dish.allergens}
          onChange={allergens => onChange({ ...dish, allergens })}
        />
      </Labelled>
      <Labelled label="特点">
        <ChipPicker
          many
          label="特点"
          options={optionsOf(MARK_TEXT)}
          value={dish.marks}
          onChange={marks => onChange({ ...dish, marks })}
        />
      </Labelled>
      <BigButton small kind="plain" icon="trash" text="去掉这道菜" label={`去掉这道菜 ${dish.name}`} onPress={onRemove} />
    </View>
  );
}
