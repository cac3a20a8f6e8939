import { useEffect } from 'react';
import type { Me } from '../../../types/people';
import { dayOf, systemNow } from '../../../types/time';
import { BigButton } from '../../components/BigButton';
import { Card } from '../../components/Card';
import { Screen } from '../../components/Screen';
import type { Service } from '../../components/ServiceGrid';
import { offerElder, useElder } from '../../services/elder';
import { go } from '../../services/go';
import { useShare } from '../../services/share';
import { ElderHome } from './ElderHome';
import { useLetters, useMe, useMyOrders } from './queries';
import { StandardHome } from './StandardHome';
import { nextOrder } from './words';

const open = (page: string) => () => go(page);

const SERVICES: readonly Service[] = [
  { text: '食堂订餐', icon: 'bowl', onPress: open('pages/canteen/week/index') },
  { text: '我的家人', icon: 'people', tone: 'info', onPress: open('pages/people/family/index') },
  { text: '消息', icon: 'bell', tone: 'accent', onPress: open('pages/letters/index') },
  { text: '我的', icon: 'person', tone: 'neutral', onPress: open('pages/me/index') },
];
const DESK: Service = { text: '工作台', icon: 'grid', onPress: open('pages/desk/today/index') };

const isStaff = (me: Me) => me.grants.length > 0;

/** What somebody sees who has not joined, or whom the office has not admitted yet. */
const JoinCard = ({ status }: { status: 'stranger' | 'waiting' }) =>
  status === 'waiting' ? (
    <Card title="社区正在核对您的信息" tone="warning">
      核对好了会通知您，一般当天完成。
    </Card>
  ) : (
    <Card title="加入您的社区">
      加入后可以订餐、帮家里老人办事。
      <BigButton text="加入社区" onPress={open('pages/people/join/index')} />
    </Card>
  );

export default function Home() {
  const me = useMe();
  const elder = useElder();
  const status = me.data?.account.status;
  const orders = useMyOrders(status === 'member');
  const letters = useLetters();
  useShare({ title: '近邻：社区食堂订餐', path: 'pages/home/index' });
  useEffect(() => void offerElder(), []);
  const now = systemNow();
  const today = orders.data?.today ?? dayOf(now);
  const View = elder ? ElderHome : StandardHome;
  return (
    <Screen title={me.data?.community?.name ?? '近邻'} first of={me}>
      {mine => (
        <>
          {mine.account.status === 'member' ? null : <JoinCard status={mine.account.status} />}
          <View
            me={mine}
            now={now}
            today={today}
            order={nextOrder(orders.data?.orders ?? [])}
            letters={{ unread: letters.data?.unread ?? 0, newest: letters.data?.letters.find(letter => !letter.readAt)?.title }}
            services={isStaff(mine) ? [...SERVICES, DESK] : SERVICES}
          />
        </>
      )}
    </Screen>
  );
}
