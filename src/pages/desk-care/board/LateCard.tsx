import { View } from '@tarojs/components';
import { type PropsWithChildren, useState } from 'react';
import type { Instant } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { Tag } from '../../../components/Tag';
import type { LateLine } from '../queries';
import { personText, spanText } from '../words';

/** More than these fill a screen; whoever is longest overdue is among them. */
const SHOWN = 3;

interface Props {
  late: readonly LateLine[];
  now: Instant;
  /** At the counter: shows who may have this child. */
  onFind?: (name: string) => void;
}

/** 逾期未接: still here after the end of the class, with everybody who can be rung. */
export function LateCard({ late, now, onFind }: Props) {
  const [all, setAll] = useState(false);
  if (late.length === 0) return null;
  const lines = [...late].sort((a, b) => a.since - b.since);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <Card tone="danger" title={`还有 ${late.length} 个孩子没有接走`}>
      <View className="col">
        {shown.map(line => (
          <LateRow key={line.id} line={line} now={now} onFind={onFind} />
        ))}
        <More left={lines.length - shown.length} onPress={() => setAll(true)} />
      </View>
    </Card>
  );
}

/** 看其余 5 个 */
export const More = ({ left, onPress }: { left: number; onPress: () => void }) =>
  left > 0 ? <BigButton kind="plain" text={`看其余 ${left} 个孩子`} onPress={onPress} /> : null;

const LateRow = ({ line, now, onFind }: { line: LateLine } & Pick<Props, 'now' | 'onFind'>) => (
  <View className="care-line">
    <View className="row-wrap care-tags">
      <View className="t-section">{line.childName}</View>
      <View className="t-secondary">{line.className}</View>
      <Tag word={`过了 ${spanText(line.since, now)}`} tone="danger" />
      {line.alarmed ? <Tag word="已报预警" tone="danger" /> : null}
    </View>
    <Phones phones={line.phones}>
      {onFind ? <BigButton text="查接送人" label={`查接送人：${line.childName}`} onPress={() => onFind(line.childName)} /> : null}
    </Phones>
  </View>
);

/** Everybody who can be rung about a child, and what else there is to do. */
export const Phones = ({ phones, children }: PropsWithChildren<{ phones: LateLine['phones'] }>) => (
  <>
    {phones.length === 0 ? <View className="t-secondary">监护人还没有在手机上确认，这里没有号码。请查纸质同意书。</View> : null}
    <View className="care-phones">
      {phones.map(each => (
        <CallButton key={`${each.name}${each.phone}`} phone={each.phone} text={`打给${personText(each)}`} />
      ))}
      {children}
    </View>
  </>
);
