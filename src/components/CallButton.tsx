import Taro from '@tarojs/taro';
import { BigButton } from './BigButton';
import { Icon } from './Icon';
import { Press } from './Press';
import './CallButton.css';

interface Props {
  phone: string;
  /** Whom it calls: 打给社区. */
  text: string;
  kind?: 'primary' | 'secondary';
  /** Only the sign, where the name stands beside it. */
  round?: boolean;
}

/** Calls. WeChat and the phone both ask again before it rings. */
export function CallButton({ phone, text, kind = 'secondary', round = false }: Props) {
  // Refusing the phone's own question is not a failure.
  const call = () => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined);
  if (!round) return <BigButton kind={kind} icon="phone" text={text} onPress={call} />;
  return (
    <Press className="call-round" label={text} onPress={call}>
      <Icon name="phone" size="small" />
    </Press>
  );
}
