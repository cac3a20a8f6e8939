/** Reminders: only those who have not read (or confirmed) when the step comes to them; a document of two hundred at a time. */
import type { Notice, Receipt, Reminder } from '../../types/notices';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { _ } from '../_shared/database';
import { residents } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { dispatches, notices, type Recipient, receipts } from './collections';
import { addresseesOf, postsOf, reminderKind, wordsOf } from './letters';
import { PEOPLE_A_CHUNK } from './preview';
import { dispatchId } from './rules';

const CHUNKS_A_STEP = 10;

export const listOf = (nth: number): string => `remind-${nth}`;
export const notYet = (whom: Reminder['whom']): unknown => (whom === 'unread' ? 'new' : _.in(['new', 'read']));

/**
 * The next chunks of the reminder under way. Where it has got to is said by its own last document, so two workers do not remind
 * anybody twice: they make the same document, and the second finds it made.
 */
export async function remindStep(notice: Stored<Notice>, ctx: Context): Promise<number> {
  const nth = notice.reminders.findIndex(reminder => !reminder.done);
  const reminder = notice.reminders[nth];
  if (!reminder) return 0;
  for (let step = 0; step < CHUNKS_A_STEP; step++) {
    const left = await remindChunk(notice, reminder, nth, ctx);
    if (left === 'done') {
      await finish(notice.id, nth, ctx);
      return step;
    }
  }
  return CHUNKS_A_STEP;
}

async function remindChunk(notice: Stored<Notice>, reminder: Reminder, nth: number, ctx: Context): Promise<'done' | 'more'> {
  const list = listOf(nth);
  const [last] = await ctx.store.find(dispatches, { noticeId: notice.id, list }, { order: ['-n'], limit: 1, without: LIGHT });
  const after = last?.people.at(-1)?.ref;
  const n = (last?.n ?? -1) + 1;
  const draft = ctx.store.draft(dispatches, dispatchId(notice.id, list, n), { fresh: true });
  const open = { noticeId: notice.id, progress: notYet(reminder.whom), ...(after ? { ref: _.gt(after) } : {}) };
  const [next, now] = await Promise.all([
    ctx.store.find(receipts, open, { order: ['ref'], limit: PEOPLE_A_CHUNK, without: LIGHT }),
    ctx.store.read(notices, notice.id),
  ]);
  if (next.length === 0 || now?.status !== 'sent') return 'done';
  const people = await withNames(next, ctx);
  const to = people.flatMap(person => addresseesOf(person, undefined));
  await draft.save(current => {
    if (current) return undefined;
    const doc = { noticeId: notice.id, list, n, status: 'out' as const, at: ctx.now, size: to.length, people };
    return { doc, tell: postsOf(reminderKind(notice, reminder.whom), notice, to, wordsOf(notice, ctx.now)) };
  });
  return next.length < PEOPLE_A_CHUNK ? 'done' : 'more';
}

/** Names of the elders for whom a relative reads. */
async function withNames(next: readonly Receipt[], ctx: Context): Promise<Recipient[]> {
  const read = next.filter(({ way }) => way === 'family').map(({ ref }) => ref);
  const elders = await ctx.store.readAll(residents, read, { without: [...LIGHT, 'family'] });
  const names = new Map(elders.map(elder => [elder.id, elder.name]));
  return next.map(({ ref, gridId, buildingId, unitId, way, accounts }) => ({
    ref,
    name: names.get(ref) ?? '',
    gridId,
    buildingId,
    unitId,
    way,
    accounts,
  }));
}

async function finish(id: string, nth: number, ctx: Context): Promise<void> {
  const chunks = await ctx.store.find(dispatches, { noticeId: id, list: listOf(nth) }, { without: [...LIGHT, 'people'] });
  const count = chunks.reduce((sum, chunk) => sum + chunk.size, 0);
  await ctx.store
    .at(`finishReminder${nth}`)
    .draft(notices, id, { quiet: true })
    .save(current => {
      if (current?.reminders[nth]?.done !== false) return undefined;
      const reminders = current.reminders.map((reminder, at) => (at === nth ? { ...reminder, count, done: true } : reminder));
      return { doc: { ...current, reminders } };
    });
}
