import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import type { MyRounds } from '../queries';

interface Props {
  of: Pick<MyRounds, 'hotAtLeast' | 'minutesToDoor'>;
  onLeave: (measured: { celsius?: number }) => void;
}

/** Out of the kitchen: the temperature of the box, then the minutes count. Too cold is said before setting out, not after. */
export function Leave({ of, onLeave }: Props) {
  const [typed, setTyped] = useState('');
  const celsius = Number(typed);
  const measured = typed.trim() !== '' && Number.isFinite(celsius) && celsius > -20 && celsius < 120;
  const cold = measured && celsius < of.hotAtLeast;
  return (
    <Card title="出发前" {...(cold ? { tone: 'danger' as const } : {})}>
      <View className="col">
        <Field
          optional
          label="箱子里的温度（℃）"
          kind="digit"
          max={4}
          value={typed}
          onChange={setTyped}
          help={`热菜不低于 ${of.hotAtLeast} ℃`}
          error={cold ? `低于 ${of.hotAtLeast} ℃，请让食堂重新加热再出发。` : undefined}
        />
        <BigButton
          kind={cold ? 'danger' : 'primary'}
          text={cold ? '食堂说可以，出发' : '出发'}
          onPress={() => onLeave(measured ? { celsius } : {})}
        />
        <View className="t-secondary">{`出发后 ${of.minutesToDoor} 分钟内送完。`}</View>
      </View>
    </Card>
  );
}
