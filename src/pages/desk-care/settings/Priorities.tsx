import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { newName, type PriorityDraft } from './draft';
import type { PartProps } from './index';

/** 优先家庭: in their order; what has to be shown. */
export function Priorities({ draft, wrong, set }: PartProps) {
  const list = draft.priorities;
  const change = (id: string, next: Partial<PriorityDraft>) =>
    set({ priorities: list.map(each => (each.id === id ? { ...each, ...next } : each)) });
  const earlier = (i: number) => {
    const next = [...list];
    const [one] = next.splice(i, 1);
    if (one) next.splice(i - 1, 0, one);
    set({ priorities: next });
  };
  return (
    <Card title="优先家庭">
      <View className="col">
        <View className="t-secondary">排在前面的先得名额；同一条里的，按先后或抽签。</View>
        {list.map((each, i) => (
          <View key={each.id} className="care-outcome">
            <View className="care-two">
              <Field
                label={`第 ${i + 1} 优先`}
                value={each.name}
                max={20}
                onChange={name => change(each.id, { name })}
                error={wrong[each.id]}
              />
              <Field
                optional
                label={`第 ${i + 1} 优先，看什么材料`}
                value={each.document}
                max={40}
                onChange={document => change(each.id, { document })}
              />
            </View>
            <View className="row-wrap">
              {i > 0 ? (
                <BigButton small kind="plain" text="往前排" label={`${each.name}往前排`} onPress={() => earlier(i)} />
              ) : null}
              <BigButton
                small
                kind="plain"
                icon="trash"
                text="去掉"
                label={`去掉${each.name || `第 ${i + 1} 优先`}`}
                onPress={() => set({ priorities: list.filter(({ id }) => id !== each.id) })}
              />
            </View>
          </View>
        ))}
        <BigButton
          kind="plain"
          icon="plus"
          text="加一条"
          disabled={list.length >= 12}
          onPress={() =>
            set({
              priorities: [
                ...list,
                {
                  id: newName(
                    'p',
                    list.map(({ id }) => id),
                  ),
                  name: '',
                  document: '',
                },
              ],
            })
          }
        />
      </View>
    </Card>
  );
}
