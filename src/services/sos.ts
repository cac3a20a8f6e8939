/**
 * 一键求助 as it leaves the phone. The call goes out from wherever the button is, before any page opens: on a weak network the page of the
 * subpackage may come late or never. The page takes over the gesture and sends the same one again until it arrives.
 */
import Taro from '@tarojs/taro';
import type { Envelope } from '../../types/contract';
import { newRequestId } from './gesture';
import { addressOf } from './go';
import { send } from './transport';

export interface SosGesture {
  requestId: string;
  /** Absent: for oneself. */
  elderId: string | undefined;
  /** The answer to the first sending. */
  first: Promise<Envelope<unknown>>;
}

export const sendSos = ({ requestId, elderId }: Omit<SosGesture, 'first'>): Promise<Envelope<unknown>> =>
  send('safety', { action: 'sos', input: elderId ? { elderId } : {}, requestId });

export function newSos(elderId?: string): SosGesture {
  const gesture = { requestId: newRequestId(), elderId };
  return { ...gesture, first: sendSos(gesture) };
}

let handed: SosGesture | undefined;

/** The gesture that led to the page, once. */
export function takeSos(): SosGesture | undefined {
  const gesture = handed;
  handed = undefined;
  return gesture;
}

const SOS_PAGE = 'pages/safety/sos/index';

/** @param community its telephone: offered when not even the page can be opened */
export const openSos = (community: string | undefined, elderId?: string): void =>
  void Taro.navigateTo({ url: addressOf(SOS_PAGE, { elderId }) }).catch(async () => {
    const phoneNumber = community || '120';
    const { confirm } = await Taro.showModal({
      title: '网络不好，页面打不开',
      content: '请马上打电话求助。有生命危险先打 120。',
      confirmText: '现在打',
      cancelText: '关闭',
    });
    if (confirm) void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
  });

/** Held to the end: out it goes, and then the page. */
export function raiseSos(community: string | undefined, elderId?: string): void {
  handed = newSos(elderId);
  openSos(community, elderId);
}
