import * as fc from 'fast-check';
import { type Engine, openEngine } from '../../../localcloud/engine';

type Doc = { [field: string]: unknown };

/** A call straight to the engine: the SDK in front of it is tested elsewhere, here speed buys cases. */
async function call(engine: Engine, action: string, parameters: object): Promise<Doc> {
  const reply = await engine.handle({ action: `database.${action}`, ...parameters });
  if (reply.code) throw new Error(`${reply.code}: ${reply.message}`);
  return (reply.data ?? {}) as Doc;
}

const small = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'b', 'ab', '中'),
  fc.constant(null),
  fc.boolean(),
);
const item = fc.oneof(small, fc.record({ k: small, j: small }, { requiredKeys: [] }));
const document = fc.record({ a: fc.oneof(small, fc.array(item, { maxLength: 3 })), b: item, c: small }, { requiredKeys: [] });

const path = fc.constantFrom('a', 'b', 'c', 'a.k', 'a.j', 'b.k', '_id');
const condition = fc.oneof(
  small,
  fc.record({ $in: fc.array(small, { maxLength: 3 }) }),
  fc
    .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), small)
    .map(([operator, value]) => ({ [operator]: value })),
  fc.record({ $gte: fc.integer({ min: -3, max: 3 }), $lt: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $elemMatch: fc.record({ k: small, j: small }, { requiredKeys: ['k'] }) }),
);
const simple = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 3 });
const filter = fc.oneof(
  simple,
  fc.record({ $or: fc.array(simple, { minLength: 1, maxLength: 2 }) }),
  fc.tuple(simple, simple).map($and => ({ $and })),
);
const sort = fc.dictionary(path, fc.constantFrom(1, -1), { maxKeys: 2 });

const INDEXES = [
  { name: 'ac', fields: [{ field: 'a' }, { field: 'c' }] },
  { name: 'cb', fields: [{ field: 'c' }, { field: 'b', direction: -1 as const }] },
  { name: 'ak', fields: [{ field: 'a.k' }, { field: 'a.j' }] },
  { name: 'bk', fields: [{ field: 'b.k' }, { field: '_id' }] },
];

const ids = (data: Doc): string[] => (data['list'] as string[]).map(text => (JSON.parse(text) as { _id: string })._id);

/** Two collections with the same documents, one with indexes and one without. */
async function twins(docs: Doc[]): Promise<Engine> {
  const engine = await openEngine({ dir: ':memory:' });
  await engine.ensureCollection('indexed', INDEXES);
  await engine.ensureCollection('plain');
  const data = docs.map((doc, i) => JSON.stringify({ _id: `d${i}`, ...doc }));
  for (const collectionName of ['indexed', 'plain']) await call(engine, 'insertDocument', { collectionName, data });
  return engine;
}

test('a query by index finds what a scan finds, in the wanted order', async () => {
  const cases = fc.asyncProperty(
    fc.array(document, { maxLength: 12 }),
    fc.array(fc.tuple(filter, sort), { maxLength: 8 }),
    async (docs, queries) => {
      const engine = await twins(docs);
      for (const [query, order] of queries) {
        const wanted = { ...order, _id: order['_id'] ?? 1 };
        const parameters = { query: JSON.stringify(query), order: JSON.stringify(wanted), limit: 1000 };
        const byIndex = ids(await call(engine, 'getDocument', { ...parameters, collectionName: 'indexed' }));
        const byScan = ids(await call(engine, 'getDocument', { ...parameters, collectionName: 'plain' }));
        expect({ query, wanted, ids: byIndex }).toEqual({ query, wanted, ids: byScan });
        const page = { ...parameters, offset: 1, limit: 2, collectionName: 'indexed' };
        expect(ids(await call(engine, 'getDocument', page))).toEqual(byScan.slice(1, 3));
      }
      await engine.close();
    },
  );
  await fc.assert(cases, { numRuns: 300 });
});

const change = fc.oneof(
  fc.record({ $set: fc.dictionary(fc.constantFrom('a', 'b', 'c'), item, { minKeys: 1 }) }),
  fc.record({ $unset: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constant(''), { minKeys: 1 }) }),
  fc.record({ $push: fc.record({ a: item }) }),
  fc.record({ $pull: fc.record({ a: small }) }),
  fc.record({ $inc: fc.record({ c: fc.integer({ min: -2, max: 2 }) }) }),
);
const step = fc.oneof(
  fc.record({ kind: fc.constant('modify' as const), id: fc.integer({ min: 0, max: 5 }), change }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ kind: fc.constant('set' as const), id: fc.integer({ min: 0, max: 5 }), doc: document }),
);

