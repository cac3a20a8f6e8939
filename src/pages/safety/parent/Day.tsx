import { View } from '@tarojs/components';
import type { Me } from '../../../../types/people';
import { dayOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { FailureNote } from '../../../components/FailureNote';
import { PersonHeader } from '../../../components/PersonHeader';
import { Timeline } from '../../../components/Timeline';
import { go } from '../../../services/go';
import { useCommand } from '../../../services/useDoor';
import { useMyOrders } from '../../canteen/queries';
import { Alerts } from '../parts/Alerts';
import { lastSignText, waitText } from '../parts/state';
import { Ways } from '../parts/Ways';
import { type ParentDay, safety } from '../queries';
import { seesText } from '../sees';
import { factsOf, mealsOf, momentsOf } from './day';

/** Spoke with the elder: that is a sign of life too. */
function Spoke({ day }: { day: ParentDay }) {
  const checking = useCommand(safety, 'checkIn');
  if (!day.signs || day.signs.today) return null;
  const { id, name } = day.elder;
  return (
    <>
      <FailureNote failure={checking.failure} onRetry={checking.retry} />
      <BigButton
        kind="secondary"
        icon="phone"
        text={`打过电话了，${name}很好`}
        busy={checking.busy}
        onPress={() => checking.run({ elderId: id })}
      />
    </>
  );
}

/** The telephones of those who are near. */
const Near = ({ day: { keeper, communityPhone } }: { day: ParentDay }) => (
  <>
    {keeper?.phone ? <CallButton phone={keeper.phone} text={`打给包保人${keeper.name}`} /> : null}
    {communityPhone ? <CallButton phone={communityPhone} text="打给社区" /> : null}
  </>
);

export function Day({ day, elder }: { day: ParentDay; elder: Me['elders'][number] | undefined }) {
  const { id, name, age, phone, addressText } = day.elder;
  const today = dayOf(day.now);
  const meals = mealsOf(useMyOrders().data?.orders ?? [], id, today);
  const moments = momentsOf(day, meals);
  const { orderMeal, sos } = day.may;
  return (
    <>
      <PersonHeader
        name={name}
        note={[elder && `我是${elder.relation}`, `${age} 岁`].filter(Boolean).join(' · ')}
        text={addressText}
        phone={phone}
        facts={factsOf(day, meals)}
      />
      <Alerts alerts={day.alerts ?? []} today={today} />
      <Card title="今天">
        {moments.length > 0 ? <Timeline moments={moments} /> : <View className="t-body">今天还没有动静。</View>}
        {day.signs ? <View className="t-secondary">{`最近：${lastSignText(day.signs, today)}`}</View> : null}
        <View className="t-secondary">{waitText(day)}</View>
      </Card>
      <Spoke day={day} />
      {orderMeal.ok ? (
        <BigButton icon="bowl" text={`帮${name}订饭`} onPress={() => go('pages/canteen/week/index', { dinerId: id })} />
      ) : null}
      <Near day={day} />
      {sos.ok ? (
        <BigButton
          kind="danger"
          icon="warning"
          text={`帮${name}紧急求助`}
          onPress={() => go('pages/safety/sos/index', { elderId: id })}
        />
      ) : null}
      <Ways elderId={id} reds={day.reds} own={false} health={day.sees.health} checkUpDue={day.checkUpDue} />
      <View className="t-secondary">{`${name}同意您看：${seesText(day.sees)}。要改，请${name}在“平安”页的“授权与隐私”里改，或请社区帮忙。`}</View>
    </>
  );
}
