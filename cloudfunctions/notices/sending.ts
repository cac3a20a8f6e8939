/**
 * Letters leave in bounded steps. A chunk of a list is the unit: its letters go into its own outbox by the very write that says it is
 * out, so a crash, a second worker or a replay repeats nothing. The receipts stand before, under ids of their own.
 */
import type { Notice, NoticeSettings, Receipt } from '../../types/notices';
import { insertAll } from '../_shared/bulk';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { db } from '../_shared/database';
import { residents } from '../_shared/directory';
import { LIGHT, type Store } from '../_shared/store';
import { type Dispatch, dispatches, notices, type Recipient, receipts } from './collections';
import { addresseesOf, kindOf, postsOf, wordsOf } from './letters';
import { receiptId } from './rules';

type Chunk = Stored<Dispatch>;
type Open = Stored<Notice>;

/** Chunks of one step, and of them at a time: a thousand people, a handful of calls. */
const CHUNKS_A_STEP = 20;
const SIDE_BY_SIDE = 5;

/** The next chunks of a notice that is being sent. @returns how many went; 0 when there were none left and the notice is sent. */
export async function sendStep(notice: Open, settings: NoticeSettings, ctx: Context, most = CHUNKS_A_STEP): Promise<number> {
  const list = notice.frozen!.id;
  const waiting = await ctx.store.find(
    dispatches,
    { noticeId: notice.id, list, status: 'frozen' },
    { order: ['n'], limit: most, without: LIGHT },
  );
  let gone = 0;
  for (let i = 0; i < waiting.length; i += SIDE_BY_SIDE) {
    if (i > 0 && (await ctx.store.read(notices, notice.id))?.status !== 'sending') return gone;
    const part = waiting.slice(i, i + SIDE_BY_SIDE);
    await Promise.all(part.map(chunk => sendChunk(chunk, notice, settings, ctx)));
    gone += part.length;
  }
  if (waiting.length < most) await finish(notice.id, ctx);
  return gone;
}

/** A chunk that was stopped meanwhile sends nothing, and its receipts go again. */
async function sendChunk(chunk: Chunk, notice: Open, settings: NoticeSettings, ctx: Context): Promise<void> {
  const draft = ctx.store.draft(dispatches, chunk.id);
  const phones = await phonesOf(chunk.people, notice.emergency || settings.textPhones, notice.emergency, ctx.store);
  await insertAll(
    ctx.store,
    receipts,
    chunk.people.map(person => receiptOf(person, notice.id, ctx)),
  );
  const to = chunk.people.flatMap(person => addresseesOf(person, phones.get(person.ref)));
  const saved = await draft.save(current => {
    if (current?.status !== 'frozen') return undefined;
    return { doc: { ...current, status: 'out' }, tell: postsOf(kindOf(notice), notice, to, wordsOf(notice, ctx.now)) };
  });
  if (saved.status === 'stopped') await forgetReceipts(saved, ctx.store);
}

/** Telephone numbers as they are today: of everybody in an emergency, else of those who have nothing but a telephone. */
async function phonesOf(
  people: readonly Recipient[],
  wanted: boolean,
  everybody: boolean,
  store: Store,
): Promise<Map<string, string>> {
  const ids = wanted ? people.filter(({ way }) => everybody || way === 'phone').map(({ ref }) => ref) : [];
  const found = await store.readAll(residents, ids, {
    without: [...LIGHT, 'family', 'pinyin', 'allergens', 'diets', 'categories'],
  });
  return new Map(found.flatMap(({ id, phone }) => (phone ? [[id, phone] as const] : [])));
}

function receiptOf(person: Recipient, noticeId: string, ctx: Context): { id: string; doc: Receipt } {
  const { ref, gridId, buildingId, unitId, way, accounts } = person;
  const fresh = { handed: 'waiting', progress: 'new', byFamily: false, door: 'none' } as const;
  return {
    id: receiptId(noticeId, ref),
    doc: { noticeId, ref, gridId, buildingId, unitId, way, accounts, sentAt: ctx.now, ...fresh },
  };
}

async function finish(id: string, ctx: Context): Promise<void> {
  await ctx.store
    .at('finishNotice')
    .draft(notices, id, { quiet: true })
    .save(current => {
      if (current?.status !== 'sending') return undefined;
      return { doc: { ...current, status: 'sent', doneAt: ctx.now } };
    });
}

/** After a recall: what waits is stopped, who had the letter gets the correction. @returns how many chunks were dealt with */
export async function correctStep(notice: Open, ctx: Context): Promise<number> {
  const command = db().command;
  const open = { noticeId: notice.id, list: notice.frozen!.id, status: command.in(['frozen', 'out']) };
  const chunks = await ctx.store.find(dispatches, open, { order: ['n'], limit: CHUNKS_A_STEP, without: LIGHT });
  for (let i = 0; i < chunks.length; i += SIDE_BY_SIDE)
    await Promise.all(chunks.slice(i, i + SIDE_BY_SIDE).map(chunk => correctChunk(chunk, notice, ctx)));
  if (chunks.length < CHUNKS_A_STEP)
    await ctx.store
      .at('finishRecall')
      .draft(notices, notice.id, { quiet: true })
      .save(current => {
        if (!current?.recall || current.recall.done) return undefined;
        return { doc: { ...current, recall: { ...current.recall, done: true } } };
      });
  return chunks.length;
}

async function correctChunk(chunk: Chunk, notice: Open, ctx: Context): Promise<void> {
  const draft = ctx.store.draft(dispatches, chunk.id);
  const phones = await phonesOf(chunk.people, notice.emergency, true, ctx.store);
  const to = chunk.people.flatMap(person => addresseesOf(person, phones.get(person.ref)));
  const words = wordsOf(notice, ctx.now, { correction: notice.recall?.correction ?? '' });
  const saved = await draft.save(current => {
    if (current?.status === 'frozen') return { doc: { ...current, status: 'stopped' } };
    if (current?.status !== 'out') return undefined;
    return { doc: { ...current, status: 'corrected' }, tell: postsOf('noticeCorrected', notice, to, words) };
  });
  if (saved.status === 'stopped') await forgetReceipts(saved, ctx.store);
}

/** Nobody of a stopped chunk had the notice. */
async function forgetReceipts(chunk: Chunk, store: Store): Promise<void> {
  const ids = chunk.people.map(person => store.fullId(receipts, receiptId(chunk.noticeId, person.ref)));
  await db()
    .collection(receipts.name)
    .where({ _id: db().command.in(ids) })
    .remove();
}
