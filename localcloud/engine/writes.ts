import { duplicate, invalid, refused } from './errors';
import { isOperatorObject } from './query/compile';
import { find } from './query/find';
import { type Collection, idKey } from './store/collection';
import type { Database } from './store/database';
import type { Session } from './store/session';
import type { Slot } from './store/slot';
import type { Doc, Value } from './types';
import { compileUpdate, replacement } from './update/compile';
import { encode } from './values/ejson';
import { newDocumentId } from './values/objectId';

export type Modification = { filter: Doc; data: Doc; multi: boolean; merge: boolean; upsert: boolean };

function refuseUnstorable(doc: Doc): void {
  for (const field in doc) {
    if (field[0] === '$') throw refused(`The dollar ($) prefixed field '${field}' in '${field}' is not valid for storage.`);
  }
  const id = doc['_id'];
  if (Array.isArray(id) || id instanceof RegExp)
    throw refused(`The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'regex'}`);
}

/** Inserts documents in turn; at the first refusal the earlier ones stay, as with an ordered insert. Gives their ids. */
export function insert(collection: Collection, session: Session, docs: Doc[]): Value[] {
  const complete = docs.map(doc => ({ _id: doc['_id'] ?? newDocumentId(), ...doc }));
  session.claim(complete.flatMap(doc => collection.slots.get(idKey(doc._id)) ?? []));
  for (const doc of complete) {
    refuseUnstorable(doc);
    const slot = collection.slot(idKey(doc._id));
    if (session.see(slot)) throw duplicate(collection.name, '_id_', `{ _id: ${encode(doc._id)} }`);
    session.write(collection, slot, doc);
  }
  return complete.map(doc => doc._id);
}

function matches(database: Database, collection: Collection, session: Session, filter: Doc, multi: boolean): Slot[] {
  const limit = multi ? Number.POSITIVE_INFINITY : 1;
  const slots = find(collection, filter, session, database.stats, { sort: [], skip: 0, limit });
  session.claim(slots);
  return slots;
}

/** Changes what matches. `updated` counts the documents that really changed. */
export function modify(database: Database, collection: Collection, session: Session, wanted: Modification): object {
  const { filter, data, multi, merge, upsert } = wanted;
  const update = merge ? compileUpdate(data, database.now()) : (stored: Doc) => replacement(data, stored);
  const slots = matches(database, collection, session, filter, multi);
  if (slots.length === 0 && upsert) return { updated: 0, upsert_id: insertFor(database, collection, session, wanted) };
  let updated = 0;
  for (const slot of slots) {
    const next = update(session.see(slot)!.doc, filter);
    if (!next) continue;
    session.write(collection, slot, next);
    updated++;
  }
  return { updated };
}

/** The new document of an upsert: the equalities of the filter, then the data. */
function insertFor(database: Database, collection: Collection, session: Session, { filter, data, merge }: Modification): Value {
  const known: Doc = {};
  for (const field in filter) {
    const value = filter[field] as Value;
    if (field[0] !== '$' && !field.includes('.') && !isOperatorObject(value)) known[field] = value;
  }
  if (merge) {
    const stored = { _id: newDocumentId(), ...known };
    return insert(collection, session, [compileUpdate(data, database.now(), true)(stored, filter) ?? stored])[0]!;
  }
  const fresh = '_id' in known ? { _id: known['_id'] as Value, ...data } : data;
  return insert(collection, session, [fresh])[0]!;
}

/** Changes the first match and gives it back as it is afterwards, in EJSON. */
export function modifyAndReturn(database: Database, collection: Collection, session: Session, filter: Doc, data: Doc): object {
  const update = compileUpdate(data, database.now());
  const slot = matches(database, collection, session, filter, false)[0];
  if (!slot) return { updated: 0, doc: null };
  const next = update(session.see(slot)!.doc, filter);
  if (next) session.write(collection, slot, next);
  return { updated: next ? 1 : 0, doc: session.see(slot)!.body };
}

/** Removes what matches; without a filter that says something it is refused. Gives the number removed. */
export function remove(database: Database, collection: Collection, session: Session, filter: Doc, multi: boolean): number {
  if (Object.keys(filter).length === 0) throw invalid('param query should not be empty');
  const slots = matches(database, collection, session, filter, multi);
  for (const slot of slots) session.write(collection, slot, null);
  return slots.length;
}
