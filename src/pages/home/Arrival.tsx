import { View } from '@tarojs/components';
import type { Me } from '../../../types/people';
import { BigButton } from '../../components/BigButton';
import { CallButton } from '../../components/CallButton';
import { Card } from '../../components/Card';
import { Icon } from '../../components/Icon';
import { isElder, setElder } from '../../services/elder';
import { go } from '../../services/go';
import { toJoin } from './ways';

/** Who is not of the community yet: what this is, and the one way in. Who asked already: that somebody is looking at it. */
export function Arrival({ me }: { me: Me }) {
  const waits = me.account.status === 'waiting' && !me.account.turnedAway;
  return (
    <>
      <Card>
        <View className="col home-welcome">
          <View className="home-sign">
            <Icon name="home" size="large" />
          </View>
          <View className="t-hero">{waits ? '申请已经收到' : '欢迎来到近邻'}</View>
          <View className="t-body">
            {waits ? '社区工作人员正在核对，核对好了就能订餐。' : '在这里可以订社区食堂的饭，也可以帮家里老人订。'}
          </View>
          {waits ? (
            <>
              <BigButton kind="secondary" text="看看申请" onPress={() => go('pages/people/join/index')} />
              {me.may.askBinding.ok ? (
                <BigButton kind="plain" text="我是家属，先关联老人" onPress={() => go('pages/people/family/index')} />
              ) : null}
            </>
          ) : (
            <BigButton text={toJoin.text} onPress={toJoin.onPress} />
          )}
        </View>
      </Card>
      <BigButton kind="plain" text={isElder() ? '换回标准版' : '切换大字版'} onPress={() => setElder(!isElder())} />
      {me.community?.phone ? <CallButton phone={me.community.phone} text="打给社区" /> : null}
    </>
  );
}
