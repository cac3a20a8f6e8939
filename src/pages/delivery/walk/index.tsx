import { View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { goBack, useParams } from '../../../services/go';
import { useOutbox } from '../../../services/outbox';
import { systemNow } from '../../../services/platform';
import { sentenceOf } from '../../../services/sentences';
import { useCommand } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { type DoorDeed, delivery, doors, type MyRounds, roundNow, useMyRounds } from '../queries';
import { Door } from './Door';
import { DoorList } from './DoorList';
import { Leave } from './Leave';
import { Unsent } from './Unsent';
import './walk.css';

type Mine = MyRounds['mine'][number];

/** What the server would not take: for the carrier to read, and to tell somebody. */
function Refusals() {
  const { refused } = useOutbox(doors);
  return (
    <>
      {refused.map(({ id, input, refused: no }) => {
        const { title, next } = sentenceOf(no?.code ?? '', no?.details);
        return (
          <Card key={id} tone="danger" title={input.do === 'door' ? `${input.name}：${title}` : title}>
            <View className="col">
              <View className="t-body">{next}</View>
              <BigButton small kind="secondary" text="知道了" onPress={() => doors.dismiss(id)} />
            </View>
          </Card>
        );
      })}
    </>
  );
}

function Walk({ round, of }: { round: Mine; of: MyRounds }) {
  const { waiting } = useOutbox(doors);
  const [chosen, setChosen] = useState<string>();
  const [full, setFull] = useState(false);
  const finishing = useCommand(delivery, 'finishRound', { onDone: goBack });
  const { doors: all, leftAt } = roundNow(round, waiting);
  const left = all.filter(({ delivered }) => !delivered);
  const next = all.find(({ orderId }) => orderId === chosen) ?? left[0];
  const tell = (deed: DoorDeed, lane: string) => {
    setFull(!doors.add(lane, deed));
    setChosen(undefined);
  };
  const begun = leftAt !== undefined || all.length > left.length;
  return (
    <>
      <Refusals />
      <Unsent count={waiting.length} full={full} />
      {begun ? null : (
        <Leave of={of} onLeave={celsius => tell({ do: 'leave', roundId: round.id, at: systemNow(), ...celsius }, round.id)} />
      )}
      {next ? (
        <Door
          key={next.orderId}
          door={next}
          left={left.length}
          leftAt={leftAt}
          of={of}
          onOutcome={(outcome, picture) =>
            tell(
              {
                do: 'door',
                roundId: round.id,
                orderId: next.orderId,
                name: next.name,
                outcome,
                at: systemNow(),
                ...(picture ? { picture } : {}),
              },
              next.orderId,
            )
          }
        />
      ) : (
        <Empty
          icon="check"
          title="都送完了，谢谢您！"
          next={waiting.length > 0 ? '还有没发出去的，有网络时会自动发。' : '点下面，结束这一单。'}
        />
      )}
      {left.length === 0 && round.status !== 'done' ? (
        <>
          <FailureNote failure={finishing.failure} onRetry={finishing.retry} />
          <BigButton
            text="结束这一单"
            disabled={waiting.length > 0}
            busy={finishing.busy}
            onPress={() => finishing.run({ id: round.id })}
          />
        </>
      ) : null}
      <DoorList doors={all} current={next?.orderId} onChoose={setChosen} />
    </>
  );
}

/** The next door large, and four answers under the thumb; without network everything works and is sent later. */
export default function WalkPage() {
  const { id = '' } = useParams();
  const rounds = useMyRounds();
  const mine = rounds.data?.mine.find(round => round.id === id);
  return (
    <Screen title={mine ? `${mine.gridName} 第 ${mine.n} 单` : '送餐路上'} of={rounds} refusedAction={wayOn(rounds.failure)}>
      {of =>
        mine ? (
          <Walk round={mine} of={of} />
        ) : (
          <Empty
            icon="delivery"
            title="这一单不归您送了"
            next="可能改派给了别人。有疑问请打社区电话。"
            action={{ text: '返回', onPress: goBack }}
          />
        )
      }
    </Screen>
  );
}
