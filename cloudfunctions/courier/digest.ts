/** The day's digest: what was over a person's limit is told in one message. */
import { clockText, dayOf, type Instant, minuteOf } from '../../types/time';
import { _, db } from '../_shared/database';
import { Store } from '../_shared/store';
import { letters } from './collections';
import { insertLetters, letterTo, sheetOf } from './letters';
import { DIGEST } from './rules';
import { groupBy } from './send/due';
import { settingsOf } from './settings';

const AT_ONCE = 500;
const TITLES = 3;

/** The id is the person's and the day's: gathered letters that are left over by a crash find the digest there. @returns letters told */
export async function tellDigests(now: Instant): Promise<number> {
  const due = await Store.ofEnvironment().across(
    letters,
    { gatherAt: _.lte(now) },
    { order: ['gatherAt', 'to'], limit: AT_ONCE, without: ['text', 'history', 'outbox', 'attempts'] },
  );
  if (due.length === 0) return 0;
  const people = groupBy(due, ({ communityId, to }) => `${communityId} ${to}`);
  const rows = await Promise.all(
    people.map(async own => {
      const unread = own.filter(({ readAt }) => readAt === undefined);
      if (unread.length === 0) return [];
      const { communityId, to } = own[0]!;
      const titles = [...new Set(unread.map(({ title }) => title))].slice(0, TITLES).join('、');
      const data = { count: String(unread.length), titles, time: clockText(minuteOf(now)) };
      const id = `${DIGEST}:${to}:${dayOf(own[0]!.gatherAt!)}`;
      const item = { id, kind: 'message' as const, message: DIGEST, to, data, communityId, at: now };
      const row = letterTo(sheetOf(item, await settingsOf(communityId, now), now), id, to, {});
      // What it names is unread already; the digest is no further thing to read.
      return row ? [{ ...row, readAt: now }] : [];
    }),
  );
  await insertLetters(rows.flat());
  await db()
    .collection(letters.name)
    .where({ _id: _.in(due.map(({ id }) => id)), state: 'gathered' })
    .update({ state: 'unsent', gatherAt: _.remove(), version: _.inc(1) });
  return due.length;
}
