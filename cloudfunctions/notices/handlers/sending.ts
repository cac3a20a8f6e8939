/** Sending: a second pair of eyes, a time, the first letters, the rest in steps; taking back and recalling. */
import type { Notice, NoticesContract } from '../../../types/notices';
import { DAY_MS, type Instant } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { accounts } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { message, type Tell } from '../../_shared/tell';
import { notices } from '../collections';
import { answer, eyeOf } from '../desk';
import { kindOf, timeText, wordsOf } from '../letters';
import { expiresAfter, eyesReasons, isPreviewed, mayApprove, mayBeEmergency, mayHandle, maySend, mayTakeBack } from '../rules';
import { sendStep } from '../sending';
import { step } from '../steps';
import type { Eye } from '../views';

type Sending = Pick<
  HandlersOf<NoticesContract>,
  'sendNotice' | 'approveNotice' | 'returnNotice' | 'takeBackNotice' | 'continueNotice' | 'recallNotice' | 'pinNotice'
>;
type Decided = { doc: Notice; tell: readonly Tell[] };

/** Four hundred people at once with the command itself: a building's notice is out before the page has drawn. */
const CHUNKS_AT_ONCE = 2;

/** Out now or at its time. `expiresAt` is counted from the day it goes. */
export function goes(notice: Stored<Notice>, at: Instant | undefined, eye: Pick<Eye, 'settings' | 'now'>): Decided {
  const { settings, now } = eye;
  if (at !== undefined && at > now) return { doc: { ...notice, status: 'scheduled', scheduledAt: at }, tell: [] };
  const expiresAt = notice.expiresAt ?? ((now + settings.expiryDays * DAY_MS) as Instant);
  const tell = notice.robots.map(key => message(kindOf(notice), `robot:${key}`, wordsOf(notice, now)));
  return { doc: { ...notice, status: 'sending', sentAt: now, expiresAt }, tell };
}

async function othersOfOffice(ctx: Context): Promise<string[]> {
  const found = await ctx.store.find(
    accounts,
    { communityId: ctx.store.communityId, status: 'member', 'grants.role': _.in(['office', 'admin']) },
    { without: LIGHT },
  );
  return found.map(account => account.id).filter(id => id !== ctx.session.accountId);
}

const forEyes = (notice: Stored<Notice>, to: readonly string[], now: Instant): Tell[] =>
  to.map(account =>
    message('noticeForEyes', account, {
      noticeId: notice.id,
      title: notice.title,
      author: notice.byName,
      count: String(notice.frozen?.total ?? 0),
      time: timeText(now),
    }),
  );

async function begin(saved: Stored<Notice>, eye: Eye, ctx: Context) {
  if (saved.status === 'sending') await sendStep(saved, eye.settings, ctx, CHUNKS_AT_ONCE);
  return answer(saved.status === 'sending' ? await ctx.store.need(notices, saved.id) : saved, eye);
}

export const sendingHandlers: Sending = {
  async sendNotice({ id, frozenId, at }, ctx) {
    const draft = ctx.store.draft(notices, id);
    const [eye, office] = await Promise.all([eyeOf(ctx), othersOfOffice(ctx)]);
    if (at !== undefined && at <= ctx.now) ctx.refuse('PAST_TIME');
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(maySend(current, ctx.session, eye.settings.senders, at ?? ctx.now));
      ctx.insist(isPreviewed(current, frozenId));
      if (current.emergency) ctx.insist(mayBeEmergency(ctx.session));
      const reasons = eyesReasons(current, eye.settings);
      if (reasons.length === 0) return goes(current, at, eye);
      const eyes = { reasons, askedAt: ctx.now };
      const doc: Notice = { ...current, status: 'waitingForEyes', eyes, scheduledAt: at, returned: undefined };
      return { doc, tell: forEyes(current, office, ctx.now) };
    });
    return begin(saved, eye, ctx);
  },

  async approveNotice({ id, frozenId }, ctx) {
    const draft = ctx.store.draft(notices, id);
    const eye = await eyeOf(ctx);
    const { accountId, name } = ctx.session;
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayApprove(current, ctx.session));
      ctx.insist(isPreviewed(current, frozenId));
      ctx.insist(expiresAfter(current, ctx.now));
      return goes({ ...current, approvedBy: accountId, approvedByName: name }, current.scheduledAt, eye);
    });
    return begin(saved, eye, ctx);
  },

  async returnNotice({ id, reason }, ctx) {
    const draft = ctx.store.draft(notices, id);
    const eye = await eyeOf(ctx);
    const reviewer = ctx.session.name;
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayApprove(current, ctx.session));
      const returned = { byName: reviewer, at: ctx.now, reason };
      const tell = [message('noticeReturned', current.by, { noticeId: id, title: current.title, reviewer, reason })];
      return { doc: { ...current, status: 'draft', eyes: undefined, scheduledAt: undefined, returned }, tell };
    });
    return answer(saved, eye);
  },

  async takeBackNotice({ id }, ctx) {
    const draft = ctx.store.draft(notices, id, { quiet: true });
    const eye = await eyeOf(ctx);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayTakeBack(current, ctx.session, eye.settings.senders));
      const undone = { eyes: undefined, scheduledAt: undefined, approvedBy: undefined, approvedByName: undefined };
      return { doc: { ...current, ...undone, status: 'draft' } };
    });
    return answer(saved, eye);
  },

  async continueNotice({ id }, ctx) {
    const [notice, eye] = await Promise.all([ctx.store.need(notices, id), eyeOf(ctx)]);
    await ctx.store.author.guard;
    await step(notice, eye.settings, ctx);
    return answer(await ctx.store.need(notices, id), eye);
  },

  async recallNotice({ id, correction }, ctx) {
    const draft = ctx.store.draft(notices, id);
    const eye = await eyeOf(ctx);
    const { accountId, name } = ctx.session;
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayHandle(current, ctx.session, eye.settings.senders));
      const recall = { at: ctx.now, by: accountId, byName: name, correction, done: false };
      const words = wordsOf(current, ctx.now, { correction });
      const tell = current.robots.map(key => message('noticeCorrected', `robot:${key}`, words));
      return { doc: { ...current, status: 'recalled', recall, pinned: false }, tell };
    });
    return answer(saved, eye);
  },

  async pinNotice({ id, pinned }, ctx) {
    const draft = ctx.store.draft(notices, id, { quiet: true });
    const eye = await eyeOf(ctx);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(mayHandle(current, ctx.session, eye.settings.senders));
      return { doc: { ...current, pinned } };
    });
    return answer(saved, eye);
  },
};
