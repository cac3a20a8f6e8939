import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CaseView } from '../../../../types/mediation';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ChipPicker } from '../../../components/ChipPicker';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { isOpen } from '../parts/verdict';
import { mediation, useGuide } from '../queries';
import { extensionOf } from './stages';

/** More days, asked by the other side: one's own yes makes it so; saying nothing leaves the time as it is. */
export function ExtensionAsked({ view }: { view: CaseView }) {
  const extending = useCommand(mediation, 'extend');
  const { extension } = view;
  if (!extension || !isOpen(view.may.extend) || extensionOf(view) !== 'theirs') return null;
  return (
    <Card tone="accent" title="对方想多谈几天">
      <View className="col">
        <View className="t-body">{`对方想把期限延长 ${extension.days} 天。您同意才算数；不同意，什么也不用点。`}</View>
        <FailureNote failure={extending.failure} onRetry={extending.retry} />
        <BigButton
          text={`同意延长 ${extension.days} 天`}
          busy={extending.busy}
          onPress={() => extending.run({ id: view.id, days: extension.days })}
        />
      </View>
    </Card>
  );
}

/** What people think in: a week, two, a month; never more than the community allows at once. */
const DAYS = [7, 15, 30, 60];
const fitting = (most: number): number[] => (most < DAYS[0]! ? [most] : DAYS.filter(days => days <= most));

/** Asking for more days. */
export function AskExtension({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const guide = useGuide().data;
  const choices = fitting(guide?.extensionDays ?? DAYS[0]!);
  const [chosen, setChosen] = useState<string>();
  const days = chosen ?? String(choices.at(-1));
  const extending = useCommand(mediation, 'extend', { onDone: onClose });
  return (
    <Confirm
      open
      title="想多谈几天吗？"
      text="谈不完，可以请对方同意延长。对方同意了才算数。"
      yes="问问对方"
      doing={extending}
      onYes={() => extending.run({ id: view.id, days: Number(days) })}
      onNo={onClose}
    >
      <ChipPicker
        label="延长几天"
        options={choices.map(each => ({ value: String(each), text: `${each} 天` }))}
        value={[days]}
        onChange={([one]) => setChosen(one)}
      />
    </Confirm>
  );
}
