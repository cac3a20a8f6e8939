/**
 * Applying a roster in steps of at most five hundred rows. A step is claimed by a lease, so the page and the timer do not get in
 * each other's way; it can be done twice without harm: new residents have ids of their own making, changes set what they say.
 */
import type { Resident } from '../../../types/directory';
import type { ImportDoc } from '../../../types/roster';
import { MINUTE_MS } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import { _, db, isDuplicate } from '../../_shared/database';
import { files } from '../../_shared/files';
import type { Store } from '../../_shared/store';
import { importParts, imports, type PlannedRow, residents } from '../collections';

export const ROWS_A_STEP = 500;
/** Longer than a step takes; a step whose function died is taken up again after this. */
const LEASE_MS = MINUTE_MS;
/** Updates under way at the same time. */
const SIDE_BY_SIDE = 40;

export const partId = (importId: string, part: number): string => `${importId}:${part}`;

/** One step, if there is one to do and nobody else is doing it. @returns the rows written */
export async function importStep(store: Store, importId: string): Promise<number> {
  await store.author.guard;
  const leased = await lease(store, importId);
  if (!leased) return 0;
  const part = await store.read(importParts, partId(importId, leased.partsDone));
  const rows = part?.rows ?? [];
  await insertFresh(
    store,
    leased,
    rows.filter(row => row.kind === 'fresh'),
  );
  await inTurns(
    rows.filter(row => row.kind === 'changed'),
    row => change(store, leased, row),
  );
  const done = leased.partsDone + 1;
  const last = done >= leased.parts;
  const { updated } = await db()
    .collection(imports.name)
    .where({ _id: store.fullId(imports, importId), partsDone: leased.partsDone, status: 'applying' })
    .update({
      partsDone: done,
      applied: _.inc(rows.length),
      leasedUntil: 0,
      version: _.inc(1),
      ...(last ? { status: 'done', finishedAt: store.author.now } : {}),
    });
  if (last && updated) await clearAway(store, leased);
  return rows.length;
}

async function lease(store: Store, importId: string): Promise<Stored<ImportDoc> | undefined> {
  const { now } = store.author;
  const { doc } = await db()
    .collection(imports.name)
    .where({ _id: store.fullId(imports, importId), status: 'applying', leasedUntil: _.lte(now) })
    .updateAndReturn({ leasedUntil: now + LEASE_MS, version: _.inc(1) });
  return doc ? ({ ...(doc as object), id: importId } as Stored<ImportDoc>) : undefined;
}

/** In one call those that are not there yet; should another insert come between, one by one. */
async function insertFresh(store: Store, work: Stored<ImportDoc>, rows: readonly PlannedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const there = await store.readAll(
    residents,
    rows.map(row => row.id),
    { without: ['history', 'outbox', 'family'] },
  );
  const known = new Set(there.map(resident => resident.id));
  const documents = rows.filter(row => !known.has(row.id)).map(row => document(store, work, row));
  if (documents.length === 0) return;
  try {
    await db().collection(residents.name).add(documents);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await inTurns(documents, insertOne);
  }
}

async function insertOne(row: object): Promise<void> {
  try {
    await db().collection(residents.name).add(row);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
}

const deedOf = (store: Store, work: Stored<ImportDoc>) => ({
  at: store.author.now,
  by: work.by,
  action: 'applyRoster',
  requestId: work.id,
});

function document(store: Store, work: Stored<ImportDoc>, row: PlannedRow): object {
  const said = Object.fromEntries(Object.entries(row.fields).filter(([, value]) => value !== null && value !== undefined));
  const resident: Resident = residents.schema.parse({ ...said, family: [] });
  const machinery = { communityId: store.communityId, version: 1, history: [deedOf(store, work)], outbox: [] };
  return { _id: store.fullId(residents, row.id), ...resident, ...machinery };
}

/** Only the fields that the roster changes; bindings and the account stay untouched. */
async function change(store: Store, work: Stored<ImportDoc>, row: PlannedRow): Promise<void> {
  const fields = Object.fromEntries(
    Object.entries(row.fields).map(([field, value]) => [
      field,
      value === null || value === undefined ? _.remove() : _.set(value),
    ]),
  );
  await db()
    .collection(residents.name)
    .where({ _id: store.fullId(residents, row.id), status: _.neq('erased') })
    .update({ ...fields, version: _.inc(1), history: _.push({ each: [deedOf(store, work)], slice: -60 } as never) });
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += SIDE_BY_SIDE) await Promise.all(items.slice(at, at + SIDE_BY_SIDE).map(work));
}

/** The rows and the file hold personal data and have served. */
export async function clearAway(store: Store, work: Stored<ImportDoc>): Promise<void> {
  await Promise.all([
    db().collection(importParts.name).where({ communityId: store.communityId, importId: work.id }).remove(),
    files.remove(work.fileId),
  ]);
}
