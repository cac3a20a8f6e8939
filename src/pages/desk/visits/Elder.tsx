import { View } from '@tarojs/components';
import { useState } from 'react';
import type { KeptElder } from '../../../../types/safety';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { PersonHeader } from '../../../components/PersonHeader';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { Fact } from '../parts/Fact';
import { safety } from '../queries';
import { toDesk } from '../way';
import { momentText } from '../words';
import { Log } from './Log';
import { NEED_TEXT, OUTCOME_TEXT, outcomeText, signText, visitText, WAY_TEXT } from './words';

/** One elder of the keeper: how it stands, 登记探访, what was seen before. */
export function Elder({ elder, today }: { elder: KeptElder; today: CivilDate }) {
  const [logging, setLogging] = useState(false);
  const { elderId, name, age, addressText, phone, alertId, need } = elder;
  return (
    <View className="col">
      <PersonHeader name={name} note={`${age} 岁`} text={addressText} phone={phone} />
      <Card title="今天" aside={<Tag word={NEED_TEXT[need].word} tone={NEED_TEXT[need].tone} />}>
        <Fact name="平安信号">{signText(elder, today)}</Fact>
        <Fact name="探访">{visitText(elder, today)}</Fact>
      </Card>
      {alertId ? (
        <BigButton kind="danger" icon="warning" text="去处理预警" onPress={() => toDesk('alerts', { id: alertId })} />
      ) : null}
      {logging ? (
        <Log elder={elder} onDone={() => setLogging(false)} />
      ) : (
        <BigButton icon="edit" text="登记探访" onPress={() => setLogging(true)} />
      )}
      <Before elderId={elderId} today={today} />
    </View>
  );
}

function Before({ elderId, today }: { elderId: string; today: CivilDate }) {
  const visits = useQueryOf(safety, 'visits', { elderId });
  if (visits.failure) return <Failed failure={visits.failure} onRetry={visits.reload} />;
  if (!visits.data) return <Skeleton cards={1} />;
  return (
    <Card title="探访记录">
      {visits.data.visits.length === 0 ? <View className="desk-note">还没有探访记录。</View> : null}
      <List label="探访记录">
        {visits.data.visits.map(({ id, at, byName, way, onSite, outcome, note }) => (
          <Row
            key={id}
            title={outcomeText(outcome, way)}
            text={[`${momentText(at, today)} ${byName} ${WAY_TEXT[way]}`, note].filter(Boolean).join('。')}
            aside={
              onSite ? <Tag word="已扫门码" tone="success" /> : <Tag word={WAY_TEXT[way]} tone={OUTCOME_TEXT[outcome].tone} />
            }
          />
        ))}
      </List>
    </Card>
  );
}
