import { useState } from 'react';
import { Confirm } from '../../../components/Confirm';
import { Field } from '../../../components/Field';
import type { Doing } from '../../../services/useDoor';

interface Props {
  open: boolean;
  doing: Pick<Doing<never>, 'busy' | 'failure' | 'retry'>;
  onSend: (words: string, phone: string) => void;
  onClose: () => void;
}

/** In the finder's own words; the number only if they like to be called back. */
export function Tell({ open, doing, onSend, onClose }: Props) {
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
