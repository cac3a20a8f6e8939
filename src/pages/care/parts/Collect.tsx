import { View } from '@tarojs/components';
import type { CollectView } from '../../../../types/care';
import { clockText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { COLLECT } from './day';

/** Whom I may collect today; one button leads to the codes. Nothing where there is nobody. */
export function Collect({ collect }: { collect: readonly CollectView[] }) {
  const next = collect.find(({ state }) => state === 'here') ?? collect.find(({ state }) => state === 'notHereYet');
  if (collect.length === 0) return null;
  return (
    <Card title="今天您可以接">
      <View className="col">
        <List label="今天您可以接">
          {collect.map(({ attendanceId, childName, className, to, state }) => (
            <Row
              key={attendanceId}
              title={childName}
              text={`${className}，${clockText(to)} 前`}
              aside={<Tag {...COLLECT[state]} />}
            />
          ))}
        </List>
        {next ? (
          <BigButton icon="code" text="出示接送码" onPress={() => go('pages/care/code/index', { id: next.attendanceId })} />
        ) : null}
      </View>
    </Card>
  );
}
