/** What every page of the desk about one notice reads, and how it is answered. */
import type { Notice, NoticeView } from '../../types/notices';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { communities } from '../_shared/directory';
import { settingsOf } from './settings';
import { addressesOf, type Eye, noticeView } from './views';

/** Settings and tree, side by side with whatever else is read. */
export async function eyeOf(ctx: Context): Promise<Eye> {
  const [settings, community] = await Promise.all([settingsOf(ctx.store), ctx.store.read(communities, ctx.session.communityId)]);
  return { actor: ctx.session, settings, community, now: ctx.now };
}

export const answer = async (notice: Stored<Notice>, eye: Eye): Promise<NoticeView> =>
  noticeView(notice, await addressesOf(notice), eye);

/** Drafts are the author's and the office's; what waits or is out, all staff may see. */
export const seesDrafts = (notice: Pick<Notice, 'by' | 'status'>, eye: Pick<Eye, 'actor'>): boolean =>
  notice.by === eye.actor.accountId ||
  eye.actor.roles.has('office') ||
  eye.actor.roles.has('admin') ||
  ['sending', 'sent', 'recalled'].includes(notice.status);
