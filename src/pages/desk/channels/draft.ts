/** The settings of messages while they are typed. */

import type { InputOf, OutputOf } from '../../../../types/contract';
import type { CourierContract } from '../../../../types/courier';
import type { Channel, MessageCategory } from '../../../../types/messages/form';
import { clockText, readClock } from '../../../../types/time';

export type Known = OutputOf<CourierContract, 'courierSettings'>;
type Input = InputOf<CourierContract, 'saveCourierSettings'>;
export type RobotDraft = { key: string; name: string; webhook: string; ending: string };
export type Wrong = Record<string, string>;

export interface Draft {
  quietFrom: string;
  quietTo: string;
  digestAt: string;
  mostPerDay: number;
  channelsOff: Channel[];
  ladders: Known['ladders'];
  robots: RobotDraft[];
}

export const CHANNEL_TEXT = { subscribe: '微信', sms: '短信', voice: '电话', robot: '企业微信群' } as const;
export const CATEGORY_TEXT: Record<MessageCategory, string> = {
  meals: '订餐',
  family: '家人',
  notices: '社区通知',
  care: '托管',
  mediation: '调解',
  safety: '安全',
};

export const draftOf = ({ quietFrom, quietTo, digestAt, mostPerDay, channelsOff, ladders, robots }: Known): Draft => ({
  quietFrom: clockText(quietFrom),
  quietTo: clockText(quietTo),
  digestAt: clockText(digestAt),
  mostPerDay,
  channelsOff,
  ladders,
  robots: robots.map(robot => ({ ...robot, webhook: '' })),
});

/** 微信，没送出再发短信和电话 */
export const ladderText = (ladder: readonly (readonly Channel[])[]): string =>
  ladder.length === 0
    ? '只在站内'
    : ladder.map(rung => rung.map(channel => CHANNEL_TEXT[channel]).join('和')).join('，没送出再用');

/** A whole address or its key alone, as the group's owner copies it. */
export const webhookIn = (text: string): string => /[?&]key=([\w-]+)/.exec(text)?.[1] ?? text.trim();

const CLOCK = '请写几点几分，比如 22:00';

/** @returns what is saved, or what is wrong with which line. */
export function readDraft(draft: Draft): { input?: Input; wrong: Wrong } {
  const wrong: Wrong = {};
  const clock = (key: 'quietFrom' | 'quietTo' | 'digestAt') => {
    const minute = readClock(draft[key]);
    if (minute === undefined) wrong[key] = CLOCK;
    return minute!;
  };
  const times = { quietFrom: clock('quietFrom'), quietTo: clock('quietTo'), digestAt: clock('digestAt') };
  const robots = draft.robots.map(({ key, name, webhook, ending }) => {
    const found = webhookIn(webhook);
    if (!name.trim()) wrong[`${key}.name`] = '请写群的名字';
    if (found ? !/^[\w-]{8,80}$/.test(found) : !ending) wrong[`${key}.webhook`] = '请粘贴群机器人的地址';
    return { key, name: name.trim(), ...(found ? { webhook: found } : {}) };
  });
  if (Object.keys(wrong).length > 0) return { wrong };
  const { mostPerDay, channelsOff, ladders } = draft;
  return { input: { ...times, mostPerDay, channelsOff, ladders, robots }, wrong };
}
