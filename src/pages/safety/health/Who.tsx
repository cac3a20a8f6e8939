import { View } from '@tarojs/components';
import type { HealthView } from '../../../../types/safety';
import type { CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { ErrorRetry } from '../../../components/ErrorRetry';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { safety } from '../queries';
import { readLines } from './draft';

/** The elder's own: which relatives may read this, and the way to change it. */
export function Relatives() {
  const consents = useQueryOf(safety, 'consents', {});
  const relatives = consents.data?.relatives ?? [];
  return (
    <Card title="哪些家人能看">
      <View className="col">
        {consents.failure ? <ErrorRetry failure={consents.failure} onRetry={consents.reload} /> : null}
        {consents.data && relatives.length === 0 ? <View className="t-body">还没有关联的家人。</View> : null}
        <List label="哪些家人能看">
          {relatives.map(({ key, name, relation, sees }) => (
            <Row
              key={key}
              title={name}
              text={relation}
              aside={<Tag word={sees.health ? '✓ 能看能改' : '看不到'} tone={sees.health ? 'success' : 'neutral'} />}
            />
          ))}
        </List>
        <BigButton kind="secondary" text="改家人能看什么" onPress={() => go('pages/safety/consent/index')} />
      </View>
    </Card>
  );
}

/** Nobody reads it unseen. */
export const Reads = ({ reads, today }: { reads: HealthView['reads']; today: CivilDate }) => (
  <Card title="谁看过">
    {reads.length === 0 ? <View className="t-body">还没有人看过。</View> : null}
    <List label="谁看过">
      {readLines(reads, today).map(({ who, what }) => (
        <Row key={`${who}${what}`} title={who} text={what} />
      ))}
    </List>
  </Card>
);
