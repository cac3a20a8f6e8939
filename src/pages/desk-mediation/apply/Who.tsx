import { View } from '@tarojs/components';
import { Card } from '../../../components/Card';
import { Field } from '../../../components/Field';
import { Segmented } from '../../../components/Segmented';
import { FindPerson } from '../parts/FindPerson';
import type { Who, WhoGaps } from './draft';

interface Props {
  who: Who;
  gaps: WhoGaps;
  onChange: (change: Partial<Who>) => void;
}

const BY = [
  { value: 'roster', text: '名册里的居民' },
  { value: 'walkIn', text: '不在名册里' },
] as const;

/** Who asks for mediation. */
export function WhoAsks({ who, gaps, onChange }: Props) {
  return (
    <Card title="替谁申请？">
      <View className="col">
        <Segmented label="申请人" options={BY} value={who.by} onChange={by => onChange({ by })} />
        {who.by === 'roster' ? (
          <FindPerson label="找申请人" value={who.resident} onChange={resident => onChange({ resident })} error={gaps.resident} />
        ) : (
          <View>
            <Field label="姓名" value={who.name} max={40} onChange={name => onChange({ name })} error={gaps.name} />
            <Field
              optional
              kind="phone"
              label="手机号"
              value={who.phone}
              max={11}
              onChange={phone => onChange({ phone })}
              error={gaps.phone}
            />
            <Field optional label="住在哪里" value={who.address} max={80} onChange={address => onChange({ address })} />
          </View>
        )}
      </View>
    </Card>
  );
}

/** The other side, when it is a neighbour whom the roster knows: then the invitation reaches the right one. */
export const WhoElse = ({ who, onChange }: Omit<Props, 'gaps'>) => (
  <Card title="对方在名册里吗？">
    <View className="col">
      <View className="t-secondary">找到了，邀请会直接送到他手机上；找不到就照上面写的，由工作人员上门或打电话。</View>
      <FindPerson label="找对方" value={who.other} onChange={other => onChange({ other })} />
    </View>
  </Card>
);
