import { View } from '@tarojs/components';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { BigDoor } from '../../components/BigDoor';
import { CallButton } from '../../components/CallButton';
import { ReadAloud } from '../../components/ReadAloud';
import { ServiceGrid } from '../../components/ServiceGrid';
import { setElder } from '../../services/elder';
import { go } from '../../services/go';
import type { HomeProps } from './StandardHome';
import { greeting, longDate, orderState } from './words';

/** The home page in large type: few doors, each as wide as a hand. */
export function ElderHome({ me, now, today, order, letters, services }: HomeProps) {
  const state = orderState(order, today);
  const hello = `${me.account.name ? `${me.account.name}，` : ''}${greeting(now)}`;
  const aloud = `${hello}。今天是${longDate(now)}。${order ? `${state}，取餐号 ${order.number}。` : ''}${letters.newest ? `最新消息：${letters.newest}` : ''}`;
  return (
    <>
      <View className="row">
        <View className="grow">
          <View className="t-section" {...aria({ role: 'heading' })}>
            {hello}
          </View>
          <View className="t-secondary">{longDate(now)}</View>
        </View>
        <ReadAloud text={aloud} />
      </View>
      <BigDoor icon="bowl" text="订饭" state={state} onPress={() => go('pages/canteen/week/index')} />
      <ServiceGrid services={services.filter(service => service.icon !== 'bowl')} />
      {me.community?.phone ? <CallButton kind="primary" phone={me.community.phone} text="打给社区" /> : null}
      <BigButton kind="plain" text="换回标准字" onPress={() => setElder(false)} />
    </>
  );
}
