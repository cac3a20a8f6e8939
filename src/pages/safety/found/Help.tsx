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
import { Tell } from './Tell';

type Relay = OutputOf<SafetyContract, 'reportFound'>;
type Wish = 'callFamily' | 'place' | 'tellCommunity';

const DONE: Record<Wish, string> = {
  callFamily: '已经告诉家人和社区。请打下面的电话。',
  place: '位置已经发给家人和社区，他们会来接。',
  tellCommunity: '已经告诉社区和家人，谢谢您。',
};

/** The number that answers for the family, and what to say there. */
const Call = ({ relay, phone }: { relay: Relay; phone: string }) => {
  const number = relay.relayPhone || phone;
  return (
    <Card tone="accent">
      <View className="col">
        <View className="t-body">{`电话里请说编号：${relay.number}`}</View>
        {number ? <CallButton kind="primary" phone={number} text="现在打电话" /> : null}
      </View>
    </Card>
  );
};

/** One report, and what was said about it last. */
function useReport(code: string) {
  const [relay, setRelay] = useState<Relay>();
  const [told, setTold] = useState<string>();
  const [writing, setWriting] = useState(false);
  const reporting = useCommand(safety, 'reportFound', {
    onDone: (answer, { wants }) => {
      setRelay(answer);
      setTold(DONE[wants]);
      setWriting(false);
    },
  });
  const sendPlace = async () => {
    const place = await placeHere();
    if (place) reporting.run({ code, wants: 'place', place });
    else setTold('没有拿到位置。请点“告诉社区”，写一下在哪里。');
  };
  const send = (words: string, mobile: string) =>
    reporting.run({ code, wants: 'tellCommunity', words, ...(mobile ? { phone: mobile } : {}) });
  return { relay, told, writing, setWriting, reporting, sendPlace, send };
}

/** Three ways to help, each one tap; a second tap adds to the same report. */
export function Help({ code, phone }: { code: string; phone: string }) {
  const { relay, told, writing, setWriting, reporting, sendPlace, send } = useReport(code);
  const { busy } = reporting;
  const call = () => reporting.run({ code, wants: 'callFamily' });
  return (
    <>
      {told ? (
        <Card>
          <View className="t-section" {...aria({ role: 'status', live: 'assertive' })}>
            {told}
          </View>
        </Card>
      ) : null}
      {writing ? null : <FailureNote failure={reporting.failure} onRetry={reporting.retry} />}
      {relay ? <Call relay={relay} phone={phone} /> : <BigButton icon="phone" text="联系家人" busy={busy} onPress={call} />}
      <BigButton kind="secondary" icon="pin" text="把我的位置发给他们" busy={busy} onPress={sendPlace} />
      <BigButton kind="secondary" icon="edit" text="告诉社区" onPress={() => setWriting(true)} />
      {relay || !phone ? null : <CallButton phone={phone} text="打给社区" />}
      <Tell open={writing} doing={reporting} onSend={send} onClose={() => setWriting(false)} />
    </>
  );
}
