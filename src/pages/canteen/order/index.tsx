import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OrderView } from '../../../../types/canteen';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { OpenButton } from '../../../components/OpenButton';
import { Screen } from '../../../components/Screen';
import { useParams } from '../../../services/go';
import { isWeapp } from '../../../services/platform';
import { sentenceOf } from '../../../services/sentences';
import { useShare } from '../../../services/share';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { Faces } from '../Faces';
import { canteen, useOrder } from '../queries';
import { rating } from '../rating';
import { linesText, PERIOD_TEXT } from '../words';
import { Brought } from './Brought';
import { Change } from './Change';
import { Code } from './Code';
import { Details } from './Details';
import { useBright } from './useBright';

/** Cancelling, or in words why it cannot be done any more. */
function Cancel({ order }: { order: OrderView }) {
  const [asking, setAsking] = useState(false);
  const cancelling = useCommand(canteen, 'cancelOrder', { touches: ['courier'], onDone: () => setAsking(false) });
  const { cancel } = order.may;
  const meal = `${dateText(order.day)}${PERIOD_TEXT[order.period]}`;
  const close = () => {
    cancelling.reset();
    setAsking(false);
  };
  return (
    <>
      <BigButton kind="plain" text="取消订餐" label={`取消订餐：${meal}`} disabled={!cancel.ok} onPress={() => setAsking(true)} />
      {cancel.ok ? null : (
        <View className="t-secondary">{`不能取消：${sentenceOf(cancel.code, cancel.details).title}。有事请打食堂或社区电话。`}</View>
      )}
      <Confirm
        open={asking}
        title="取消这一餐吗？"
        text={`${order.dinerName} ${meal}：${linesText(order.lines)}。取消不收费，截止前还能再订。`}
        yes="取消订餐"
        no="不取消，留着"
        kind="danger"
        doing={cancelling}
        onYes={() => cancelling.run({ id: order.id })}
        onNo={close}
      />
    </>
  );
}

/** Was it good? Asked where the meal is, once it was eaten. */
function Rate({ orderId }: { orderId: string }) {
  const [meal] = useQueryOf(rating, 'toRate', { orderId }).data?.meals ?? [];
  return meal ? (
    <Card title="这一餐怎么样？">
      <Faces meal={meal} />
    </Card>
  ) : null;
}

/** Template 4: the code to show at the counter; it opens without network once it was seen. */
export default function OrderPage() {
  const id = useParams().id ?? '';
  const order = useOrder(id);
  const { data } = order;
  useBright(data?.status === 'booked');
  useShare({ title: data ? `请帮忙取餐，取餐号 ${data.number}` : '取餐码', path: `pages/canteen/order/index?id=${id}` });
  return (
    <Screen title="取餐码" of={order} refusedAction={wayOn(order.failure)}>
      {shown => (
        <>
          <Code order={shown} />
          <Brought order={shown} />
          {shown.status === 'redeemed' ? <Rate orderId={shown.id} /> : null}
          <Details order={shown} />
          {shown.status === 'booked' ? (
            <>
              {isWeapp ? <OpenButton kind="secondary" openType="share" text="转给家人去取" /> : null}
              <Change order={shown} />
              <Cancel order={shown} />
            </>
          ) : null}
        </>
      )}
    </Screen>
  );
}
