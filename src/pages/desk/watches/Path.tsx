import { View } from '@tarojs/components';
import type { PathPerson } from '../../../../types/safety';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { List, Row } from '../../../components/List';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { sentenceOf } from '../../../services/sentences';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { RED_TEXT, RUNG_TEXT } from '../../safety/words';
import { safety } from '../queries';

/** 联系得上吗: everybody whom an alert would call, and what would keep the call from arriving. */
export function Path({ elderId }: { elderId: string }) {
  const path = useQueryOf(safety, 'alertPath', { elderId });
  const test = useCommand(safety, 'testPath');
  if (path.failure) return <Failed failure={path.failure} onRetry={path.reload} />;
  if (!path.data) return <Skeleton cards={1} />;
  const { people, nobody, may } = path.data;
  const red = people.filter(({ reds }) => reds.length > 0).length;
  return (
    <Card
      title="出事时联系谁"
      aside={
        <Tag word={red > 0 || nobody ? `${red} 人可能联系不上` : '都联系得上'} tone={red > 0 || nobody ? 'danger' : 'success'} />
      }
    >
      <View className="col">
        {nobody ? <View className="problem">联系顺序上一个人都没有。请先安排包保人，或请家人关联。</View> : null}
        <List label="联系顺序">
          {people.map(person => (
            <Row
              key={person.key}
              title={person.name}
              text={whoText(person)}
              aside={
                <Tag word={person.reds.length > 0 ? '要处理' : '正常'} tone={person.reds.length > 0 ? 'danger' : 'success'} />
              }
            >
              <Reds person={person} />
            </Row>
          ))}
        </List>
        <FailureNote failure={test.failure} onRetry={test.retry} />
        <BigButton
          kind="secondary"
          text="给大家发一条测试"
          busy={test.busy}
          disabled={!may.test.ok}
          onPress={() => test.run({ elderId })}
        />
        {may.test.ok ? null : <View className="desk-note">{sentenceOf(may.test.code, may.test.details).title}</View>}
      </View>
    </Card>
  );
}

const whoText = ({ as, relation, phone }: PathPerson): string =>
  [RUNG_TEXT[as], relation, phone].filter((each, i, all) => each && all.indexOf(each) === i).join(' · ');

/** What would keep a call from arriving, and what to tell the person on the telephone. */
const Reds = ({ person: { name, reds } }: { person: PathPerson }) => (
  <>
    {reds.map(red => (
      <View key={red} className="t-secondary">
        <View className="field-error">✕ {RED_TEXT[red].what}</View>
        {RED_TEXT[red].mend.replace(/^请/, `请${name}`)}
      </View>
    ))}
  </>
);
