import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import type { Doing } from '../../../services/useDoor';

interface Props {
  open: boolean;
  doing: Pick<Doing<never>, 'busy' | 'failure' | 'retry'>;
  /** With the finder's number the relay rings both and joins them; without, the finder calls the community. */
  onCall: (phone: string) => void;
  onClose: () => void;
}

const MOBILE = /^1\d{10}$/;

/** The two are joined without either seeing the other's number; who would rather not say theirs calls the community. */
export function CallFamily({ open, doing, onCall, onClose }: Props) {
  const [phone, setPhone] = useState('');
  const number = phone.replace(/\s/g, '');
  return (
    <Confirm
      open={open}
      title="和家人通话"
      text="写下您的手机号，系统会同时打给您和家人，接通就能说话。双方都看不到对方的号码。"
      yes="接通家人"
      no="先不打"
      doing={doing}
      ready={MOBILE.test(number)}
      onYes={() => onCall(number)}
      onNo={onClose}
    >
      <Field label="您的手机号" kind="phone" max={11} value={phone} onChange={setPhone} />
      <BigButton kind="secondary" text="不留号码，请社区联系家人" busy={doing.busy} onPress={() => onCall('')} />
    </Confirm>
  );
}
