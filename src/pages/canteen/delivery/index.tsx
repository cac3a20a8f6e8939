import { View } from '@tarojs/components';
import type { DeliveryContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { dateText } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { go, useParams } from '../../../services/go';
import { useQueryOf } from '../../../services/useDoor';
import { wayOn } from '../../home/ways';
import { useMe } from '../../people/queries';
import { delivery } from '../standingQueries';
import { REASON_TEXT } from '../standingWords';
import { AskForm } from './AskForm';
import { DoorForm } from './DoorForm';

type Known = OutputOf<DeliveryContract, 'recipient'>;

const until = (to: Known['today'] | undefined) => (to ? `到 ${dateText(to)}` : '长期有效');

/** How it stands: granted until when, asked and waiting, or why not. */
function State({ known }: { known: Known }) {
  const { granted, asked, declined, eligible, name } = known;
  if (asked)
    return (
      <Card title="申请已经交给社区" aside={<Tag word="等回复" tone="warning" />}>
        <View className="t-body">{`${REASON_TEXT[asked.reason]}，从 ${dateText(asked.from)}${asked.to ? ` 到 ${dateText(asked.to)}` : ' 起'}。网格员看过后告诉您。`}</View>
      </Card>
    );
  if (granted && eligible)
    return (
      <Card title={`${name}可以送餐上门`} aside={<Tag word="可以送" tone="success" />}>
        <View className="t-body">{`${REASON_TEXT[granted.reason]}，${until(granted.to)}。${granted.byName}同意的。`}</View>
        <View className="t-secondary">订餐时，“怎么吃”里选“送餐”。</View>
      </Card>
    );
  return (
    <Card title={`${name}现在还不能送餐上门`} {...(declined ? { tone: 'warning' as const } : {})}>
      <View className="t-body">
        {declined ? `社区回复：${declined}` : '独居、行动不便、刚出院的老人可以申请，社区同意后就能选“送餐”。'}
      </View>
    </Card>
  );
}

/** 送餐上门: whether meals may be brought, asking for it, and what the carrier should know at the door. */
export default function DeliveryPage() {
  const params = useParams();
  const me = useMe().data;
  const dinerId = params.dinerId ?? me?.resident?.id ?? me?.elders[0]?.id;
  const known = useQueryOf(delivery, 'recipient', { dinerId: dinerId ?? '' }, { when: dinerId !== undefined });
  if (me && !dinerId)
    return (
      <Screen title="送餐上门">
        <Empty
          icon="delivery"
          title="先关联家里的老人"
          next="关联以后，就能帮老人申请送餐上门。"
          action={{ text: '去“我的家人”', onPress: () => go('pages/people/family/index') }}
        />
      </Screen>
    );
  return (
    <Screen title="送餐上门" of={known} refusedAction={wayOn(known.failure)}>
      {shown => (
        <>
          <State known={shown} />
          <DoorForm key={`${shown.doorNote}`} known={shown} />
          {shown.asked ? null : <AskForm known={shown} />}
          <BigButton
            kind="plain"
            text="去看这周的菜单"
            onPress={() => go('pages/canteen/week/index', { dinerId: shown.dinerId })}
          />
        </>
      )}
    </Screen>
  );
}
