import { View } from '@tarojs/components';
import type { OrderView } from '../../../../types/canteen';
import { clockText, dateText, dayOf, minuteOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { QrCard } from '../../../components/QrCard';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { clashWarning, STATUS } from '../words';
import { useRotatingCode } from './useRotatingCode';

const past = (order: OrderView): string => {
  const at = order.status === 'redeemed' ? order.redeemedAt : order.cancelledAt;
  const when = at ? `${dateText(dayOf(at))} ${clockText(minuteOf(at))} ` : '';
  if (order.status === 'redeemed') return `${when}取的餐。`;
  return `${when}取消的${order.cancelReason ? `，原因：${order.cancelReason}` : ''}，不收费。`;
};

/** Another code every half minute, made on the phone itself: a picture of it that somebody keeps is worth nothing. */
function Rotating({ order }: { order: OrderView }) {
  const text = useRotatingCode(order.id, order.code);
  return <QrCard text={text} number={order.number} help="给食堂师傅看，或报取餐号。码会自己换，截图不能用；没有网也能用" />;
}

/** The code and the number, as long as there is something to fetch; afterwards what became of it. */
export function Code({ order }: { order: OrderView }) {
  const tag = STATUS[order.status];
  if (order.status !== 'booked') {
    return (
      <Card title={`取餐号 ${order.number}`} aside={<Tag {...tag} />}>
        <View className="col">
          <View className="t-body">{past(order)}</View>
          {order.status === 'cancelled' ? (
            <BigButton
              kind="secondary"
              text="重新订这一餐"
              onPress={() => go('pages/canteen/week/index', { dinerId: order.dinerId, day: order.day, period: order.period })}
            />
          ) : null}
        </View>
      </Card>
    );
  }
  return (
    <>
      <Card title={`${order.dinerName}的取餐码`} aside={<Tag {...tag} />}>
        <Rotating order={order} />
      </Card>
      {order.clashes.length > 0 ? <Card tone="danger">{`当心，${clashWarning(order.clashes, order.dinerName)}`}</Card> : null}
    </>
  );
}
