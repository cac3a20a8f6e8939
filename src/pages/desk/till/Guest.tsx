import { View } from '@tarojs/components';
import type { PayChannel, TillRow } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { dateText } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { Tag } from '../../../components/Tag';
import { useCommand } from '../../../services/useDoor';
import { canteen } from '../queries';
import { PERIOD_TEXT } from '../words';
import './till.css';

const CHANNELS: readonly { channel: PayChannel; paying: string; back: string }[] = [
  { channel: 'cash', paying: '收现金', back: '退现金' },
  { channel: 'code', paying: '扫码收款', back: '扫码退款' },
];

interface Props {
  row: TillRow;
  /** A shift is open. */
  open: boolean;
  withDay?: boolean;
}

const stateOf = ({ status, net, selfPay }: TillRow): { word: string; tone: 'success' | 'neutral' } =>
  selfPay === 0 && status !== 'cancelled'
    ? { word: '不用付', tone: 'neutral' }
    : net > 0
      ? { word: `已付 ${yuanText(net)}`, tone: 'success' }
      : { word: '已退清', tone: 'neutral' };

/** One guest: one tap takes what is owed, or gives back what is too much. */
export function Guest({ row, open, withDay = false }: Props) {
  const take = useCommand(canteen, 'takePayment');
  const back = useCommand(canteen, 'giveBack');
  const paying = row.owed > 0;
  const doing = paying ? take : back;
  const amount = paying ? row.owed : row.surplus;
  const verb = paying ? '收' : '退';
  return (
    <View className="list-item" {...aria({ role: 'listitem' })}>
      <View className="list-row">
        <View className="grow">
          <View className="t-body">
            {row.number} {row.dinerName}
          </View>
          <View className="t-secondary">
            {withDay ? `${dateText(row.day)} ` : ''}
            {PERIOD_TEXT[row.period]} · 自付 {yuanText(row.selfPay)}
            {row.status === 'cancelled' ? ' · 已取消' : ''}
          </View>
        </View>
        {amount === 0 ? <Tag {...stateOf(row)} /> : <View className="t-section">{`${verb} ${yuanText(amount)}`}</View>}
      </View>
      {amount > 0 ? (
        <View className="till-acts">
          {CHANNELS.map(({ channel, ...text }) => (
            <BigButton
              key={channel}
              small
              kind={channel === 'cash' ? 'primary' : 'secondary'}
              text={paying ? text.paying : text.back}
              label={`${row.dinerName}，${paying ? text.paying : text.back} ${yuanText(amount)}`}
              disabled={!open || doing.busy}
              onPress={() => doing.run({ orderId: row.orderId, channel, amount })}
            />
          ))}
        </View>
      ) : null}
      <FailureNote failure={doing.failure} onRetry={doing.retry} />
    </View>
  );
}
