import type { OrderView } from '../../../../types/canteen';
import { yuanText } from '../../../../types/money';
import { dateText, weekdayText } from '../../../../types/time';
import { List, Row } from '../../../components/List';
import { hoursText, linesText, PERIOD_TEXT, WAY_TEXT } from '../words';

/** What was ordered, as it was frozen when it was booked. */
export const Details = ({ order }: { order: OrderView }) => {
  const { price } = order;
  return (
    <List label="订单内容">
      <Row title="哪一餐" value={`${dateText(order.day)} ${weekdayText(order.day)} ${PERIOD_TEXT[order.period]}`} />
      <Row title="时间" value={hoursText(order)} />
      <Row title="餐品" value={linesText(order.lines)} />
      <Row title="用餐人" value={order.dinerName} />
      <Row title="怎么吃" value={WAY_TEXT[order.way]} />
      <Row
        title="自付"
        text={price.subsidy > 0 ? `应付 ${yuanText(price.due)} − 补贴 ${yuanText(price.subsidy)}` : undefined}
        value={yuanText(price.selfPay)}
      />
      {order.standing ? <Row title="长期订餐" value="自动订的" /> : null}
      {order.onBehalf ? <Row title="谁订的" value={order.bookedByName} /> : null}
    </List>
  );
};
