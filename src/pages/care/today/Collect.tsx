import { View } from '@tarojs/components';
import { clockText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import { go } from '../../../services/go';
import { COLLECT } from '../parts/day';
import type { MyCare } from '../queries';

/** Whom I may collect today; the button leads to the code. */
export const Collect = ({ collect }: { collect: MyCare['collect'][number] }) => (
  <Card title={`接${collect.childName}`} aside={<Tag {...COLLECT[collect.state]} />}>
    <View className="col">
      <View className="t-body">{`${collect.className}，${clockText(collect.to)} 前`}</View>
      {collect.state === 'collected' ? null : (
        <BigButton
          icon="code"
          text="出示接送码"
          label={`出示接送码：${collect.childName}`}
          onPress={() => go('pages/care/code/index', { id: collect.attendanceId })}
        />
      )}
    </View>
  </Card>
);
