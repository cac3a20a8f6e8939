import { View } from '@tarojs/components';
import type { Me } from '../../../types/people';
import { dateText, weekdayText } from '../../../types/time';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { BigDoor } from '../../components/BigDoor';
import { EmergencyCalls } from '../../components/EmergencyCalls';
import { FailureNote } from '../../components/FailureNote';
import { HoldToSOS, SosOut } from '../../components/HoldToSOS';
import { ReadAloud } from '../../components/ReadAloud';
import { ServiceGrid } from '../../components/ServiceGrid';
import { setElder } from '../../services/elder';
import { go } from '../../services/go';
import { openSos, raiseSos } from '../../services/sos';
import type { HomeData } from './data';
import { fineTile } from './Fine';
import { type MySafety, sosOut, useCheckIn } from './safety';
import { callCommunity, tilesOf } from './ways';
import { greeting, mealState, spoken } from './words';

/** Held: it goes out at once. For whom it is, when that is not the one who holds, the page asks. */
function Sos({ me, out }: { me: Me; out: boolean }) {
  const phone = me.community?.phone;
  const open = () => openSos(phone);
  if (out) return <SosOut onPress={open} />;
  return <HoldToSOS note="按住 3 秒，不代替 120" onHeld={me.resident ? () => raiseSos(phone) : open} onTap={open} />;
}

/** Template 2: few entries, icon and word, nothing to scroll on a small phone. */
export function ElderHome({ data, unread, mine }: { data: HomeData; unread: number; mine: MySafety | undefined }) {
  const { me, today } = data;
  const checking = useCheckIn();
  const watched = mine?.signs.watched ?? false;
  const fourth = mine && watched ? [fineTile(mine, today, checking)] : callCommunity(me);
  return (
    <View className="home-elder">
      <View className="row">
        <View className="grow">
          <View className="t-title" {...aria({ role: 'heading' })}>
            {`${me.account.name}，${greeting()}`}
          </View>
          <View className="t-secondary">{`${dateText(today)} ${weekdayText(today).replace('周', '星期')}`}</View>
        </View>
        <ReadAloud text={spoken(data)} />
      </View>
      <BigDoor icon="bowl" text="订饭" state={mealState(data)} onPress={() => go('pages/canteen/week/index')} />
      <ServiceGrid services={[...tilesOf(unread), ...fourth]} />
      <FailureNote failure={checking.failure} onRetry={checking.retry} />
      {me.roles.length > 0 ? <Sos me={me} out={sosOut(mine)} /> : null}
      <EmergencyCalls community={watched ? me.community?.phone : undefined} />
    </View>
  );
}

/** At the foot: the way back to the standard view, and 我的. */
export const ElderFoot = () => (
  <>
    <BigButton kind="plain" text="换标准版" onPress={() => setElder(false)} />
    <BigButton kind="plain" icon="person" text="我的" onPress={() => go('pages/me/index')} />
  </>
);
