import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertView } from '../../../../types/safety';
import { type CivilDate, dayOf } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { EmergencyCalls } from '../../../components/EmergencyCalls';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { goHome } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { useCommand } from '../../../services/useDoor';
import { AlertTimeline } from '../parts/AlertTimeline';
import { PhotoButton } from '../parts/PhotoButton';
import { Photos } from '../parts/Photos';
import { placeHere } from '../parts/place';
import { Told } from '../parts/Told';
import { usePhoto } from '../parts/usePhoto';
import { safety } from '../queries';
import { handledText, STATUS_TEXT } from '../words';
import { Held } from './Held';

/** Sent only when somebody taps; a phone that does not know where it is says so. */
function SendPlace({ alert }: { alert: AlertView }) {
  const [word, setWord] = useState<string>();
  const telling = useCommand(safety, 'sos', { onDone: () => setWord('位置已经发给来帮忙的人') });
  const send = async () => {
    const place = await placeHere();
    if (place) telling.run({ elderId: alert.subjectId, place });
    else setWord('没有拿到位置。请打电话告诉他们您在哪里。');
  };
  return (
    <>
      {alert.place || word ? <View className="t-secondary">{word ?? '位置已经发出'}</View> : null}
      {alert.place ? null : <BigButton kind="plain" icon="pin" text="把我的位置告诉他们" busy={telling.busy} onPress={send} />}
      <FailureNote failure={telling.failure} onRetry={telling.retry} />
    </>
  );
}

/** What is wrong, shown instead of told; goes out as soon as it is taken. */
function SendPhoto({ alert }: { alert: AlertView }) {
  const telling = useCommand(safety, 'comment');
  const photo = usePhoto(id => telling.run({ id: alert.id, photo: id }));
  if (!alert.may.comment.ok) return null;
  return (
    <>
      <PhotoButton photo={photo} />
      <FailureNote failure={telling.failure} onRetry={telling.retry} />
      <Photos alert={alert} />
    </>
  );
}

/** 我没事: everybody reads it, and somebody looks all the same. */
function SayFine({ alert }: { alert: AlertView }) {
  const saying = useCommand(safety, 'sayFine');
  if (!alert.may.sayFine.ok) return null;
  if (alert.timeline.some(({ what }) => what === 'saysFine')) {
    return <View className="t-body">已经告诉大家您没事，还是会有人来看看您。</View>;
  }
  return (
    <>
      <FailureNote failure={saying.failure} onRetry={saying.retry} />
      <BigButton kind="plain" text="我没事" busy={saying.busy} onPress={() => saying.run({ id: alert.id })} />
    </>
  );
}

/** How it ended, and the way back. */
const Ended = ({ alert, today }: { alert: AlertView; today: CivilDate }) => (
  <>
    <Card
      title={alert.status === 'cancelled' ? '已经取消，没有通知任何人' : '这次求助已经结束'}
      aside={<Tag {...STATUS_TEXT[alert.status]} />}
    >
      <View className="t-body">{handledText(alert)}</View>
    </Card>
    <BigButton text="回到首页" onPress={goHome} />
    {alert.status === 'cancelled' ? null : <AlertTimeline alert={alert} today={today} />}
  </>
);

/** Help is called: who knows, who comes, the telephone, and 我没事. Follows the server. */
export function Raised({ alert, reload }: { alert: AlertView; reload: () => Promise<unknown> }) {
  const today = dayOf(systemNow());
  if (!alert.open) return <Ended alert={alert} today={today} />;
  if (alert.status === 'held') {
    return (
      <>
        <Held alert={alert} onDone={reload} />
        <EmergencyCalls community={alert.communityPhone} />
      </>
    );
  }
  return (
    <>
      <Card tone="danger" title="求助已经发出" aside={<Tag {...STATUS_TEXT[alert.status]} />}>
        <View className="t-title" {...aria({ role: 'status', live: 'assertive' })}>
          {handledText(alert)}
        </View>
        <View className="t-body">请尽量待在原地，把门打开或准备好开门。</View>
      </Card>
      {alert.communityPhone ? <CallButton kind="primary" phone={alert.communityPhone} text="打给社区" /> : null}
      <EmergencyCalls />
      <Told paged={alert.paged} />
      <SendPlace alert={alert} />
      <SendPhoto alert={alert} />
      <SayFine alert={alert} />
      <AlertTimeline alert={alert} today={today} />
    </>
  );
}
