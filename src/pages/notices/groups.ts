/**
 * Cards in WeChat groups. A card that was forwarded into a group carries a ticket; who opens it there is counted for that group. The
 * group's id is encrypted by WeChat and decrypted on the way into the cloud, so nobody can make one up.
 */
import Taro, { useDidShow } from '@tarojs/taro';
import { newRequestId } from '../../services/gesture';
import { isWeapp } from '../../services/platform';
import { type Shared, useShare } from '../../services/share';
import { send } from '../../services/transport';

/** Makes the page shareable, with the ticket that tells groups apart. */
export function useShareIntoGroups(shared: Shared): void {
  useShare(shared);
  useDidShow(() => {
    if (isWeapp) void Taro.showShareMenu({ withShareTicket: true }).catch(() => undefined);
  });
}

/** Tells the cloud from which group this card was opened. Opened from elsewhere there is nothing to tell, and reading goes on. */
export async function tellGroup(community: string, id: string): Promise<void> {
  if (!isWeapp) return;
  try {
    const entered = (await Taro.getGroupEnterInfo()) as { cloudID?: string };
    if (!entered.cloudID) return;
    const openData = Taro.cloud.CloudID(entered.cloudID);
    await send('notices', { action: 'noteGroupOpen', input: { community, id }, requestId: newRequestId(), openData });
  } catch {
    // Not opened from a group: WeChat refuses the question.
  }
}
