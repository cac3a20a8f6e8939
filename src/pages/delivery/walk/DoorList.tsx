import { View } from '@tarojs/components';
import { clockText, minuteOf } from '../../../../types/time';
import { List, Row } from '../../../components/List';
import { Tag } from '../../../components/Tag';
import { OUTCOME } from '../../canteen/standingWords';
import type { DoorNow } from '../queries';

interface Props {
  doors: readonly DoorNow[];
  current: string | undefined;
  onChoose: (orderId: string) => void;
}

/** Where one may go now: a door without an answer, or one where nobody was. */
const open = ({ delivered }: DoorNow): boolean =>
  !delivered || delivered.outcome === 'notHome' || delivered.outcome === 'wrongAddress';

/** All doors in walking order; a tap goes there first, or back to where nobody was. */
export const DoorList = ({ doors, current, onChoose }: Props) => (
  <View className="col">
    <View className="t-section">全部门户</View>
    <List label="全部门户">
      {doors.map(door => {
        const { orderId, name, address, delivered, waiting } = door;
        const said = delivered
          ? OUTCOME[delivered.outcome]
          : { word: orderId === current ? '现在去' : '还没去', tone: 'neutral' as const };
        const when = delivered ? `${clockText(minuteOf(delivered.at))}${waiting ? ' · 还没发出去' : ''}` : undefined;
        return (
          <Row
            key={orderId}
            title={`${address} ${name}`}
            text={when}
            aside={<Tag {...said} />}
            onPress={open(door) && orderId !== current ? () => onChoose(orderId) : undefined}
          />
        );
      })}
    </List>
  </View>
);
