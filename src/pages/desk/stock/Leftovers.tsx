import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Stepper } from '../../../components/Stepper';
import { sentenceOf } from '../../../services/sentences';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { canteen } from '../queries';

/** What was cooked and not served, portion by portion; logging again replaces. */
export function Leftovers({ mealId }: { mealId: string }) {
  const left = useQueryOf(canteen, 'leftovers', { mealId });
  const [counts, setCounts] = useState<Record<string, number>>();
  const log = useCommand(canteen, 'logLeftovers', { onDone: () => setCounts(undefined) });
  if (!left.data) return left.failure ? <Failed failure={left.failure} onRetry={left.reload} /> : <Skeleton cards={1} />;
  const { names, items } = left.data;
  const may = left.data.may.log;
  const known = Object.fromEntries(items.map(item => [item.name, item.portions]));
  const shown = counts ?? known;
  const save = () => log.run({ mealId, items: names.map(name => ({ name, portions: shown[name] ?? 0 })) });
  return (
    <Card title="做了没卖完的">
      {may.ok ? null : <View className="desk-note">{sentenceOf(may.code, may.details).title}。</View>}
      {may.ok
        ? names.map(name => (
            <View key={name} className="between">
              <View className="t-body">{name}</View>
              <Stepper
                label={`${name}剩几份`}
                value={shown[name] ?? 0}
                max={500}
                onChange={count => setCounts({ ...shown, [name]: count })}
              />
            </View>
          ))
        : null}
      <FailureNote failure={log.failure} onRetry={log.retry} />
      {may.ok ? (
        <BigButton
          kind="secondary"
          text={counts ? '保存剩余' : items.length > 0 ? '已登记' : '没有改动'}
          busy={log.busy}
          disabled={!counts}
          onPress={save}
        />
      ) : null}
    </Card>
  );
}
