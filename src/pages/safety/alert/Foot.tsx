import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { safety } from '../queries';
import { Comment, HandOver, Resolve } from './Sheets';
import { mainSteps, type Step, sideSteps } from './steps';

type Open = 'resolve' | 'handOver' | 'comment';

/** Steps that are done at one tap. */
function useSteps(id: string) {
  const acknowledge = useCommand(safety, 'acknowledge');
  const goNow = useCommand(safety, 'goNow');
  const arrive = useCommand(safety, 'arrive');
  const sayFine = useCommand(safety, 'sayFine');
  const doings = { acknowledge, goNow, arrive, sayFine };
  const failed = Object.values(doings).find(({ failure }) => failure);
  return { doings, failed, run: (step: keyof typeof doings) => doings[step].run({ id }) };
}

/** What this person may do now: the next steps large, the rest beside them. */
export function AlertFoot({ alert }: { alert: AlertView }) {
  const [open, setOpen] = useState<Open>();
  const { doings, failed, run } = useSteps(alert.id);
  const press = ({ key }: Step) => (key === 'resolve' || key === 'handOver' || key === 'comment' ? setOpen(key) : run(key));
  const busy = ({ key }: Step) => key in doings && doings[key as keyof typeof doings].busy;
  const close = () => setOpen(undefined);
  return (
    <View className="col alert-foot">
      <FailureNote failure={failed?.failure} onRetry={failed?.retry} />
      <View className="row-wrap">
        {mainSteps(alert).map((step, i) => (
          <BigButton
            key={step.key}
            kind={i === 0 ? 'danger' : 'secondary'}
            text={step.text}
            busy={busy(step)}
            onPress={() => press(step)}
          />
        ))}
      </View>
      <View className="row-wrap">
        {sideSteps(alert).map(step => (
          <BigButton key={step.key} small kind="plain" text={step.text} busy={busy(step)} onPress={() => press(step)} />
        ))}
      </View>
      <Resolve alert={alert} open={open === 'resolve'} onClose={close} />
      {open === 'handOver' ? <HandOver alert={alert} onClose={close} /> : null}
      <Comment alert={alert} open={open === 'comment'} onClose={close} />
    </View>
  );
}
