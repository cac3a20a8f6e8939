import { View } from '@tarojs/components';
import type { AbsenceView } from '../../../../types/safetyFamilyActions';
import { dateText, dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { useParams } from '../../../services/go';
import { systemNow } from '../../../services/platform';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { safety, whose } from '../queries';
import { Form } from './Form';

/** One absence; who came back sooner says so, and everything goes on from then. */
function Away({ absence }: { absence: AbsenceView }) {
  const ending = useCommand(safety, 'endAbsence', { touches: ['canteen'] });
  const { id, from, to, where, recordedByName, running, may } = absence;
  return (
    <Card title={`在${where}`} aside={running ? <Tag word="外出中" tone="info" /> : undefined}>
      <View className="col">
        <View className="t-body">{`${dateText(from)} 到 ${dateText(to)}`}</View>
        <View className="t-secondary">{`${recordedByName} 报备的`}</View>
        <FailureNote failure={ending.failure} onRetry={ending.retry} />
        {may.change.ok ? (
          <BigButton
            kind="secondary"
            text={running ? '已经回来了' : '不去了，取消'}
            label={`${running ? '已经回来了' : '不去了，取消'}：${where}`}
            busy={ending.busy}
            onPress={() => ending.run({ id })}
          />
        ) : null}
      </View>
    </Card>
  );
}

/** 外出报备: meals, deliveries, check-ins and visits pause together. */
export default function AbsencePage() {
  const { elderId } = useParams();
  const absences = useQueryOf(safety, 'absences', whose(elderId));
  return (
    <Screen title="外出报备" of={absences} refusedAction={wayOn(absences.failure)}>
      {({ absences: known }) => (
        <>
          <View className="t-body">报备以后，这几天不催报平安、不上门探访，长期订餐也先停。有急事照样能求助。</View>
          {known.map(absence => (
            <Away key={absence.id} absence={absence} />
          ))}
          <Form elderId={elderId} today={dayOf(systemNow())} />
        </>
      )}
    </Screen>
  );
}
