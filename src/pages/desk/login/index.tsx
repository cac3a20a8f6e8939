import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { QrCard } from '../../../components/QrCard';
import { Failed, Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { goHome } from '../../../services/go';
import { isWeapp } from '../../../services/platform';
import { isLocalCloud } from '../../../services/subscribe';
import { usePairing } from './usePairing';
import './login.css';

/** The desk's own door: a phone that is already trusted lets this browser in. */
export default function Login() {
  return (
    <Screen title="登录工作台" first>
      {isWeapp ? <OnPhone /> : <OnDesk />}
    </Screen>
  );
}

const OnPhone = () => (
  <Card title="这一页在电脑上用">
    <View className="t-body">您在微信里不用登录。电脑上请打开社区给的网址，再用小程序“扫一扫”登录。</View>
  </Card>
);

function OnDesk() {
  const { opened, failure, expired, again } = usePairing();
  if (failure) return <Failed failure={failure} onRetry={again} action={{ text: '换一个码', onPress: () => void again() }} />;
  return (
    <View className="login">
      {opened ? (
        <Card>
          {expired ? (
            <View className="login-expired">
              <View className="t-title">码过期了</View>
              <BigButton icon="refresh" text="换一个码" onPress={again} />
            </View>
          ) : (
            <QrCard text={`JL2|${opened.pairId}`} number={opened.number} help="三分钟内有效" />
          )}
        </Card>
      ) : (
        <Skeleton cards={1} />
      )}
      <Card title="怎么登录">
        <View className="col">
          <View className="t-body">1. 手机微信打开“近邻”，到“我的”，点“扫码登录电脑”。</View>
          <View className="t-body">2. 扫这个码，核对手机上的数字和这里一样。</View>
          <View className="t-body">3. 在手机上点“确认登录”。</View>
          <View className="desk-note">十二小时后自动退出。公用电脑用完请在手机微信上核对，或点退出。</View>
          {isLocalCloud() ? (
            <BigButton kind="secondary" text="本机演示：选一个人登录" onPress={() => window.location.assign('/console')} />
          ) : null}
          <BigButton kind="plain" text="回到首页" onPress={() => goHome()} />
        </View>
      </Card>
    </View>
  );
}
