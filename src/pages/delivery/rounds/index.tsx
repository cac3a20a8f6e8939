import { View } from '@tarojs/components';
import { clockText, dayText } from '../../../../types/time';
import { PERIOD_TEXT } from '../../../../types/words';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { useOutbox } from '../../../services/outbox';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { delivery, doors, type MyRounds, roundNow, useMyRounds } from '../queries';

type Mine = MyRounds['mine'][number];
type Open = MyRounds['open'][number];

const whenText = (round: Mine | Open, today: MyRounds['today']): string =>
  `${dayText(round.day, today)}${PERIOD_TEXT[round.period]} ${clockText(round.servedFrom)} 起送`;

/** A round of mine: on to the next door. */
function MineCard({ round, today, left }: { round: Mine; today: MyRounds['today']; left: number }) {
  const giving = useCommand(delivery, 'giveBackRound');
  const done = round.status === 'done' || left === 0;
  const walk = () => go('pages/delivery/walk/index', { id: round.id });
  return (
    <Card
      title={`${round.gridName} 第 ${round.n} 单`}
      aside={<Tag word={done ? '送完了' : `还有 ${left} 户`} tone={done ? 'success' : 'accent'} />}
    >
      <View className="col">
        <View className="t-body">{whenText(round, today)}</View>
        <FailureNote failure={giving.failure} onRetry={giving.retry} />
        <BigButton kind={done ? 'secondary' : 'primary'} icon="delivery" text={done ? '看看这一单' : '开始送'} onPress={walk} />
        {round.may.giveBack.ok ? (
          <BigButton kind="plain" text="我去不了，退回去" busy={giving.busy} onPress={() => giving.run({ id: round.id })} />
        ) : null}
      </View>
    </Card>
  );
}

/** A round for whoever takes it: where and how many, no names. */
function OpenCard({ round, today }: { round: Open; today: MyRounds['today'] }) {
  const taking = useCommand(delivery, 'takeRound');
  return (
    <Card title={`${round.gridName} 第 ${round.n} 单`} aside={<Tag word={`${round.doors} 户`} tone="info" />}>
      <View className="col">
        <View className="t-body">{whenText(round, today)}</View>
        <View className="t-secondary">{round.buildings.join('、')}</View>
        <FailureNote failure={taking.failure} onRetry={taking.retry} />
        <BigButton
          kind="secondary"
          text="我来送"
          label={`我来送：${round.gridName} 第 ${round.n} 单`}
          disabled={!round.may.take.ok}
          busy={taking.busy}
          onPress={() => taking.run({ id: round.id })}
        />
      </View>
    </Card>
  );
}

/** 送餐: my rounds, and those that wait for somebody. */
export default function RoundsPage() {
  const rounds = useMyRounds();
  const { waiting } = useOutbox(doors);
  return (
    <Screen title="送餐" of={rounds} refusedAction={wayOn(rounds.failure)}>
      {({ mine, open, today, minutesToDoor, hotAtLeast }) => (
        <>
          {mine.map(round => (
            <MineCard
              key={round.id}
              round={round}
              today={today}
              left={roundNow(round, waiting).doors.filter(({ delivered }) => !delivered).length}
            />
          ))}
          {open.length > 0 ? <View className="t-section">等人来送的</View> : null}
          {open.map(round => (
            <OpenCard key={round.id} round={round} today={today} />
          ))}
          {mine.length + open.length === 0 ? (
            <Empty icon="delivery" title="现在没有要送的" next="订餐截止以后会排好单，那时再来看看。谢谢您！" />
          ) : (
            <View className="t-secondary">{`热菜出发时不低于 ${hotAtLeast} ℃，出发后 ${minutesToDoor} 分钟内送完。`}</View>
          )}
        </>
      )}
    </Screen>
  );
}
