import { View } from '@tarojs/components';
import { TaskRow } from '../../../components/List';
import { groupsOf, WHEN_TEXT, type Work } from './order';

interface Props {
  work: readonly Work[];
  openId?: string;
  onOpen: (id: string) => void;
}

/** Cases by how much they hurry; one action a row. */
export const Rows = ({ work, openId, onOpen }: Props) => (
  <View className="col">
    {groupsOf(work).map(({ when, rows }) => (
      <View key={when} className="col">
        <View className="t-section">
          {WHEN_TEXT[when]} {rows.length}
        </View>
        {rows.map(row => (
          <View key={row.id} className={row.id === openId ? 'work-open' : ''}>
            <TaskRow
              tag={row.tag}
              tone={row.tone}
              title={row.title}
              text={row.text}
              action={{ text: row.action, onPress: () => onOpen(row.id) }}
              onPress={() => onOpen(row.id)}
            />
          </View>
        ))}
      </View>
    ))}
  </View>
);
