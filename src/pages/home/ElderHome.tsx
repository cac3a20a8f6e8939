import { View } from '@tarojs/components';
import { dateText, weekdayText } from '../../../types/time';
import { aria } from '../../components/aria';
import { BigButton } from '../../components/BigButton';
import { BigDoor } from '../../components/BigDoor';
import { Press } from '../../components/Press';
import { ReadAloud } from '../../components/ReadAloud';
import { ServiceGrid } from '../../components/ServiceGrid';
import { setElder } from '../../services/elder';
import { go } from '../../services/go';
import type { HomeData } from './data';
import { callNumber, tilesOf } from './ways';
import { greeting, mealState, spoken } from './words';

const EMERGENCY = [
  { number: '120', word: '急救' },
  { number: '110', word: '报警' },
  { number: '119', word: '火警' },
] as const;

/** This software does not replace the emergency services, so it leads straight to them. */
const Emergency = () => (
  <View className="row home-emergency" {...aria({ role: 'group', label: '紧急情况直接打' })}>
    <View className="home-emergency-text">紧急情况直接打</View>
    {EMERGENCY.map(({ number, word }) => (
      <Press key={number} className="home-emergency-call" label={`打 ${number} ${word}`} onPress={() => callNumber(number)}>
        <View className="home-emergency-number">{number}</View>
        <View className="home-emergency-word">{word}</View>
      </Press>
    ))}
  </View>
);

/** Template 2: six entries, icon and word, nothing to scroll on a small phone. */
export function ElderHome({ data, unread }: { data: HomeData; unread: number }) {
  const { me, today } = data;
  return (
    <>
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
      <ServiceGrid services={tilesOf(me, unread)} />
      <Emergency />
    </>
  );
}

/** At the foot: the way back to the standard view, and 我的. */
export const ElderFoot = () => (
  <>
    <BigButton kind="plain" text="换标准版" onPress={() => setElder(false)} />
    <BigButton kind="plain" icon="person" text="我的" onPress={() => go('pages/me/index')} />
  </>
);
