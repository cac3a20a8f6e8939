import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { type Doing, useCommand } from '../../../services/useDoor';
import { placeHere } from '../parts/place';
import { safety } from '../queries';

type Relay = OutputOf<SafetyContract, 'reportFound'>;
type Wish = 'callFamily' | 'place' | 'tellCommunity';

const DONE: Record<Wish, string> = {
  callFamily: '已经告诉家人和社区。请打下面的电话。',
  place: '位置已经发给家人和社区，他们会来接。',
  tellCommunity: '已经告诉社区和家人，谢谢您。',
};

interface TellProps {
  open: boolean;
  doing: Doing<never>;
  onSend: (words: string, phone: string) => void;
  onClose: () => void;
}

/** In the finder's own words; the number only if they like to be called back. */
function Tell({ open, doing, onSend, onClose }: TellProps) {
  const [words, setWords] = useState('');
  const [phone, setPhone] = useState('');
  return (
    <Confirm
      open={open}
      title="告诉社区"
      yes="发出去"
      no="先不发"
      doing={doing}
      ready={words.trim() !== ''}
      onYes={() => onSend(words.trim(), phone.trim())}
      onNo={onClose}
    >
      <Field
        label="在哪里，老人怎么样"
        max={80}
        kind="long"
        value={words}
        onChange={setWords}
        placeholder="人民路公交站，老人没受伤"
      />
      <Field label="您的手机号" optional kind="phone" max={11} value={phone} onChange={setPhone} help="填了，社区可以打给您" />
    </Confirm>
  );
}

/** The number that answers for the family, and what to say there. */
const Call = ({ relay, phone }: { relay: Relay | undefined; phone: string }) => {
  const number = relay?.relayPhone || phone;
  return (
    <Card tone="accent">
      <View className="col">
        {relay ? <View className="t-body">{`电话里请说编号：${relay.number}`}</View> : null}
        {number ? <CallButton kind="primary" phone={number} text={relay ? '现在打电话' : '打给社区'} /> : null}
      </View>
    </Card>
  );
};

/** Three ways to help, each one tap; a second tap adds to the same report. */
export function Help({ code, phone }: { code: string; phone: string }) {
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
      {relay ? <Call relay={relay} phone={phone} /> : null}
      {relay ? null : (
        <BigButton
          icon="phone"
          text="联系家人"
          busy={reporting.busy}
          onPress={() => reporting.run({ code, wants: 'callFamily' })}
        />
      )}
      <BigButton kind="secondary" icon="pin" text="把我的位置发给他们" busy={reporting.busy} onPress={sendPlace} />
      <BigButton kind="secondary" icon="edit" text="告诉社区" onPress={() => setWriting(true)} />
      {relay || !phone ? null : <CallButton phone={phone} text="打给社区" />}
      <Tell open={writing} doing={reporting as Doing<never>} onSend={send} onClose={() => setWriting(false)} />
    </>
  );
}
