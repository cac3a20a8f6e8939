import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { BigDoor } from '../../../components/BigDoor';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { ReadAloud } from '../../../components/ReadAloud';
import { Screen } from '../../../components/Screen';
import { go } from '../../../services/go';
import { useShare } from '../../../services/share';
import type { Shown } from '../../../services/useDoor';
import { toJoin, wayOn } from '../../home/ways';
import { casesText } from '../mine/words';
import { HelpCard } from '../parts/HelpCard';
import { Lines } from '../parts/Lines';
import { type MyCases, useGuide, useMyCases } from '../queries';

const toApply = () => go('pages/mediation/apply/index');

/** Applying needs a community; asking a first question is for everybody who is signed in. */
function Apply({ mine }: { mine: Shown<MyCases> }) {
  if (mine.failure?.code !== 'NOT_ALLOWED')
    return <BigDoor icon="edit" text="我要申请" state="一步一步来，想停就停" onPress={toApply} />;
  return (
    <Card title="加入社区后就能申请">
      <View className="col">
        <View className="t-body">要先知道您住在哪里，调解员才能联系双方。加入只要几分钟。</View>
        <BigButton {...toJoin} />
      </View>
    </Card>
  );
}

/** What mediation is, whom to call in danger, and the three ways on. */
export default function StartPage() {
  const guide = useGuide();
  const mine = useMyCases(false);
  useShare({ title: '邻里有事，可以免费调解', path: 'pages/mediation/start/index' });
  return (
    <Screen title="邻里调解" of={guide} refusedAction={wayOn(guide.failure)}>
      {({ promises, help, committee }) => (
        <>
          <HelpCard help={help} />
          <Card title="坐下来，好好谈" aside={<ReadAloud text={promises.join('。')} />}>
            <Lines lines={promises} />
            <View className="t-secondary">{committee}</View>
          </Card>
          <Apply mine={mine} />
          <List label="更多">
            <Row title="我的调解" value={casesText(mine.data)} onPress={() => go('pages/mediation/mine/index')} />
            <Row
              title="先问一句"
              text="不留姓名，工作人员看不到您是谁"
              value={mine.data?.answered ? `${mine.data.answered} 条回复` : undefined}
              onPress={() => go('pages/mediation/ask/index')}
            />
          </List>
        </>
      )}
    </Screen>
  );
}
