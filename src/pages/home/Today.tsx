import { View } from '@tarojs/components';
import type { OrderView } from '../../../types/canteen';
import { dayText } from '../../../types/time';
import { BigButton } from '../../components/BigButton';
import { Card } from '../../components/Card';
import { FailureNote } from '../../components/FailureNote';
import { List, Row } from '../../components/List';
import { Tag } from '../../components/Tag';
import { go } from '../../services/go';
import { hoursText, linesText, PERIOD_TEXT, STATUS } from '../canteen/words';
import type { HomeData } from './data';
import { Fine } from './Fine';
import type { MySafety } from './safety';

const AT_MOST = 3;

const codeOf = (order: OrderView) => go('pages/canteen/order/index', { id: order.id });

function Meal({ order, mine, when }: { order: OrderView; mine: boolean; when: string }) {
  const who = mine ? '' : `${order.dinerName} · `;
  return (
    <View className="row home-meal">
      <View className="grow">
        <View className="t-body">{`${when}${PERIOD_TEXT[order.period]} ${hoursText(order)}`}</View>
        <View className="t-secondary">{`${who}${linesText(order.lines)} · 取餐号 ${order.number}`}</View>
      </View>
      {order.status === 'booked' ? (
        <BigButton
          small
          text="出示码"
          label={`出示码：${order.dinerName}${PERIOD_TEXT[order.period]}`}
          onPress={() => codeOf(order)}
        />
      ) : (
        <Tag {...STATUS[order.status]} />
      )}
    </View>
  );
}

/** The card of today: what is booked, with its code one tap away; otherwise the next meal, or the way to book one. */
export function Today({ data, mine }: { data: HomeData; mine: MySafety | undefined }) {
  const { me, today, orders, ordersFailure } = data;
  const near = orders.filter(order => order.day === (orders[0]?.day ?? today)).slice(0, AT_MOST);
  const isToday = near[0]?.day === today;
  if (ordersFailure && me.roles.length > 0) return <FailureNote failure={ordersFailure} />;
  return (
    <Card
      title={near.length > 0 && !isToday ? '接下来' : '今天'}
      aside={isToday ? <Tag word={`已订 ${near.length} 餐`} tone="success" /> : undefined}
    >
      {near.map(order => (
        <Meal
          key={order.id}
          order={order}
          mine={order.dinerId === me.resident?.id}
          when={isToday ? '' : dayText(order.day, today)}
        />
      ))}
      {near.length === 0 ? (
        <View className="row">
          <View className="grow t-secondary">{me.roles.length > 0 ? '今天还没有订餐' : '关联家人后，可以帮家里老人订餐'}</View>
          {me.roles.length > 0 ? (
            <BigButton small text="去订餐" onPress={() => go('pages/canteen/week/index')} />
          ) : (
            <BigButton small text="关联家人" onPress={() => go('pages/people/family/index')} />
          )}
        </View>
      ) : null}
      {mine?.signs.watched ? <Fine mine={mine} today={today} /> : null}
    </Card>
  );
}

/** What is booked for the days after, each a tap away. */
export function Coming({ orders, today }: Pick<HomeData, 'orders' | 'today'>) {
  const later = orders.filter(order => order.day > today && order.day !== orders[0]?.day).slice(0, AT_MOST);
  if (later.length === 0) return null;
  return (
    <List label="接下来">
      {later.map(order => (
        <Row
          key={order.id}
          title={`${dayText(order.day, today)}${PERIOD_TEXT[order.period]}`}
          text={`${order.dinerName} · ${linesText(order.lines)}`}
          onPress={() => codeOf(order)}
        />
      ))}
    </List>
  );
}
