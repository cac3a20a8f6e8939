import { View } from '@tarojs/components';
import { addDays, type CivilDate } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FailureNote } from '../../../components/FailureNote';
import { TaskRow } from '../../../components/List';
import { Refused } from '../../../components/Refused';
import { ServiceGrid } from '../../../components/ServiceGrid';
import { Skeleton } from '../../../components/Skeleton';
import { Failure } from '../../../services/door';
import { go } from '../../../services/go';
import { isWeapp } from '../../../services/platform';
import { forgetAll } from '../../../services/query';
import { FINAL } from '../../../services/sentences';
import { signOut } from '../../../services/session';
import { deskPages, pagesFor } from '../nav';
import { Desk } from '../parts/Desk';
import { Count } from '../parts/Fact';
import { switchTo, toDesk } from '../way';
import { longDay } from '../words';
import { Meals } from './Meals';
import { useToday } from './useToday';
import './today.css';

/** On a desk that others use as well, nothing of this person stays behind. */
function leave(): void {
  signOut();
  forgetAll();
  switchTo('login');
}

/** 今天: what the people of the desk see first. */
export default function Today() {
  const now = useToday();
  return (
    <Desk title="工作台" of={now.me}>
      {me => (pagesFor(me.roles).length > 0 ? <Work {...now} me={me} /> : <Refused failure={new Failure('NOT_ALLOWED')} />)}
    </Desk>
  );
}

type Now = Omit<ReturnType<typeof useToday>, 'me'> & { me: { account: { name: string }; community?: { name: string } } };

function Work({ me, roles, cooks, today, counter, sheet, tasks, loading, failure, reload }: Now) {
  return (
    <>
      <View className="between">
        <View>
          <View className="t-hero">{me.account.name}</View>
          <View className="t-secondary">
            {me.community?.name ?? ''} · {longDay(today)}
          </View>
        </View>
        {cooks ? (
          <BigButton small kind="plain" icon="scan" text="扫码核销" onPress={() => toDesk('counter', { scan: '1' })} />
        ) : null}
      </View>
      <Numbers today={today} cooks={cooks} counter={counter.data} sheet={sheet.data} tasks={failure ? undefined : tasks.length} />
      <FailureNote failure={failure} onRetry={failure && FINAL.has(failure.code) ? undefined : () => void reload()} />
      <View className="today-columns">
        <View className="col">
          <View className="t-section">要办的事{tasks.length > 0 ? ` ${tasks.length}` : ''}</View>
          {tasks.map(task => (
            <TaskRow
              key={task.key}
              tag={task.tag}
              tone={task.tone}
              title={task.title}
              text={task.text}
              action={{ text: task.action, onPress: () => toDesk(...task.to) }}
              onPress={() => toDesk(...task.to)}
            />
          ))}
          {loading && tasks.length === 0 ? <Skeleton cards={2} /> : null}
          {!loading && !failure && tasks.length === 0 ? (
            <Empty icon="check" title="都办完了" next="有新的事会出现在这里。" />
          ) : null}
        </View>
        {sheet.data && sheet.data.meals.length > 0 ? <Meals meals={sheet.data.meals} today={today} /> : null}
      </View>
      <View className="phone-only col">
        <View className="t-section">全部工作</View>
        <Doors roles={roles} />
      </View>
      {isWeapp ? null : (
        <View className="row">
          <BigButton small kind="plain" icon="leave" text="退出登录" onPress={leave} />
        </View>
      )}
    </>
  );
}

interface NumbersProps {
  today: CivilDate;
  cooks: boolean;
  counter: Now['counter']['data'];
  sheet: Now['sheet']['data'];
  /** Unknown while something could not be asked. */
  tasks: number | undefined;
}

function Numbers({ today, cooks, counter, sheet, tasks }: NumbersProps) {
  const portions = (day: CivilDate) =>
    sheet?.meals.filter(meal => meal.day === day).reduce((sum, meal) => sum + meal.portions, 0);
  const waits = counter?.rows.filter(row => row.status === 'booked').length;
  return (
    <Card>
      <View className="today-counts">
        <Count value={tasks ?? '…'} unit="件要办" strong={tasks !== undefined && tasks > 0} />
        {cooks ? <Count value={portions(today) ?? '…'} unit="份今天订餐" /> : null}
        {cooks ? <Count value={waits ?? '…'} unit="单待取" /> : null}
        {cooks ? <Count value={portions(addDays(today, 1)) ?? '…'} unit="份明天订餐" /> : null}
      </View>
    </Card>
  );
}

const Doors = ({ roles }: { roles: Now['roles'] }) => (
  <ServiceGrid
    services={pagesFor(roles)
      .filter(each => each !== deskPages[0])
      .map(({ text, icon, tone, page }) => ({ text, icon, tone, onPress: () => go(page) }))}
  />
);
