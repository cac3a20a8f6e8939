import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { placeHere } from '../parts/place';
import { safety } from '../queries';
import { CallFamily } from './CallFamily';
import { Elsewhere } from './Elsewhere';
import { Tell } from './Tell';

type Relay = OutputOf<SafetyContract, 'reportFound'>;
/** What is written down before it goes out. */
type Asking = 'call' | 'tell';
type Wish = 'callFamily' | 'place' | 'tellCommunity';

/** What happens now, in a sentence. */
function doneText(wants: Wish, { call }: Relay): string {
  if (wants === 'place') return '位置已经发给家人和社区，他们会来接。';
  if (wants === 'tellCommunity') return '已经告诉社区和家人，谢谢您。';
  return call === 'ringing' ? '您的手机马上会响，请接听，接起来就能和家人说话。' : '已经通知家人和社区。请打下面的电话。';
}

/** The number that answers for the family, and what to say there; also when nobody of the family picks up. */
const Call = ({ relay, phone }: { relay: Relay; phone: string }) => {
  const number = relay.relayPhone || phone;
  const ringing = relay.call === 'ringing';
  return (
    <Card tone="accent">
      <View className="col">
        <View className="t-body">{`${ringing ? '没有接通的话，打给社区，' : '电话里'}请说编号：${relay.number}`}</View>
        {number ? <CallButton kind={ringing ? 'secondary' : 'primary'} phone={number} text="打给社区" /> : null}
      </View>
    </Card>
  );
};

/** One report, and what was said about it last. */
function useReport(code: string) {
  const [relay, setRelay] = useState<Relay>();
  const [told, setTold] = useState<string>();
  const [asking, setAsking] = useState<Asking>();
  const reporting = useCommand(safety, 'reportFound', {
    onDone: (answer, { wants }) => {
      setRelay(answer);
      setTold(doneText(wants, answer));
      setAsking(undefined);
    },
  });
  const sendPlace = async () => {
    const place = await placeHere();
    if (place) reporting.run({ code, wants: 'place', place });
    else setTold('没有拿到位置。请点“告诉社区”，写一下在哪里。');
  };
  const send = (words: string, mobile: string) =>
    reporting.run({ code, wants: 'tellCommunity', words, ...(mobile ? { phone: mobile } : {}) });
  const call = (mobile: string) => reporting.run({ code, wants: 'callFamily', ...(mobile ? { phone: mobile } : {}) });
  return { relay, told, asking, setAsking, reporting, sendPlace, send, call };
}

interface Props {
  code: string;
  /** The community's. */
  phone: string;
  /** The finder and the family can be joined. */
  joins: boolean;
}

/** Three ways to help, each one tap; a second tap adds to the same report. */
export function Help({ code, phone, joins }: Props) {
  const { relay, told, asking, setAsking, reporting, sendPlace, send, call } = useReport(code);
  const { busy } = reporting;
  const close = () => setAsking(undefined);
  if (reporting.failure?.code === 'TOO_MANY_TRIES') return <Elsewhere title="用得太多了，先停一停" phone={phone} />;
  return (
    <>
      {told ? (
        <Card>
          <View className="t-section" {...aria({ role: 'status', live: 'assertive' })}>
            {told}
          </View>
        </Card>
      ) : null}
      {asking ? null : <FailureNote failure={reporting.failure} onRetry={reporting.retry} />}
      {relay ? <Call relay={relay} phone={phone} /> : null}
      <BigButton
        icon="phone"
        kind={relay ? 'secondary' : 'primary'}
        text="联系家人"
        busy={busy}
        onPress={() => (joins ? setAsking('call') : call(''))}
      />
      <BigButton kind="secondary" icon="pin" text="把我的位置发给他们" busy={busy} onPress={sendPlace} />
      <BigButton kind="secondary" icon="edit" text="告诉社区" onPress={() => setAsking('tell')} />
      {relay || !phone ? null : <CallButton phone={phone} text="打给社区" />}
      <CallFamily open={asking === 'call'} doing={reporting} onCall={call} onClose={close} />
      <Tell open={asking === 'tell'} doing={reporting} onSend={send} onClose={close} />
    </>
  );
}
