/** Cards in WeChat groups, and the page for everybody. */
import type { GroupOpen, NoticesContract } from '../../../types/notices';
import type { Context, HandlersOf } from '../../_shared/context';
import { digest } from '../../_shared/digest';
import { accounts, communities } from '../../_shared/directory';
import { files } from '../../_shared/files';
import { handOut } from '../../_shared/handout';
import { papers, posterPaper } from '../../_shared/papers';
import { LIGHT } from '../../_shared/store';
import { groupOpens, notices, shareGroups } from '../collections';
import { posterOf } from '../poster';
import { isExpired } from '../rules';

type Shares = Pick<
  HandlersOf<NoticesContract>,
  'publicNotice' | 'noteGroupOpen' | 'poster' | 'shares' | 'shareReaders' | 'nameShareGroup'
>;

/** WeChat's encrypted group id is not kept; what counts is that it is the same group. */
const groupKey = (openGId: string): string => `wg-${digest(['wechat group', openGId])}`;
/** Groups of one notice that one person can have opened it from; more is somebody making them up. */
const MOST_GROUPS = 20;
const READERS = 200;

/** `openGId` of getShareInfo, `opengid` of getGroupEnterInfo. */
function groupIn(openData: unknown): string | undefined {
  const data = (openData as { data?: { openGId?: unknown; opengid?: unknown } } | undefined)?.data;
  const id = data?.openGId ?? data?.opengid;
  return typeof id === 'string' && id.length > 0 && id.length <= 200 ? id : undefined;
}

export const shareHandlers: Shares = {
  async publicNotice({ community: communityId, id }, ctx) {
    const { store } = ctx.within(communityId);
    const [notice, community] = await Promise.all([store.read(notices, id), store.read(communities, communityId)]);
    if (!notice?.public || notice.sentAt === undefined || !community) return ctx.refuse('NOT_FOUND');
    const recalled = notice.status === 'recalled';
    const { title, place, startsAt, endsAt, sentAt, recall } = notice;
    const at = recalled ? {} : await files.addresses(notice.pictures);
    return {
      community: community.name,
      phone: community.phone,
      title,
      body: recalled ? '' : notice.body,
      ...(recalled ? { correction: recall?.correction } : { place, startsAt, endsAt }),
      sentAt,
      pictures: Object.values(at),
      state: recalled ? 'recalled' : isExpired(notice, ctx.now) ? 'expired' : 'current',
    };
  },

  async noteGroupOpen({ community, id }, ctx) {
    const openGId = groupIn(ctx.openData);
    if (!openGId) return ctx.refuse('NO_GROUP');
    const { accountId, status, communityId } = ctx.session;
    const member = status === 'member' && communityId === community;
    const { store } = ctx.within(community);
    const group = groupKey(openGId);
    const draft = store.draft(groupOpens, `${id}:${group}:${digest([accountId])}`, { quiet: true });
    const [known, notice, before] = await Promise.all([
      draft.current(),
      store.read(notices, id),
      store.count(groupOpens, { noticeId: id, account: accountId }),
    ]);
    if (!notice || !(notice.public || member)) return ctx.refuse('NOT_FOUND');
    if (known || before >= MOST_GROUPS) return { done: true as const };
    const doc: GroupOpen = { noticeId: id, group, account: accountId, member, at: ctx.now };
    await draft.save(current => (current ? undefined : { doc }));
    return { done: true as const };
  },

  /** The code opens the page for everybody; a community that has no address for its web version prints it without a code. */
  async poster({ id, kind }, ctx) {
    const [notice, community, press] = await Promise.all([
      ctx.store.need(notices, id),
      ctx.store.need(communities, ctx.session.communityId),
      papers(),
    ]);
    if (!notice.public) ctx.refuse('NOT_PUBLIC');
    if (notice.sentAt === undefined || notice.status === 'recalled') ctx.refuse('NOT_OUT');
    const web = process.env.JINLIN_WEB_URL;
    const link = web && `${web}/#/pages/notices/shared/index?community=${community.id}&id=${id}`;
    const paper = posterPaper(posterOf(notice, community, link));
    const content = kind === 'pdf' ? await press.makePdf(paper) : await press.makePng(paper);
    return { url: await handOut(ctx, kind, content), name: `${notice.title}.${kind}` };
  },

  /** Two waves: counts, then the names of the groups. */
  async shares({ id }, ctx) {
    const [rows, people] = await Promise.all([
      ctx.store.tally(groupOpens, { noticeId: id }, ['group', 'member']),
      ctx.store.tally(groupOpens, { noticeId: id }, ['account']),
    ]);
    const ids = [...new Set(rows.map(row => row.group))];
    const named = await ctx.store.readAll(shareGroups, ids, { without: LIGHT });
    const sum = (group: string, members: boolean): number =>
      rows.filter(row => row.group === group && (!members || row.member)).reduce((total, row) => total + row.count, 0);
    const all = ids.map(group => ({
      group,
      name: named.find(row => row.id === group)?.name,
      people: sum(group, false),
      members: sum(group, true),
    }));
    return { people: people.length, groups: all.sort((a, b) => b.people - a.people) };
  },

  async shareReaders({ id, group }, ctx) {
    const found = await ctx.store.find(groupOpens, { noticeId: id, group }, { order: ['-at'], limit: READERS, without: LIGHT });
    const members = found.filter(row => row.member);
    const names = await ctx.store.readAll(
      accounts,
      members.map(row => row.account),
      { without: LIGHT },
    );
    const byId = new Map(
      names.filter(account => account.communityId === ctx.session.communityId).map(({ id: key, name }) => [key, name]),
    );
    return {
      readers: members.flatMap(({ account, at }) => (byId.has(account) ? [{ name: byId.get(account)!, at }] : [])),
      strangers: found.length - members.length,
    };
  },

  async nameShareGroup({ group, name }, ctx: Context) {
    const doc = { name, by: ctx.session.accountId, at: ctx.now };
    await ctx.store.draft(shareGroups, group, { quiet: true }).save(() => ({ doc }));
    return { done: true as const };
  },
};
