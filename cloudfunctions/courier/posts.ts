/** Posts on their way: when every letter has ended its ladder, the sender is told how it went. */
import type { PostDoc } from '../../types/letters';
import { type Instant, MINUTE_MS } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { _ } from '../_shared/database';
import { Store } from '../_shared/store';
import { event } from '../_shared/tell';
import { letters, posts } from './collections';
import { endOf, grouped, unreached } from './outcomes';
import { courierStore } from './settings';

const AT_ONCE = 50;
const LOOK_AGAIN_MS = MINUTE_MS / 2;
const ADDRESSEES = 200;

/** @returns how many posts have ended. */
export async function endPosts(now: Instant): Promise<number> {
  const due = await Store.ofEnvironment().across(posts, { dueAt: _.lte(now) }, { order: ['dueAt'], limit: AT_ONCE });
  const ended = await Promise.all(due.map(post => endPost(post, now)));
  return ended.filter(Boolean).length;
}

async function endPost(post: Stored<PostDoc>, now: Instant) {
  const store = courierStore(post.communityId, 'handed', post.postId.slice(-80), now);
  const waiting = await store.find(letters, { postId: post.postId, state: 'waiting' }, { limit: 1 });
  const { postId, about, nowhere, at } = post;
  if (waiting.length > 0) {
    const later = courierStore(post.communityId, 'look', `${postId.slice(-60)}:${now}`, now);
    const dueAt = (now + LOOK_AGAIN_MS) as Instant;
    await later.draft(posts, postId, { quiet: true }).save(current => current && { doc: { postId, about, nowhere, at, dueAt } });
    return false;
  }
  const all = await store.find(letters, { postId }, { limit: ADDRESSEES, without: ['text', 'words', 'history', 'outbox'] });
  const ended = all.map(letter => ({ ref: letter.ref ?? '', ...endOf(letter) }));
  const outcomes = grouped([...ended, ...unreached(nowhere)]);
  await store.draft(posts, postId).save(current =>
    current?.dueAt === undefined
      ? undefined
      : {
          doc: { postId, about, nowhere, at },
          tell: [event('post.handed', { about, postId, done: true, outcomes })],
        },
  );
  return true;
}
