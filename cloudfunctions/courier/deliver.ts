import { type EventName, listeners } from '../../types/events';
import { type Instant, MINUTE_MS } from '../../types/time';
import type { Outgoing } from '../_shared/collection';
import { cloud } from '../_shared/database';
import { event } from '../_shared/tell';
import { makeToken } from '../_shared/token';
import { posts } from './collections';
import { addressOf, insertLetters, letterTo, ownSheet, sheetOf } from './letters';
import { grouped, startOf, unreached } from './outcomes';
import { courierStore, settingsOf } from './settings';

type Of<K extends Outgoing['kind']> = Extract<Outgoing, { kind: K }>;

/** Brings one item to where it belongs. Throws when it must be tried again. Doing it twice is doing it once. */
export const deliver = (item: Outgoing, now: Instant): Promise<void> =>
  item.kind === 'event' ? tellDomains(item, now) : item.kind === 'post' ? writePost(item, now) : writeLetter(item, now);

async function tellDomains(item: Of<'event'>, now: Instant): Promise<void> {
  const systemToken = makeToken('courier', 'system', (now + 5 * MINUTE_MS) as Instant);
  const { id, name, communityId, payload } = item;
  for (const domain of listeners[name as EventName] ?? []) {
    const data = { action: 'hear', input: { id, name, communityId, payload }, requestId: id.slice(-80), systemToken };
    const { result } = await cloud().callFunction({ name: domain, data });
    const reply = result as { ok?: boolean; error?: { code: string } } | undefined;
    if (!reply?.ok) throw new Error(`${domain} did not hear ${name}: ${reply?.error?.code ?? 'no answer'}`);
  }
}

async function writeLetter(item: Of<'message'>, now: Instant): Promise<void> {
  const sheet = sheetOf(item, await settingsOf(item.communityId, now), now);
  const letter = letterTo(sheet, item.id, item.to, item);
  if (letter) await insertLetters([letter]);
}

/**
 * One letter for each who has a message centre or a telephone; then the post itself, which says so at once and is looked at again until
 * all ladders have ended.
 */
async function writePost(item: Of<'post'>, now: Instant): Promise<void> {
  const sheet = sheetOf(item, await settingsOf(item.communityId, now), now);
  const each = item.to.map(to => ({ to, letter: letterTo(ownSheet(sheet, to), `${item.id}:${to.ref}`, addressOf(to), to) }));
  await insertLetters(each.flatMap(({ letter }) => letter ?? []));
  const nowhere = each.filter(({ letter }) => !letter).map(({ to }) => to.ref);
  const outcomes = grouped([
    ...each.flatMap(({ to, letter }) => (letter ? [{ ref: to.ref, ...startOf(letter) }] : [])),
    ...unreached(nowhere),
  ]);
  const waits = each.some(({ letter }) => letter?.dueAt !== undefined);
  const { about, id: postId } = item;
  await courierStore(item.communityId, 'deliver', postId.slice(-80), now)
    .draft(posts, postId, { fresh: true })
    .save(current =>
      current
        ? undefined
        : {
            doc: { postId, about, nowhere, at: now, ...(waits ? { dueAt: now } : {}) },
            tell: [event('post.handed', { about, postId, done: !waits, outcomes })],
          },
    );
}
