import { View } from '@tarojs/components';
import { ageOn, dateText } from '../../../../types/time';
import { Card } from '../../../components/Card';
import { Failed } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { useQueryOf } from '../../../services/useDoor';
import { mayOpen } from '../../desk/nav';
import { Fact } from '../../desk/parts/Fact';
import { dayHere, useMe } from '../../desk/queries';
import { Health } from '../parts/Health';
import { type ChildView, care } from '../queries';
import { GUARDIAN_TEXT } from '../words';
import { Adults } from './Adults';
import { Consents } from './Consents';
import { Custody } from './Custody';
import { Profile } from './Profile';

/** One child with everything around it. */
export function ChildOf({ id }: { id: string }) {
  const query = useQueryOf(care, 'child', { childId: id });
  const me = useMe();
  if (query.failure) return <Failed failure={query.failure} onRetry={query.reload} />;
  if (!query.data) return <Skeleton />;
  const child = query.data;
  return (
    <View className="col">
      <Card title={child.name} aside={<View className="t-secondary">{ageOn(child.birthDate, dayHere())} 岁</View>}>
        <Fact name="学校">
          {child.school} {child.schoolClass}
        </Fact>
        <Fact name="出生日期">
          {child.birthDate.slice(0, 4)}年{dateText(child.birthDate)}
        </Fact>
        {child.home ? <Fact name="住址">{child.home.text}</Fact> : null}
        <Profile child={child} />
      </Card>
      <Card title="健康和过敏">
        <Health childId={child.id} name={child.name} has={child.hasHealth} may={child.may.health} />
      </Card>
      <Guardians child={child} />
      <Adults child={child} />
      {mayOpen('desk-care/settings', me.data?.roles ?? []) ? <Custody childId={child.id} name={child.name} /> : null}
      <Consents child={child} />
    </View>
  );
}

const Guardians = ({ child }: { child: ChildView }) => (
  <Card title="监护人">
    {child.guardians.map(each => (
      <View key={each.id} className="between care-line">
        <View>
          <View className="t-body">
            {each.relation} {each.name}
          </View>
          <View className="t-secondary">{each.phone ?? '没有留电话'}</View>
        </View>
        <View className="row-wrap">
          {each.decides ? <Tag word="由他（她）决定" tone="info" /> : null}
          <Tag word={GUARDIAN_TEXT[each.status]} tone={each.status === 'confirmed' ? 'success' : 'neutral'} />
        </View>
      </View>
    ))}
  </Card>
);
