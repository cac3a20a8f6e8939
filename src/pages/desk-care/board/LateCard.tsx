import { View } from '@tarojs/components';
import type { Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import type { LateLine } from '../queries';
import { clockOf, personText, spanText } from '../words';

/** 逾期未接: still here after the end of the class, with everybody who can be rung. */
export function LateCard({
  late,
  now,
  onFind,
}: {
  late: readonly LateLine[];
  now: Instant;
  /** At the counter: shows who may have this child. */
  onFind?: (name: string) => void;
}) {
  if (late.length === 0) return null;
  return (
    <Card tone="danger" title={`还有 ${late.length} 个孩子没有接走`}>
      <View className="col">
        {late.map(line => (
          <View key={line.id} className="care-line">
            <View className="row-wrap">
              <View className="t-section">{line.childName}</View>
              <View className="t-secondary">{line.className}</View>
              {line.alarmed ? <Tag word="已报预警" tone="danger" /> : null}
            </View>
            <View className="t-body">
              {clockOf(line.since)} 就该接走，已经过了 {spanText(line.since, now)}
            </View>
            <Phones phones={line.phones} />
            {onFind ? (
              <View className="row">
                <BigButton small text="查接送人" label={`查接送人：${line.childName}`} onPress={() => onFind(line.childName)} />
              </View>
            ) : null}
          </View>
        ))}
      </View>
    </Card>
  );
}

/** Everybody who can be rung about a child. */
export const Phones = ({ phones }: { phones: LateLine['phones'] }) =>
  phones.length === 0 ? (
    <View className="t-secondary">监护人还没有在手机上确认，这里没有号码。请查纸质同意书。</View>
  ) : (
    <View className="care-phones">
      {phones.map(each => (
        <CallButton key={`${each.name}${each.phone}`} phone={each.phone} text={`打给${personText(each)}`} />
      ))}
    </View>
  );
