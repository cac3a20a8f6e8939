/** What other domains tell: how letters went, who ate, whose groups changed, who is gone. Told twice is told once. */
import { type EventName, type EventOf, eventSchemas } from '../../../types/events';
import { PERIODS } from '../../../types/meals';
import type { Group, Handed, NoticesContract } from '../../../types/notices';
import { insertAll } from '../../_shared/bulk';
import type { Context, HandlersOf } from '../../_shared/context';
import { _, db } from '../../_shared/database';
import { diners, dispatches, groupOpens, groups, memberships, notices, receipts } from '../collections';
import { noticeIn, personIn, receiptId } from '../rules';

type Hears = Pick<HandlersOf<NoticesContract>, 'hear'>;
type Ears = { [N in EventName]?: (told: EventOf<N>, ctx: Context) => Promise<void> };

/** From worse to better; a report never makes it worse. */
const RANK: readonly Handed[] = ['waiting', 'failed', 'letter', 'channel'];

const handedOf = ({ channel, outcome }: EventOf<'post.handed'>['outcomes'][number]): Handed => {
  if (outcome === 'sent') return 'channel';
  return channel === 'nowhere' ? 'failed' : 'letter';
};

/** One update for each outcome, whatever the number of people. A letter that waits for its ladder lies in the message centre already. */
async function handed({ about, outcomes }: EventOf<'post.handed'>, ctx: Context): Promise<void> {
  const noticeId = noticeIn(about);
  if (!noticeId) return;
  for (const outcome of outcomes) {
    const result = handedOf(outcome);
    const ids = [...new Set(outcome.refs.map(personIn))].map(ref => ctx.store.fullId(receipts, receiptId(noticeId, ref)));
    const worse = RANK.slice(0, RANK.indexOf(result));
    await db()
      .collection(receipts.name)
      .where({ _id: _.in(ids), handed: _.in([...worse]) })
      .update({ handed: result, version: _.inc(1) });
  }
}

/** A key pressed during the call, or 知道了 in the message centre: read, and confirmed where that was asked. */
async function acknowledged({ about, ref }: EventOf<'message.acknowledged'>, ctx: Context): Promise<void> {
  const noticeId = noticeIn(about);
  const notice = noticeId ? await ctx.store.read(notices, noticeId) : undefined;
  if (!notice) return;
  const person = personIn(ref);
  const draft = ctx.store.draft(receipts, receiptId(notice.id, person), { quiet: true });
  if (!(await draft.current())) return;
  await draft.save(current => {
    if (!current || current.progress === 'confirmed' || (current.progress === 'read' && !notice.needsConfirmation))
      return undefined;
    const byFamily = current.progress === 'new' ? current.way === 'family' : current.byFamily;
    const read = { readAt: current.readAt ?? ctx.now, byFamily };
    return {
      doc: notice.needsConfirmation
        ? { ...current, ...read, progress: 'confirmed', confirmedAt: ctx.now }
        : { ...current, ...read, progress: 'read' },
    };
  });
}

/** The newest round counts; of one round, the cancellation. */
const meal =
  (standing: boolean) =>
  async (told: EventOf<'meal.booked'>, ctx: Context): Promise<void> => {
    const period = PERIODS.find(known => known === told.period);
    if (!period) return;
    const { day, dinerId, round } = told;
    await ctx.store.draft(diners, `${day}:${period}:${dinerId}`, { quiet: true }).save(current => {
      const newer = !current || round > current.round || (round === current.round && !standing && current.standing);
      if (!newer) return undefined;
      return { doc: { day, period, residentId: dinerId, round, standing } };
    });
  };

async function groupChanged(told: EventOf<'group.changed'>, ctx: Context): Promise<void> {
  const { groupId, kind, name, revision, residentIds, gone } = told;
  const edition = `rev-${revision}`;
  const draft = ctx.store.draft(groups, groupId, { quiet: true });
  const current = await draft.current();
  if (current && current.revision >= revision) return;
  await insertAll(ctx.store, memberships, [
    { id: `${groupId}:${edition}:0`, doc: { groupId, edition, residentIds, at: ctx.now } },
  ]);
  const doc: Group = { name, kind, edition, members: residentIds.length, revision, by: 'system', byName: '', at: ctx.now, gone };
  await draft.save(known => (known && known.revision >= revision ? undefined : { doc }));
}

/** The counts stay, the person goes: from receipts, from lists that still wait, from groups and meals. */
async function erased({ residentId }: EventOf<'resident.erased'>, ctx: Context): Promise<void> {
  const { communityId } = ctx.store;
  const gone = { accounts: [], readBy: _.remove(), confirmedBy: _.remove(), doorNote: _.remove(), version: _.inc(1) };
  const own = (fields: object) => ({ communityId, ...fields });
  await Promise.all([
    db()
      .collection(receipts.name)
      .where(own({ ref: residentId }))
      .update(gone),
    db()
      .collection(dispatches.name)
      .where(own({ 'people.ref': residentId }))
      .update({ people: _.pull({ ref: residentId }), version: _.inc(1) }),
    db()
      .collection(memberships.name)
      .where(own({ residentIds: residentId }))
      .update({ residentIds: _.pull(residentId), version: _.inc(1) }),
    db().collection(diners.name).where(own({ residentId })).remove(),
  ]);
}

/** A relative or a member of staff: the account stands in nobody's receipt any more. */
async function accountErased({ accountId }: EventOf<'account.erased'>, ctx: Context): Promise<void> {
  const { communityId } = ctx.store;
  const own = (fields: object) =>
    db()
      .collection(receipts.name)
      .where({ communityId, ...fields });
  await Promise.all([
    own({ readBy: accountId }).update({ readBy: _.remove(), version: _.inc(1) }),
    own({ confirmedBy: accountId }).update({ confirmedBy: _.remove(), version: _.inc(1) }),
    db().collection(groupOpens.name).where({ communityId, account: accountId }).remove(),
  ]);
  await own({ accounts: accountId }).update({ accounts: _.pull(accountId), version: _.inc(1) });
}

const EARS: Ears = {
  'post.handed': handed,
  'message.acknowledged': acknowledged,
  'meal.booked': meal(true),
  'meal.cancelled': meal(false),
  'group.changed': groupChanged,
  'resident.erased': erased,
  'account.erased': accountErased,
};

export const hearHandlers: Hears = {
  async hear({ communityId, name, payload }, ctx) {
    const ear = EARS[name as EventName] as ((told: unknown, ctx: Context) => Promise<void>) | undefined;
    if (ear) await ear(eventSchemas[name as EventName].parse(payload), ctx.within(communityId));
    return { done: true as const };
  },
};
