import { useState } from 'react';
import type { BindingView } from '../../../../types/people';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { useCommand } from '../../../services/useDoor';
import { people } from '../queries';

interface Props {
  binding: BindingView;
  /** The one on the other side. */
  other: string;
}

/** Ends a binding, or takes back a request that was not answered; asks once more. */
export function EndBinding({ binding: { elderId, key, status, may }, other }: Props) {
  const [asking, setAsking] = useState(false);
  const ending = useCommand(people, 'endBinding', { touches: ['canteen'], onDone: () => setAsking(false) });
  if (!may.end.ok) return null;
  const open = status === 'asked';
  const close = () => {
    ending.reset();
    setAsking(false);
  };
  return (
    <>
      <BigButton
        small
        kind="plain"
        text={open ? '撤回申请' : '解除关联'}
        label={`${open ? '撤回申请' : '解除关联'}：${other}`}
        onPress={() => setAsking(true)}
      />
      <Confirm
        open={asking}
        title={open ? `撤回关联${other}的申请吗？` : `解除和${other}的关联吗？`}
        text={open ? '撤回后可以重新申请。' : '解除后不能再帮忙订餐。已经订好的饭不受影响，以后可以重新申请。'}
        yes={open ? '撤回申请' : '解除关联'}
        kind="danger"
        doing={ending}
        onYes={() => ending.run({ elderId, key })}
        onNo={close}
      />
    </>
  );
}
