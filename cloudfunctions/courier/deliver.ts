import { listenersOf } from '../../types/events';
import { type Instant, MINUTE_MS } from '../../types/time';
import type { Outgoing } from '../_shared/collection';
import { cloud } from '../_shared/database';
import { event } from '../_shared/tell';
import { makeToken } from '../_shared/token';
import { posts } from './collections';
import { addressOf, insertLetters, type LetterRow, letterTo, ownSheet, sheetOf } from './letters';
import { grouped, type Outcomes, startOf, unreached } from './outcomes';
import { courierStore, settingsOf } from './settings';

type Of<K extends Outgoing['kind']> = Extract<Outgoing, { kind: K }>;

/** Brings one item to where it belongs. Throws when it must be tried again. Doing it twice is doing it once. */
export const deliver = (item: Outgoing, now: Instant): Promise<void> =>
  item.kind === 'event' ? tellDomains(item, now) : write(item, now);

async function tellDomains(item: Of<'event'>, now: Instant): Promise<void> {
  const systemToken = makeToken('courier', 'system', (now + 5 * MINUTE_MS) as Instant);
  const { id, name, communityId, payload } = item;
  for (const domain of listenersOf({ name, payload })) {
    const data = { action: 'hear', input: { id, name, communityId, payload }, requestId: id.slice(-80), systemToken };
    const { result } = await cloud().callFunction({ name: domain, data });
    const reply = result as { ok?: boolean; error?: { code: string } } | undefined;
    if (!reply?.ok) throw new Error(`${domain} did not hear ${name}: ${reply?.error?.code ?? 'no answer'}`);
  }
}

/** The letters of an item, composed; `nowhere` and `post` for the report of a post. */
export type Written = { item: Exclude<Outgoing, { kind: 'event' }>; letters: LetterRow[]; post?: NewPost };
type NewPost = { nowhere: string[]; waits: boolean; outcomes: Outcomes };

/** @throws Error for a kind of message that this version does not know. */
export async function lettersOf(item: Outgoing, now: Instant): Promise<Written | undefined> {
  if (item.kind === 'event') return undefined;
  const sheet = sheetOf(item, await settingsOf(item.communityId, now), now);
  if (item.kind === 'message') {
    const letter = letterTo(sheet, item.id, item.to, item);
    return { item, letters: letter ? [letter] : [] };
  }
  const each = item.to.map(to => ({ to, letter: letterTo(ownSheet(sheet, to), `${item.id}:${to.ref}`, addressOf(to), to) }));
  const nowhere = each.filter(({ letter }) => !letter).map(({ to }) => to.ref);
  const outcomes = grouped([
    ...each.flatMap(({ to, letter }) => (letter ? [{ ref: to.ref, ...startOf(letter) }] : [])),
    ...unreached(nowhere),
  ]);
  const letters = each.flatMap(({ letter }) => letter ?? []);
  return { item, letters, post: { nowhere, outcomes, waits: letters.some(({ dueAt }) => dueAt !== undefined) } };
}

/**
 * One letter for each who has a message centre or a telephone; then the post itself, which says so at once and is looked at again until
 * all ladders have ended.
 */
async function write(item: Outgoing, now: Instant): Promise<void> {
  const written = await lettersOf(item, now);
  if (!written) return;
  await insertLetters(written.letters);
  await finishPosts([written], now);
}

/** The posts of letters that lie there. */
export const finishPosts = (all: readonly Written[], now: Instant): Promise<unknown> =>
  Promise.all(all.map(({ item, post }) => post && item.kind === 'post' && savePost(item, post, now)));

function savePost({ about, id: postId, communityId }: Of<'post'>, { nowhere, waits, outcomes }: NewPost, now: Instant) {
  return courierStore(communityId, 'deliver', postId.slice(-80), now)
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
