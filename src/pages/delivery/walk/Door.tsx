import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { DeliveryOutcome } from '../../../../types/canteen';
import { clockText, type Instant, MINUTE_MS, minuteOf } from '../../../../types/time';
import { BigButton } from '../../../components/BigButton';
import { CallButton } from '../../../components/CallButton';
import { Card } from '../../../components/Card';
import { Confirm } from '../../../components/Confirm';
import { Tag } from '../../../components/Tag';
import { systemNow } from '../../../services/platform';
import type { DoorNow, MyRounds } from '../queries';
import { NotHome } from './NotHome';

interface Props {
  door: DoorNow;
  left: number;
  leftAt: Instant | undefined;
  of: MyRounds;
  onOutcome: (outcome: DeliveryOutcome, picture?: string) => void;
}

/** 11:40 前送完; past it, in words. */
function Due({ leftAt, minutes }: { leftAt: Instant | undefined; minutes: number }) {
  if (leftAt === undefined) return null;
  const dueAt = (leftAt + minutes * MINUTE_MS) as Instant;
  const late = systemNow() > dueAt;
  return (
    <Tag
      word={late ? `已经过了 ${clockText(minuteOf(dueAt))}` : `${clockText(minuteOf(dueAt))} 前送完`}
      tone={late ? 'danger' : 'info'}
    />
  );
}

/** One door: where, who, what to mind, and how it ended. */
export function Door({ door, left, leftAt, of, onOutcome }: Props) {
  const [asking, setAsking] = useState<'notHome' | 'refused' | 'wrongAddress'>();
  const { spot, phone, name, address, doorNote, dishes, number } = door;
  const close = () => setAsking(undefined);
  const say = (outcome: DeliveryOutcome, picture?: string) => {
    close();
    onOutcome(outcome, picture);
  };
  const openMap = () =>
    spot && void Taro.openLocation({ latitude: spot.lat, longitude: spot.lng, name: address }).catch(() => undefined);
  return (
    <Card title={left > 1 ? `下一户（还有 ${left} 户）` : '最后一户'} aside={<Due leftAt={leftAt} minutes={of.minutesToDoor} />}>
      <View className="col">
        <View className="walk-address">{address}</View>
        <View className="walk-name">{`${name}　${number}`}</View>
        <View className="t-body">{dishes}</View>
        {doorNote ? <View className="walk-note">{doorNote}</View> : null}
        <View className="walk-pair">
          {phone ? <CallButton phone={phone} text={`打给${name}`} /> : null}
          {spot ? <BigButton kind="secondary" icon="pin" text="看地图" onPress={openMap} /> : null}
        </View>
        <View className="walk-main">
          <BigButton icon="check" text="送到了" label={`送到了：${name}`} onPress={() => say('handedOver')} />
        </View>
        <View className="walk-three">
          <BigButton kind="secondary" text="没人" label={`没人应门：${name}`} onPress={() => setAsking('notHome')} />
          <BigButton kind="secondary" text="不要" label={`不要了：${name}`} onPress={() => setAsking('refused')} />
          <BigButton kind="secondary" text="地址不对" label={`地址不对：${name}`} onPress={() => setAsking('wrongAddress')} />
        </View>
      </View>
      <NotHome
        open={asking === 'notHome'}
        door={door}
        community={of.phone}
        onYes={picture => say('notHome', picture)}
        onNo={close}
      />
      <Confirm
        open={asking === 'refused'}
        title={`${name}说不要了？`}
        text="记下以后，家里人会收到消息。饭请带回食堂。"
        yes="记下：不要了"
        onYes={() => say('refused')}
        onNo={close}
      />
      <Confirm
        open={asking === 'wrongAddress'}
        title="这个地址不对？"
        text={`记下以后，家里人和食堂会看到。${phone ? '也可以先打电话问问。' : ''}`}
        yes="记下：地址不对"
        onYes={() => say('wrongAddress')}
        onNo={close}
      />
    </Card>
  );
}
