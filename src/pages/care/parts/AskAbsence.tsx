import { View } from '@tarojs/components';
import type { DayView } from '../../../../types/care';

import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { useCommand } from '../../../services/useDoor';
import { care } from '../queries';
import { ABSENCE, ABSENCE_KEYS } from '../words';
import { Telephone } from './Telephone';

/** The child has not come and nobody knows why: one tap answers. */
export function AskAbsence({ day, childName, phone }: { day: DayView; childName: string; phone: string }) {
  const explaining = useCommand(care, 'explainAbsence');
  return (
    <Card tone="danger" title={`${childName}还没到，在哪里？`}>
      <View className="col">
        <View className="t-body">请点一下。不知道孩子在哪里，请马上打托管电话。</View>
        <View className="row-wrap">
          {ABSENCE_KEYS.map(reason => (
            <BigButton
              key={reason}
              kind="secondary"
              text={ABSENCE[reason]}
              busy={explaining.busy}
              onPress={() => explaining.run({ attendanceId: day.id, reason, text: '' })}
            />
          ))}
        </View>
        <FailureNote failure={explaining.failure} onRetry={explaining.retry} />
        <Telephone phone={phone} kind="primary" />
      </View>
    </Card>
  );
}
