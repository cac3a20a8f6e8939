import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Field } from '../../../components/Field';
import { optionsOf } from '../../desk/words';
import { BY_TEXT, WHO_TEXT } from '../words';
import { newName, type RungDraft } from './draft';
import type { PartProps } from './index';

/** 逾期未接: whom the system tells, step by step, when nobody comes. */
export function Late({ draft, wrong, set }: PartProps) {
  const list = draft.late;
  const change = (key: string, next: Partial<RungDraft>) =>
    set({ late: list.map(each => (each.key === key ? { ...each, ...next } : each)) });
  const add = (): RungDraft => ({
    key: newName(
      'r',
      list.map(({ key }) => key),
    ),
    after: '',
    who: 'guardians',
    way: 'call',
  });
  return (
    <Card title="到点没人接，一步一步找谁">
      <View className="col">
        {list.map((rung, i) => (
          <View key={rung.key} className="care-outcome">
            <Field
              kind="number"
              label={`第 ${i + 1} 步，结束后几分钟`}
              value={rung.after}
              max={3}
              onChange={after => change(rung.key, { after })}
              error={wrong[rung.key]}
            />
            <ChipPicker
              label={`第 ${i + 1} 步找谁`}
              options={optionsOf(WHO_TEXT)}
              value={[rung.who]}
              onChange={([who]) => who && change(rung.key, { who })}
            />
            <View className="care-gap">
              <ChipPicker
                label={`第 ${i + 1} 步怎么找`}
                options={optionsOf(BY_TEXT)}
                value={[rung.way]}
                onChange={([way]) => way && change(rung.key, { way })}
              />
            </View>
            <View className="row">
              <BigButton
                small
                kind="plain"
                icon="trash"
                text="去掉"
                label={`去掉第 ${i + 1} 步`}
                onPress={() => set({ late: list.filter(({ key }) => key !== rung.key) })}
              />
            </View>
          </View>
        ))}
        {wrong.late ? <View className="field-error">{wrong.late}</View> : null}
        <BigButton
          kind="plain"
          icon="plus"
          text="加一步"
          disabled={list.length >= 6}
          onPress={() => set({ late: [...list, add()] })}
        />
      </View>
    </Card>
  );
}
