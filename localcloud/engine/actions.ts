import { aggregate } from './aggregate/run';
import { EngineError, invalid } from './errors';
import { find } from './query/find';
import { compileProjection } from './query/project';
import { readSort } from './query/sort';
import type { Database } from './store/database';
import { Busy, type Session } from './store/session';
import type { Doc, Value } from './types';
import { isDoc } from './values/compare';
import { decode, decodeValue, encode } from './values/ejson';
import { insert, modify, modifyAndReturn, remove } from './writes';

/** The parameters of a call, as the SDK sent them. */
export type Body = { action: string; [key: string]: unknown };

/** An action that may run inside a transaction: gives `data` of the reply. */
export type Action = (database: Database, session: Session, body: Body) => unknown;

const DEFAULT_LIMIT = 100;
const GREATEST_LIMIT = 1000;

/** Reads an EJSON parameter that holds an object; nothing stands for an empty one. */
export function objectOf(raw: unknown, now: number): Doc {
  if (raw === undefined || raw === null || raw === '') return {};
  let value: Value;
  try {
    value = typeof raw === 'string' ? decode(raw, now) : decodeValue(raw, now);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw invalid(`not EJSON: ${String(raw).slice(0, 100)}`);
  }
  if (!isDoc(value)) throw invalid('an object is required');
  return value;
}

function wholeNumber(raw: unknown, otherwise: number): number {
  const value = raw === undefined || raw === null ? otherwise : Number(raw);
  if (!Number.isInteger(value) || value < 0) throw invalid('limit and offset must be whole numbers');
  return value;
}

const getDocument: Action = (database, session, body) => {
  const collection = database.collection(body['collectionName']);
  const limit = Math.min(wholeNumber(body['limit'], DEFAULT_LIMIT) || DEFAULT_LIMIT, GREATEST_LIMIT);
  const filter = objectOf(body['query'], database.now());
  const sort = body['order'] ? readSort(objectOf(body['order'], 0)) : [];
  const options = { sort, skip: wholeNumber(body['offset'], 0), limit };
  const slots = find(collection, filter, session, database.stats, options);
  if (!body['projection']) return { list: slots.map(slot => session.see(slot)!.body) };
  const project = compileProjection(objectOf(body['projection'], 0));
  return { list: slots.map(slot => encode(project(session.see(slot)!.doc))) };
};

const calculateDocument: Action = (database, session, body) => {
  const collection = database.collection(body['collectionName']);
  const filter = objectOf(body['query'], database.now());
  if (Object.keys(filter).length === 0) return { total: collection.count };
  return { total: find(collection, filter, session, database.stats).length };
};

const insertDocument: Action = (database, session, body) => {
  const collection = database.collection(body['collectionName']);
  if (!Array.isArray(body['data'])) throw invalid('data must be an array');
  const docs = body['data'].map(text => objectOf(text, database.now()));
  return { insertedIds: insert(collection, session, docs) };
};

const modifyDocument: Action = (database, session, body) =>
  modify(database, database.collection(body['collectionName']), session, {
    filter: objectOf(body['query'], database.now()),
    data: objectOf(body['data'], database.now()),
    multi: body['multi'] === true,
    merge: body['merge'] !== false,
    upsert: body['upsert'] === true,
  });

const modifyAndReturnDoc: Action = (database, session, body) => {
  const filter = objectOf(body['query'], database.now());
  return modifyAndReturn(
    database,
    database.collection(body['collectionName']),
    session,
    filter,
    objectOf(body['data'], database.now()),
  );
};

const removeDocument: Action = (database, session, body) => {
  const filter = objectOf(body['query'], database.now());
  return { deleted: remove(database, database.collection(body['collectionName']), session, filter, body['multi'] === true) };
};

const addCollection: Action = (database, _session, body) => {
  const name = body['collectionName'];
  if (typeof name !== 'string' || !/^[\w-]{1,64}$/.test(name)) throw invalid('collectionName is not valid');
  if (database.collections.has(name)) throw new EngineError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${name}`);
  database.ensure(name);
  return undefined;
};

const aggregateDocuments: Action = (database, _session, body) => ({
  list: aggregate(database, database.collection(body['collectionName']), body['stages']).map(encode),
});

/** The actions on documents, by the name after `database.`. */
export const actions: { [name: string]: Action } = {
  getDocument,
  calculateDocument,
  insertDocument,
  modifyDocument,
  modifyAndReturnDoc,
  removeDocument,
  addCollection,
  aggregateDocuments,
};

/** True for the signal to wait for a transaction. */
export const isBusy = (error: unknown): error is Busy => error instanceof Busy;
