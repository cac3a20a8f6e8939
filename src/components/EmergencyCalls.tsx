import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from './aria';
import { Press } from './Press';
import './EmergencyCalls.css';

const SERVICES = [
  { number: '120', word: '急救' },
  { number: '110', word: '报警' },
  { number: '119', word: '火警' },
] as const;

/** Refusing the phone's own question is not a failure. */
export const callNumber = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);

/** This software does not replace the emergency services, so it leads straight to them; `community` adds its own number. */
export const EmergencyCalls = ({ community }: { community?: string }) => (
  <View className="calls" {...aria({ role: 'group', label: '有生命危险直接打' })}>
    {community ? null : <View className="calls-text">有生命危险直接打</View>}
    {SERVICES.map(({ number, word }) => (
      <Press key={number} className="call" label={`打 ${number} ${word}`} onPress={() => callNumber(number)}>
        <View className="call-number">{number}</View>
        <View className="call-word">{word}</View>
      </Press>
    ))}
    {community ? (
      <Press className="call" label="社区电话" onPress={() => callNumber(community)}>
        <View className="call-number">社区</View>
        <View className="call-word">电话</View>
      </Press>
    ) : null}
  </View>
);
