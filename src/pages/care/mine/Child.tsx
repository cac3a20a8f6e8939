import { View } from '@tarojs/components';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { type Service, ServiceGrid } from '../../../components/ServiceGrid';
import { go } from '../../../services/go';
import { Day } from '../parts/Day';
import type { MyCare, MyChild } from '../queries';
import { LIVE, PURPOSE } from '../words';
import { lacksOf } from './words';

const schoolText = ({ school, schoolClass }: Pick<MyChild, 'school' | 'schoolClass'>) =>
  [school, schoolClass].filter(Boolean).join(' ');

/** Without the consent to care nothing goes on, so it is said here and not only on its page. */
const Lacking = ({ child }: { child: MyChild }) => (
  <Card tone="warning" title={`${child.name}的知情同意要办`}>
    <View className="col">
      <View className="t-body">{`还没有同意，或者到期了。${PURPOSE.care.ifNot}`}</View>
      <BigButton text="去看同意书" onPress={() => go('pages/care/consent/index', { childId: child.id })} />
    </View>
  </Card>
);

/** What there is instead of a day. */
const Nothing = ({ child }: { child: MyChild }) => {
  const live = child.enrolments.filter(({ status }) => LIVE.includes(status));
  if (live.some(({ status }) => status === 'enrolled')) return <View className="t-body">今天没有这个孩子的班。</View>;
  const waits = live.length > 0;
  return (
    <>
      <View className="t-body">{waits ? '已经报名，还没有轮到名额。' : '还没有报班。'}</View>
      {waits ? (
        <BigButton kind="secondary" text="看看排到哪里" onPress={() => go('pages/care/signups/index')} />
      ) : (
        <BigButton text="去报名" onPress={() => go('pages/care/classes/index', { childId: child.id })} />
      )}
    </>
  );
};

const waysOf = ({ id }: MyChild): Service[] => [
  { text: '报名', icon: 'edit', tone: 'primary', onPress: () => go('pages/care/classes/index', { childId: id }) },
  { text: '日历请假', icon: 'calendar', tone: 'info', onPress: () => go('pages/care/calendar/index', { childId: id }) },
  { text: '接送人', icon: 'people', tone: 'accent', onPress: () => go('pages/care/adults/index', { childId: id }) },
  { text: '孩子资料', icon: 'person', tone: 'neutral', onPress: () => go('pages/care/child/index', { childId: id }) },
];

/** One child: its day, and the four ways on. */
export const Child = ({ child, mine }: { child: MyChild; mine: MyCare }) => (
  <>
    {child.lacking.includes('care') ? <Lacking child={child} /> : null}
    <Card title={child.name} aside={<View className="t-secondary">{schoolText(child)}</View>}>
      <View className="col">
        {lacksOf(child).map(line => (
          <View key={line} className="t-secondary">
            {line}
          </View>
        ))}
        {child.today.map(day => (
          <Day key={day.id} day={day} childId={child.id} childName={child.name} now={mine.now} />
        ))}
        {child.today.length === 0 && mine.open ? <Nothing child={child} /> : null}
        {child.today.length === 0 && !mine.open ? (
          <View className="t-body">{`今天没有托管${mine.dayName ? `：${mine.dayName}` : ''}`}</View>
        ) : null}
      </View>
    </Card>
    <ServiceGrid services={waysOf(child)} />
  </>
);