/** The little of MongoDB that the steps need, on plain objects; null where it would refuse. */
function model(doc: Doc, update: Doc): Doc | null {
  const next: Doc = { ...doc };
  const set = (update['$set'] ?? {}) as Doc;
  Object.assign(next, set);
  for (const field in (update['$unset'] ?? {}) as Doc) delete next[field];
  const push = update['$push'] as Doc | undefined;
  const pull = update['$pull'] as Doc | undefined;
  if ((push || pull) && next['a'] !== undefined && !Array.isArray(next['a'])) return null;
  if (push) next['a'] = [...((next['a'] as unknown[]) ?? []), push['a']];
  if (pull && next['a']) next['a'] = (next['a'] as unknown[]).filter(value => value !== pull['a']);
  const inc = update['$inc'] as Doc | undefined;
  if (inc && next['c'] !== undefined && typeof next['c'] !== 'number') return null;
  if (inc) next['c'] = ((next['c'] as number) ?? 0) + (inc['c'] as number);
  return next;
}

test('sequences of changes end where a plain model ends, and the indexes with them', async () => {
  const cases = fc.asyncProperty(fc.array(step, { maxLength: 20 }), async steps => {
    const engine = await twins([]);
    const expected = new Map<string, Doc>();
    for (const one of steps) {
      const id = `d${one.id}`;
      const query = JSON.stringify({ _id: id });
      const target = { collectionName: 'indexed', query };
      const before = expected.get(id);
      if (one.kind === 'remove') {
        await call(engine, 'removeDocument', target);
        expected.delete(id);
      } else if (one.kind === 'set') {
        await call(engine, 'modifyDocument', { ...target, data: JSON.stringify(one.doc), merge: false, upsert: true });
        expected.set(id, { _id: id, ...one.doc });
      } else {
        const next = before && model(before, one.change as Doc);
        const outcome = call(engine, 'modifyDocument', { ...target, data: JSON.stringify(one.change), merge: true });
        if (next === null) await expect(outcome).rejects.toThrow('DATABASE_REQUEST_FAILED');
        else await outcome;
        if (next) expected.set(id, next);
      }
    }
    const plain = (docs: unknown[]): string[] => docs.map(doc => JSON.stringify(doc, Object.keys(doc as Doc).sort())).sort();
    expect(plain(engine.peek('indexed'))).toEqual(plain([...expected.values()]));
    for (const value of [-1, 0, 1, 'a', null]) {
      const found = engine.peek('indexed', { c: value }).length;
      expect(found).toBe([...expected.values()].filter(doc => (doc['c'] ?? null) === value).length);
    }
    await engine.close();
  });
  await fc.assert(cases, { numRuns: 150 });
});

test('transactions in any interleaving keep the sum, and only conflicts stop them', async () => {
  const turns = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 40 });
  const cases = fc.asyncProperty(turns, async order => {
    const engine = await openEngine({ dir: ':memory:' });
    await engine.ensureCollection('accounts');
    const data = ['a', 'b', 'c'].map(_id => JSON.stringify({ _id, fen: 10 }));
    await call(engine, 'insertDocument', { collectionName: 'accounts', data });
    const actors = [0, 1, 2].map(number => transferSteps(engine, number));
    for (const turn of order) await actors[turn]!.next();
    expect((engine.peek('accounts') as { fen: number }[]).reduce((sum, { fen }) => sum + fen, 0)).toBe(30);
    await engine.close();
  });
  await fc.assert(cases, { numRuns: 60 });
});

/** Transfers one after the other, one call at each step; a conflict begins the next transfer. */
async function* transferSteps(engine: Engine, number: number): AsyncGenerator<void> {
  const names = ['a', 'b', 'c'];
  for (;;) {
    const { transactionId } = await engine.handle({ action: 'database.startTransaction' });
    yield;
    for (const [offset, amount] of [
      [0, -1],
      [1, 1],
    ] as const) {
      const query = JSON.stringify({ _id: names[(number + offset) % 3] });
      const body = {
        action: 'database.modifyDocument',
        collectionName: 'accounts',
        query,
        data: JSON.stringify({ $inc: { fen: amount } }),
        transactionId,
      };
      const reply = await engine.handle(body);
      expect(reply.code ?? 'DATABASE_TRANSACTION_CONFLICT').toBe('DATABASE_TRANSACTION_CONFLICT');
      yield;
      if (reply.code) break;
      if (offset === 1) await engine.handle({ action: 'database.commitTransaction', transactionId });
    }
  }
}
