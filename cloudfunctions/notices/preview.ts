/** Freezing a list: the people it will go to, two hundred a document, under an id of their own. */
import type { Frozen, Notice } from '../../types/notices';
import { insertAll } from '../_shared/bulk';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { newId } from '../_shared/draft';
import { type CheckScene, checkText } from '../_shared/wechat';
import { type Found, peopleOf } from './audience';
import { type Dispatch, dispatches, type Recipient } from './collections';
import { kindOf } from './letters';
import { dispatchId, maskName } from './rules';
import type { Part } from './rulesOfAudience';

export const PEOPLE_A_CHUNK = 200;
/** Lists inserted in one call: with two hundred people each, some 300 KB. */
const CHUNKS_A_CALL = 10;
/** A notice stands where many read it. */
const FORUM: CheckScene = 3;

/**
 * Works the audience out and keeps it. Every attempt has an id of its own, so two previews at once never mix; lists that no notice
 * names are swept away at night.
 */
export async function freeze(
  id: string,
  notice: Stored<Notice>,
  parts: readonly Part[] | undefined,
  ctx: Context<'UNKNOWN_GROUP' | 'NOBODY_MEANT'>,
): Promise<Frozen> {
  const [found, check] = await Promise.all([
    peopleOf(notice.audience, parts, kindOf(notice), ctx),
    checkText(ctx.session.accountId, `${notice.title}\n${notice.body}`, FORUM),
  ]);
  if (found.people.length === 0) ctx.refuse('NOBODY_MEANT', { leftOut: found.leftOut });
  await ctx.store.author.guard;
  const list = newId('f');
  const chunks = chunksOf(id, list, found.people, ctx);
  await insertAll(ctx.store, dispatches, chunks, CHUNKS_A_CALL);
  return frozenOf(list, found, chunks.length, { why: '', ...check }, ctx);
}

function chunksOf(noticeId: string, list: string, people: readonly Recipient[], ctx: Context): { id: string; doc: Dispatch }[] {
  return Array.from({ length: Math.ceil(people.length / PEOPLE_A_CHUNK) }, (_part, n) => {
    const part = people.slice(n * PEOPLE_A_CHUNK, (n + 1) * PEOPLE_A_CHUNK);
    return {
      id: dispatchId(noticeId, list, n),
      doc: { noticeId, list, n, status: 'frozen', at: ctx.now, size: part.length, people: part },
    };
  });
}

function frozenOf(id: string, found: Found, chunks: number, check: Frozen['check'], ctx: Context): Frozen {
  const counts = new Map<string, number>();
  for (const { buildingId } of found.people) counts.set(buildingId, (counts.get(buildingId) ?? 0) + 1);
  return {
    id,
    at: ctx.now,
    total: found.people.length,
    chunks,
    reach: found.reach,
    buildings: [...counts].map(([buildingId, count]) => ({ buildingId, count })),
    sample: found.sample.map(maskName),
    leftOut: found.leftOut,
    check,
  };
}
