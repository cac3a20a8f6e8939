import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { Arrive } from '../parts/Arrive';
import { Comment } from '../parts/Comment';
import { safety } from '../queries';
import { HandOver, Resolve } from './Sheets';
import { mainSteps, type Step, sideSteps } from './steps';

/** Steps that ask something first. */
const ASKED = ['arrive', 'resolve', 'handOver', 'comment'] as const;
type Asked = (typeof ASKED)[number];
const isAsked = (key: Step['key']): key is Asked => ASKED.some(each => each === key);

/** Steps that are done at one tap. */
function useSteps(id: string) {
  const acknowledge = useCommand(safety, 'acknowledge');
  const goNow = useCommand(safety, 'goNow');
  const sayFine = useCommand(safety, 'sayFine');
  const doings = { acknowledge, goNow, sayFine };
  const failed = Object.values(doings).find(({ failure }) => failure);
  return { doings, failed, run: (step: keyof typeof doings) => doings[step].run({ id }) };
}

/** What this person may do now: the next steps large, the rest beside them. */
export function AlertFoot({ alert }: { alert: AlertView }) {
  const [open, setOpen] = useState<Asked>();
  const { doings, failed, run } = useSteps(alert.id);
  const press = ({ key }: Step) => (isAsked(key) ? setOpen(key) : run(key));
  const busy = ({ key }: Step) => key in doings && doings[key as keyof typeof doings].busy;
  const close = () => setOpen(undefined);
  return (
    <View className="col alert-foot">
      <FailureNote failure={failed?.failure} onRetry={failed?.retry} />
      <View className="row-wrap">
        {mainSteps(alert).map((step, i) => (
          <BigButton
            key={step.key}
            kind={i > 0 ? 'secondary' : step.key === 'sayFine' ? 'primary' : 'danger'}
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
      {open === 'arrive' ? <Arrive alert={alert} onClose={close} /> : null}
      {open === 'comment' ? <Comment alert={alert} onClose={close} /> : null}
    </View>
  );
}
