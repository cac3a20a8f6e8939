import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { Arrive } from '../../safety/parts/Arrive';
import { Comment } from '../../safety/parts/Comment';
import { safety } from '../queries';
import { EmergencyCard } from './EmergencyCard';
import { Ending } from './Ending';
import { HandOver } from './HandOver';

type Open = 'arrive' | 'comment' | 'card' | 'ending' | 'handOver';

/** What this person may do now, as the cloud says; the next step is the large button. */
export function Actions({ alert }: { alert: AlertView }) {
  const [open, setOpen] = useState<Open>();
  const acknowledge = useCommand(safety, 'acknowledge');
  const goNow = useCommand(safety, 'goNow');
  const { id, may, mine, onTheWayAt, arrivedAt } = alert;
  const close = () => setOpen(undefined);
  const going = mine && alert.status === 'onTheWay';
  const arriving = may.arrive.ok && onTheWayAt !== undefined && arrivedAt === undefined;
  const small = (kind: Open, text: string) => <BigButton small kind="plain" text={text} onPress={() => setOpen(kind)} />;
  return (
    <View className="alert-actions">
      <Refusal alert={alert} />
      <FailureNote failure={acknowledge.failure ?? goNow.failure} onRetry={acknowledge.retry ?? goNow.retry} />
      <View className="row-wrap">
        {may.seeCard.ok ? small('card', '急救卡') : null}
        {may.handOver.ok ? small('handOver', '转给别人') : null}
        {may.comment.ok ? small('comment', '补充情况') : null}
        {may.resolve.ok && !mine ? small('ending', '解除') : null}
      </View>
      <View className="pair">
        {may.acknowledge.ok ? (
          <BigButton text="我来处理" busy={acknowledge.busy} onPress={() => acknowledge.run({ id })} />
        ) : null}
        {may.goNow.ok && !going ? (
          <BigButton
            kind={may.acknowledge.ok ? 'danger' : 'primary'}
            text="我在路上"
            busy={goNow.busy}
            onPress={() => goNow.run({ id })}
          />
        ) : null}
        {arriving ? <BigButton text="我到了" onPress={() => setOpen('arrive')} /> : null}
        {may.resolve.ok && mine ? (
          <BigButton kind={arriving || !going ? 'secondary' : 'primary'} text="解除" onPress={() => setOpen('ending')} />
        ) : null}
      </View>
      {open === 'arrive' ? <Arrive alert={alert} onClose={close} /> : null}
      {open === 'comment' ? <Comment alert={alert} onClose={close} /> : null}
      {open === 'card' ? <EmergencyCard alert={alert} onClose={close} /> : null}
      {open === 'ending' ? <Ending alert={alert} onClose={close} /> : null}
      {open === 'handOver' ? <HandOver alert={alert} onClose={close} /> : null}
    </View>
  );
}

/** Why there is no large button, for who expected one. */
function Refusal({ alert }: { alert: AlertView }) {
  const { acknowledge, goNow } = alert.may;
  if (!alert.open || alert.mine || acknowledge.ok || goNow.ok) return null;
  const { title, next } = sentenceOf(acknowledge.code, acknowledge.details);
  return (
    <View className="desk-note">
      {title}。{next}
    </View>
  );
}
