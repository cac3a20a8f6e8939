import { View } from '@tarojs/components';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { useParams } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { sentenceOf } from '../../../services/sentences';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { useMe } from '../../people/queries';
import { type Path, safety, whose } from '../queries';
import { Person } from './Person';
import { useNotifications } from './useNotifications';

/** The monthly test by hand: everybody gets a message that says it is a test. */
function Test({ path, elderId }: { path: Path; elderId: string | undefined }) {
  const testing = useCommand(safety, 'testPath');
  const { test } = path.may;
  const no = test.ok ? undefined : sentenceOf(test.code, test.details);
  return (
    <>
      <FailureNote failure={testing.failure} onRetry={testing.retry} />
      <BigButton
        kind="secondary"
        text="现在测试一次"
        busy={testing.busy}
        disabled={!test.ok}
        onPress={() => testing.run(whose(elderId))}
      />
      <View className="t-secondary">
        {no ? `${no.title}。${no.next}` : '系统每月会测试一次。测试时大家会收到“这是测试”的消息，请点“知道了”。'}
      </View>
    </>
  );
}

function summary({ people, nobody }: Path): string {
  if (nobody) return '还没有任何人能收到通知！请马上联系社区，或先关联一位家人。';
  const reds = people.filter(({ reds }) => reds.length > 0).length;
  return reds > 0 ? `${people.length} 个人里，有 ${reds} 个人可能收不到通知。` : `${people.length} 个人都能收到通知。`;
}

/** Checks before something happens who would be reached, and says how to mend what is red. */
export default function PathPage() {
  const params = useParams();
  const me = useMe().data;
  // A letter opens the page without saying for whom: oneself, or the first elder one looks after.
  const elderId = params.elderId ?? (me?.resident ? undefined : me?.elders[0]?.id);
  const path = useQueryOf(safety, 'alertPath', whose(elderId), { when: me !== undefined });
  const today = dayOf(systemNow());
  useNotifications();
  return (
    <Screen title="通知检查" of={path} refusedAction={wayOn(path.failure)}>
      {shown => (
        <>
          <Card tone={shown.nobody ? 'danger' : undefined} title="出事的时候，会通知这些人">
            <View className="t-body">{summary(shown)}</View>
          </Card>
          {shown.people.map(person => (
            <Person key={person.key} person={person} today={today} />
          ))}
          <Test path={shown} elderId={elderId} />
        </>
      )}
    </Screen>
  );
}
