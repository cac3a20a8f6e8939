import { View } from '@tarojs/components';
import { useState } from 'react';
import { dateText, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { care, type Drawn } from '../queries';
import { timeText } from '../words';
import './draw.css';

type Entry = Drawn['entries'][number] & { at: number };

/** So many lines at a time: an old phone draws no more. */
const STEP = 60;

const EntryRow = ({ entry }: { entry: Entry }) => (
  <Row
    title={`第 ${entry.at} 位：编号 ${entry.no}${entry.mine ? '（我的孩子）' : ''}`}
    aside={entry.place ? <Tag word="有名额" tone="success" /> : <Tag word="候补" tone="warning" />}
  />
);

/** The numbers in the drawn order; no name stands here. */
function Entries({ drawn }: { drawn: Drawn }) {
  const [most, setMost] = useState(STEP);
  const entries = drawn.entries.map((entry, index) => ({ ...entry, at: index + 1 }));
  const own = entries.filter(({ mine }) => mine);
  return (
    <>
      {own.length > 0 ? (
        <List label="我的孩子">
          {own.map(entry => (
            <EntryRow key={entry.no} entry={entry} />
          ))}
        </List>
      ) : null}
      <Card title="抽出来的顺序">
        <List label="抽出来的顺序">
          {entries.slice(0, most).map(entry => (
            <EntryRow key={entry.no} entry={entry} />
          ))}
        </List>
        {entries.length > most ? (
          <BigButton kind="secondary" text={`再看 ${STEP} 个`} onPress={() => setMost(most + STEP)} />
        ) : null}
      </Card>
    </>
  );
}

/** How anybody can check that nobody had a hand in it. */
const Check = ({ drawn: { commitment, seed } }: { drawn: Drawn }) => (
  <Card title="怎么核对">
    <View className="col">
      <View className="t-body">
        开始报名前就定好了一串随机数，只公布它的“指纹”，谁都改不了。抽签后公布随机数：用 SHA-256
        一算，和指纹一样，就说明没有换过；再按它给每个编号排队，就是上面的顺序。
      </View>
      <View className="t-secondary">开始报名时公布的指纹</View>
      <View className="draw-hash">{commitment}</View>
      {seed ? (
        <>
          <View className="t-secondary">抽签后公布的随机数</View>
          <View className="draw-hash">{seed}</View>
        </>
      ) : null}
    </View>
  </Card>
);

/** 抽签结果, as it was published. */
export default function DrawPage() {
  const { classId = '' } = useParams();
  const draw = useQueryOf(care, 'draw', { classId }, { when: classId !== '' });
  return (
    <Screen title="抽签结果" of={draw} refusedAction={wayOn(draw.failure)}>
      {drawn => (
        <>
          <Card title={drawn.className} aside={<Tag word={drawn.drawnAt ? '已抽签' : '还没抽'} tone="info" />}>
            {drawn.drawnAt
              ? `${dateText(dayOf(drawn.drawnAt))} ${timeText(drawn.drawnAt)} 抽的，${drawn.entries.length} 个孩子，${drawn.places} 个名额。`
              : `有 ${drawn.places} 个名额。报名截止以后，先按优先，再抽签，结果公布在这里。`}
          </Card>
          {drawn.drawnAt ? <Entries drawn={drawn} /> : null}
          <Check drawn={drawn} />
        </>
      )}
    </Screen>
  );
}
