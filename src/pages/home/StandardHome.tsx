import { View } from '@tarojs/components';
import type { OrderView } from '../../../types/canteen';
import type { Me } from '../../../types/people';
import type { CivilDate, Instant } from '../../../types/time';
import { dayText } from '../../../types/time';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { NoticeBar } from '../../components/NoticeBar';
import { ServiceGrid } from '../../components/ServiceGrid';
import { StatusCard } from '../../components/StatusCard';
import { setElder } from '../../services/elder';
import { go } from '../../services/go';
import { greeting, hoursText, periodText, portionsOf } from './words';

export interface HomeProps {
  me: Me;
  now: Instant;
  today: CivilDate;
  order: OrderView | undefined;
  letters: { unread: number; newest: string | undefined };
  services: Parameters<typeof ServiceGrid>[0]['services'];
}

const OrderCard = ({ order, today }: { order: OrderView; today: CivilDate }) => (
  <StatusCard
    title={dayText(order.day, today)}
    tag={{ word: `已订${periodText[order.period]}`, tone: 'success' }}
    text={`${order.dinerName} · ${hoursText(order)}`}
    note={`${portionsOf(order)} 份 · 取餐号 ${order.number}`}
    action={{ text: '出示码', onPress: () => go('pages/canteen/order/index', { id: order.id }) }}
  />
);

/** The home page in standard size: greeting, newest message, today's meal, services. */
export const StandardHome = ({ me, now, today, order, letters, services }: HomeProps) => (
  <>
    <View className="row">
      <View className="grow">
        <View className="t-title" {...aria({ role: 'heading' })}>
          {greeting(now)}
          {me.account.name ? `，${me.account.name}` : ''}
        </View>
        <View className="t-secondary">{[me.community?.name, me.resident?.address].filter(Boolean).join(' · ')}</View>
      </View>
      <BigButton small kind="plain" text="切换大字版" onPress={() => setElder(true)} />
    </View>
    {letters.newest ? <NoticeBar text={letters.newest} count={letters.unread} onPress={() => go('pages/letters/index')} /> : null}
    {order ? (
      <OrderCard order={order} today={today} />
    ) : (
      <StatusCard
        title="今天"
        text="还没有订餐"
        note="社区食堂每天做好饭菜，老人有补贴"
        action={{ text: '去订餐', onPress: () => go('pages/canteen/week/index') }}
      />
    )}
    <ServiceGrid services={services} />
  </>
);
