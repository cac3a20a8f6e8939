import { View } from '@tarojs/components';
import type { OrderView } from '../../../../types/canteen';
import type { CivilDate } from '../../../../types/time';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { List, Row } from '../../../components/List';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { wayOn } from '../../home/ways';
import { useMyOrders } from '../queries';
import { hoursText, linesText, PERIOD_TEXT, STATUS, WAY_TEXT, wholeDayText } from '../words';

const toWeek = () => go('pages/canteen/week/index');

const Day = ({ day, today, orders }: { day: CivilDate; today: CivilDate; orders: readonly OrderView[] }) => (
  <View className="col">
    <View className="t-section" {...aria({ role: 'heading' })}>
      {wholeDayText(day, today)}
    </View>
    <List label={wholeDayText(day, today)}>
      {orders.map(order => (
        <Row
          key={order.id}
          title={`${PERIOD_TEXT[order.period]} ${hoursText(order)} ${WAY_TEXT[order.way]}`}
          text={`${order.dinerName} · ${linesText(order.lines)} · 取餐号 ${order.number}`}
          aside={<Tag {...STATUS[order.status]} />}
          onPress={() => go('pages/canteen/order/index', { id: order.id })}
        />
      ))}
    </List>
  </View>
);

/** Meals that are eaten are not on this list any more; their faces are one tap away. */
const ToRate = () => <BigButton kind="secondary" text="给吃过的饭菜打分" onPress={() => go('pages/canteen/rate/index')} />;

/** What is booked for today and the coming days, for oneself and one's elders. */
export default function OrdersPage() {
  const orders = useMyOrders();
  const any = (orders.data?.orders.length ?? 0) > 0;
  return (
    <Screen
      title="我的订单"
      of={orders}
      refusedAction={wayOn(orders.failure)}
      footer={
        any ? (
          <>
            <BigButton text="再订一餐" onPress={toWeek} />
            <BigButton kind="plain" icon="calendar" text="长期订餐" onPress={() => go('pages/canteen/standing/index')} />
          </>
        ) : undefined
      }
    >
      {({ today, orders: all }) => {
        const days = [...new Set(all.map(order => order.day))].sort();
        if (days.length === 0) {
          return (
            <>
              <Empty
                icon="bowl"
                title="这几天还没有订餐"
                next="看看食堂这周做什么，点一下就能订。"
                action={{ text: '去订餐', onPress: toWeek }}
              />
              <ToRate />
            </>
          );
        }
        return (
          <>
            {days.map(day => (
              <Day key={day} day={day} today={today} orders={all.filter(order => order.day === day)} />
            ))}
            <List>
              <Row title="补贴公示" text="每个月补了多少餐、多少钱" onPress={() => go('pages/canteen/totals/index')} />
            </List>
            <ToRate />
          </>
        );
      }}
    </Screen>
  );
}
