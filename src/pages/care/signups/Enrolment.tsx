import { View } from '@tarojs/components';
import { useState } from 'react';
import type { EnrolmentView } from '../../../../types/care';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { useCommand } from '../../../services/useDoor';
import { care } from '../queries';
import { LIVE } from '../words';
import { feeText, linesOf, stateOf, withdrawal } from './words';

/** Leaves the class, the waitlist or the draw; first it says what that means. */
function Withdraw({ enrolment }: { enrolment: EnrolmentView }) {
  const [asking, setAsking] = useState(false);
  const withdrawing = useCommand(care, 'withdraw', { onDone: () => setAsking(false) });
  const { id, childName, className } = enrolment;
  const { button, text } = withdrawal(enrolment);
  return (
    <>
      <BigButton kind="plain" text={button} label={`${button}：${childName} ${className}`} onPress={() => setAsking(true)} />
      <Confirm
        open={asking}
        title={`${childName}${button}吗？`}
        text={text}
        yes={button}
        kind="danger"
        doing={withdrawing}
        onYes={() => withdrawing.run({ id })}
        onNo={() => setAsking(false)}
      />
    </>
  );
}

/** One sign-up of one child, with its fee and what can be done about it. */
export function Enrolment({ enrolment }: { enrolment: EnrolmentView }) {
  const { id, childId, childName, className, termName, status, mode, classId, fee, may } = enrolment;
  const live = LIVE.includes(status);
  const money = feeText(fee);
  return (
    <Card title={`${childName} · ${className}`} aside={<Tag {...stateOf(enrolment)} />}>
      <View className="col">
        <View>
          <View className="t-secondary">{termName}</View>
          {linesOf(enrolment).map(line => (
            <View key={line} className="t-body">
              {line}
            </View>
          ))}
          {money ? <View className="t-body">{`${money}。${fee.due > 0 ? '请到服务台交，当场开收据。' : ''}`}</View> : null}
        </View>
        <View className="care-pair">
          {may.change.ok ? (
            <BigButton
              kind="secondary"
              text="换班"
              label={`换班：${childName} ${className}`}
              onPress={() => go('pages/care/classes/index', { childId, instead: id })}
            />
          ) : null}
          {mode === 'draw' && live ? (
            <BigButton kind="secondary" text="看抽签" onPress={() => go('pages/care/draw/index', { classId })} />
          ) : null}
          {may.withdraw.ok ? <Withdraw enrolment={enrolment} /> : null}
        </View>
      </View>
    </Card>
  );
}
