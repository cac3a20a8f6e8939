import { View } from '@tarojs/components';
import { aria } from '../../../components/aria';
import { BigButton } from '../../../components/BigButton';
import { Empty } from '../../../components/Empty';
import { QrCard } from '../../../components/QrCard';
import { useParams } from '../../../services/go';
import { isWeapp } from '../../../services/platform';
import { Desk } from '../../desk/parts/Desk';
import { useRoll } from '../queries';
import '../desk-care.css';

/** 名卡: number, name and a code for signing in by scan; no photograph, and no name in the code. Printed and cut. */
export default function CardsPage() {
  const { classId = '' } = useParams();
  const roll = useRoll(classId);
  return (
    <Desk title="名卡" of={roll}>
      {({ rows, className }) =>
        rows.length === 0 ? (
          <Empty icon="people" title="这个班还没有孩子" next="报上名的孩子都有一张名卡。" />
        ) : (
          <>
            <View className="between no-print">
              <View className="t-title">{className}</View>
              {isWeapp ? (
                <View className="desk-note">打印请在电脑上打开工作台。</View>
              ) : (
                <BigButton small kind="secondary" text="打印" onPress={() => window.print()} />
              )}
            </View>
            <View className="care-cards" {...aria({ role: 'list', label: '名卡' })}>
              {rows.map(row => (
                <View key={row.childId} className="care-card" {...aria({ role: 'listitem' })}>
                  <QrCard text={row.card} number={`${row.no} ${row.name}`} help={className} label={`${row.name}的签到码`} />
                </View>
              ))}
            </View>
          </>
        )
      }
    </Desk>
  );
}
