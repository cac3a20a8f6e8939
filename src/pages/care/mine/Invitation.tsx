import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { care, type MyCare } from '../queries';

/** Somebody asked me to be a guardian, too. Only my own yes counts. */
export function Invitation({ invitation }: { invitation: MyCare['invitations'][number] }) {
  const answering = useCommand(care, 'answerInvitation');
  const { childId, childName, byName, relation } = invitation;
  return (
    <Card tone="accent" title={`请您做${childName}的监护人`}>
      <View className="col">
        <View className="t-body">
          {`${byName}邀请您（${relation}）。接受以后，您能看到孩子的情况、请假、接孩子，也能决定谁来接。`}
        </View>
        <FailureNote failure={answering.failure} onRetry={answering.retry} />
        <View className="care-pair">
          <BigButton text="接受" busy={answering.busy} onPress={() => answering.run({ childId, accept: true })} />
          <BigButton
            kind="plain"
            text="不接受"
            disabled={answering.busy}
            onPress={() => answering.run({ childId, accept: false })}
          />
        </View>
      </View>
    </Card>
  );
}
