import { View } from '@tarojs/components';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { BigDoor } from '../../../components/BigDoor';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { Alerts } from '../parts/Alerts';
import { lastSignText, stateOf, waitText } from '../parts/state';
import { Ways } from '../parts/Ways';
import { type MySafety, safety, useMySafety } from '../queries';

/** One tap; done, it says so and stays quiet. */
function CheckIn({ mine }: { mine: MySafety }) {
  const checking = useCommand(safety, 'checkIn');
  const { signs, may } = mine;
  const today = dayOf(mine.now);
  const no = may.checkIn.ok ? undefined : sentenceOf(may.checkIn.code, may.checkIn.details);
  return (
    <>
      {signs.today || no ? null : (
        <BigDoor
          icon="heart"
          text="我很好"
          state={checking.busy ? '正在告诉大家…' : '点一下，大家就放心'}
          onPress={() => checking.run({})}
        />
      )}
      <FailureNote failure={checking.failure} onRetry={checking.retry} />
      <Card title={signs.today ? '今天已报平安' : '今天还没报平安'} aside={<Tag {...stateOf(mine)} />}>
        <View className="t-body">{`最近：${lastSignText(signs, today)}`}</View>
        <View className="t-secondary">{waitText(mine)}</View>
        {no ? <View className="t-secondary">{no.title}</View> : null}
      </Card>
    </>
  );
}

const Mine = ({ mine }: { mine: MySafety }) => (
  <>
    <CheckIn mine={mine} />
    <Alerts own alerts={mine.alerts} today={dayOf(mine.now)} />
    <BigButton kind="danger" icon="warning" text="紧急求助" onPress={() => go('pages/safety/sos/index')} />
    {mine.keeper ? (
      <Card title={`包保人：${mine.keeper.name}`}>
        <View className="col">
          <View className="t-secondary">社区请 TA 常来看看您，有事可以找 TA。</View>
          {mine.keeper.phone ? <CallButton phone={mine.keeper.phone} text={`打给${mine.keeper.name}`} /> : null}
        </View>
      </Card>
    ) : null}
    {mine.communityPhone ? <CallButton phone={mine.communityPhone} text="打给社区" /> : null}
    <Ways own checkUpDue={mine.checkUpDue} />
  </>
);

/** The elder's own page: 我很好, what is known, who looks after me, and what I decide. */
export default function MinePage() {
  const mine = useMySafety();
  return (
    <Screen title="我的平安" of={mine} refusedAction={wayOn(mine.failure)}>
      {known => <Mine mine={known} />}
    </Screen>
  );
}
