import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { MediationContract } from '../../../../types/mediation';
import { type CivilDate, dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { Field } from '../../../components/Field';
import { useCommand } from '../../../services/useDoor';
import { readDay } from '../../desk/people/draft';
import { mediation } from '../queries';

type Row = OutputOf<MediationContract, 'mediators'>['mediators'][number];

const WRONG = '请写年月日，比如 2026-12-03';

/** 请假: on these days nobody is given to them. One's own, or (the office) another's. */
export function Absence({ row, today }: { row: Row; today: CivilDate }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [shown, setShown] = useState(false);
  const save = useCommand(mediation, 'setAbsence', {
    onDone: () => {
      setFrom('');
      setTo('');
      setShown(false);
    },
  });
  const coming = row.absences.filter(absence => absence.to >= today);
  const [first, last] = [readDay(from), readDay(to || from)];
  const put = (absences: { from: CivilDate; to: CivilDate }[]) => save.run({ accountId: row.accountId, absences });
  const add = () => {
    setShown(true);
    if (first && last) put([...coming, { from: first as CivilDate, to: last as CivilDate }]);
  };
  return (
    <Card title={`${row.name}请假`}>
      <View className="col">
        {coming.length === 0 ? <View className="t-secondary">今天以后没有请假。</View> : null}
        {coming.map(absence => (
          <View key={`${absence.from}${absence.to}`} className="between">
            <View className="t-body">
              {dateText(absence.from)}
              {absence.to === absence.from ? '' : `到${dateText(absence.to)}`}
            </View>
            <BigButton
              small
              kind="plain"
              text="取消请假"
              label={`取消${dateText(absence.from)}的请假`}
              disabled={save.busy}
              onPress={() => put(coming.filter(each => each !== absence))}
            />
          </View>
        ))}
        <View className="form-two">
          <Field
            label="从哪天"
            value={from}
            max={12}
            onChange={setFrom}
            error={shown && !first ? WRONG : undefined}
            placeholder="2026-12-03"
          />
          <Field
            optional
            label="到哪天"
            value={to}
            max={12}
            onChange={setTo}
            error={shown && !last ? WRONG : undefined}
            help="只有一天就空着"
          />
        </View>
        <FailureNote failure={save.failure} onRetry={save.retry} />
        <BigButton kind="secondary" icon="plus" text="加请假" busy={save.busy} onPress={add} />
      </View>
    </Card>
  );
}
