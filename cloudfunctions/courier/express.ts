/** Batches of what hurries: outboxes read together, letters written together, and sent at once, the first of every post before the rest. */
import type { Instant } from '../../types/time';
import { now as clock } from '../_shared/clock';
import type { Outgoing } from '../_shared/collection';
import { _, db } from '../_shared/database';
import { urgencyOf } from '../_shared/tell';
import { type Bench, sitDown, standUp, takeNamed } from './bench';
import { deliver, finishPosts, lettersOf, type Written } from './deliver';
import { insertLetters } from './letters';
import { sendThese } from './send/due';

/** Documents of one batch. */
const A_BATCH = 200;
/** A calm this long ends the run: what follows (posts that ended, the backlog) would get in the way of the next alarm. */
const CALM_MS = 200;
const LOOK_EVERY_MS = 40;
const AT_ONCE = 10;

type Doc = { collection: string; docId: string; outbox: Outgoing[] };
type Fast = { doc: Doc; item: Outgoing };
export type Express = {
  delivered: number;
  tried: number;
  /** Marks of documents that have something else as well. */
  rest: string[];
};

/** @returns undefined when another run has taken these marks over. */
export async function express(named: readonly string[], inTime: () => boolean): Promise<Express | undefined> {
  const bench = await sitDown(named);
  if (!bench) return undefined;
  const sum: Express = { delivered: 0, tried: 0, rest: [] };
  const sent: Sent = { written: [], done: [] };
  let next: string[] | undefined = [...named];
  while (next !== undefined && inTime()) {
    for (let i = 0; i < next.length; i += A_BATCH) await batch(next.slice(i, i + A_BATCH), { sum, sent, inTime });
    if (sent.done.length >= A_BATCH) await closeBooks(sent);
    next = await moreFor(bench, sent);
  }
  await closeBooks(sent);
  return sum;
}

/** Sent, and not yet taken out of the outboxes: when the run dies here, all of it is delivered again and found there. */
type Sent = { written: Written[]; done: Fast[] };

/** Posts that say how it went, and outboxes without what was delivered: of nobody's hurry, so it waits for a moment without alarms. */
async function closeBooks(sent: Sent): Promise<void> {
  const [written, done] = [sent.written.splice(0), sent.done.splice(0)];
  await finishPosts(written, clock());
  await takeAll(done);
}

/** Waits for a moment of calm. Undefined: the run is over. */
async function moreFor(bench: Bench, sent: Sent): Promise<string[] | undefined> {
  const until = performance.now() + CALM_MS;
  for (;;) {
    const named = await takeNamed(bench);
    if (named === undefined || named.length > 0) return named;
    await closeBooks(sent);
    if (performance.now() >= until && (await standUp(bench))) return undefined;
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

type Run = { sum: Express; sent: Sent; inTime: () => boolean };

async function batch(marks: readonly string[], { sum, sent, inTime }: Run): Promise<void> {
  const now = clock();
  const docs = await outboxesOf(marks);
  const fast: Fast[] = [];
  for (const doc of docs) {
    const due = doc.outbox.filter(({ dueAt = 0 }) => dueAt <= now);
    fast.push(...due.filter(item => urgencyOf(item) !== 'normal').map(item => ({ doc, item })));
    if (due.some(item => urgencyOf(item) === 'normal')) sum.rest.push(`${doc.collection}:${doc.docId}`);
  }
  const written = await writeAll(fast, now);
  sum.tried += await sendThese(inOrderOfTurn(written), inTime);
  const told = await tellAll(fast.filter(({ item }) => item.kind === 'event'));
  const done = [...fast.filter(({ item }) => written.some(each => each.item === item)), ...told];
  sent.written.push(...written);
  sent.done.push(...done);
  sum.delivered += done.length;
  for (const { doc, item } of fast) if (!done.some(each => each.item === item)) sum.rest.push(`${doc.collection}:${doc.docId}`);
}

/** `collection:id`; the id has colons of its own. */
const placeOf = (mark: string): [string, string] => {
  const at = mark.indexOf(':');
  return [mark.slice(0, at), mark.slice(at + 1)];
};

async function outboxesOf(marks: readonly string[]): Promise<Doc[]> {
  const byCollection = new Map<string, string[]>();
  for (const [collection, docId] of marks.map(placeOf))
    byCollection.set(collection, [...(byCollection.get(collection) ?? []), docId]);
  const found = await Promise.all(
    [...byCollection].map(async ([collection, ids]) => {
      const { data } = await db()
        .collection(collection)
        .where({ _id: _.in(ids) })
        .field({ outbox: true })
        .limit(ids.length)
        .get();
      return (data as { _id: string; outbox?: Outgoing[] }[]).map(({ _id, outbox = [] }) => ({ collection, docId: _id, outbox }));
    }),
  );
  return found.flat();
}

/** What cannot be composed is left to the pass that counts its tries. */
async function writeAll(fast: readonly Fast[], now: Instant): Promise<Written[]> {
  const each = await Promise.all(
    fast.filter(({ item }) => item.kind !== 'event').map(({ item }) => lettersOf(item, now).catch(() => undefined)),
  );
  const written = each.filter((one): one is Written => one !== undefined);
  await insertLetters(written.flatMap(({ letters }) => letters));
  return written;
}

/** The first addressee of every post, then the second of every post: nobody's alarm waits for another alarm's fifth person. */
function inOrderOfTurn(written: readonly Written[]) {
  const most = Math.max(0, ...written.map(({ letters }) => letters.length));
  return Array.from({ length: most }, (_unused, turn) => written.flatMap(({ letters }) => letters[turn] ?? [])).flat();
}

/** Urgent events, for listeners that somebody waits for. @returns those that were heard. */
async function tellAll(events: readonly Fast[]): Promise<Fast[]> {
  const heard: Fast[] = [];
  for (let i = 0; i < events.length; i += AT_ONCE)
    await Promise.all(
      events.slice(i, i + AT_ONCE).map(each =>
        deliver(each.item, clock()).then(
          () => heard.push(each),
          () => undefined,
        ),
      ),
    );
  return heard;
}

/** One call for all documents of a collection: ids of items are their own. */
async function takeAll(done: readonly Fast[]): Promise<void> {
  const byCollection = new Map<string, Fast[]>();
  for (const each of done) byCollection.set(each.doc.collection, [...(byCollection.get(each.doc.collection) ?? []), each]);
  await Promise.all(
    [...byCollection].map(([collection, all]) =>
      db()
        .collection(collection)
        .where({ _id: _.in([...new Set(all.map(({ doc }) => doc.docId))]) })
        .update({ outbox: _.pull({ id: _.in(all.map(({ item }) => item.id)) }) }),
    ),
  );
}
