import { type Cloud, codeOf, refusalOf, startCloud } from './support/cloud';

type Transaction = Awaited<ReturnType<Cloud['db']['startTransaction']>>;
type Account = { _id: string; fen: number };

describe('transactions through the SDK', () => {
  let cloud: Cloud;
  beforeEach(async () => {
    const unique = [{ name: 'phone', fields: [{ field: 'phone' }], unique: true }];
    cloud = await startCloud({ accounts: [{ name: 'owner', fields: [{ field: 'owner' }] }], people: unique });
    await cloud.db.collection('accounts').add([
      { _id: 'a', fen: 100, owner: 'x' },
      { _id: 'b', fen: 100, owner: 'y' },
    ]);
  });
  afterEach(() => cloud.stop());
  const stored = (id: string) => (cloud.engine.peek('accounts', { _id: id }) as Account[])[0];

  test('a commit shows all writes at once, nothing before', async () => {
    const { command: _ } = cloud.db;
    const transaction = await cloud.db.startTransaction();
    const accounts = transaction.collection('accounts');
    await accounts.doc('a').update({ fen: _.inc(-30) });
    await accounts.doc('b').update({ fen: _.inc(30) });
    await accounts.add({ _id: 'c', fen: 0 });
    expect((await accounts.doc('a').get()).data).toMatchObject({ fen: 70 });
    expect(stored('a')?.fen).toBe(100);
    expect(stored('c')).toBeUndefined();
    await transaction.commit();
    expect([stored('a')?.fen, stored('b')?.fen, stored('c')?.fen]).toEqual([70, 130, 0]);
  });

  test('rollback leaves nothing; a missing document is null', async () => {
    const transaction = await cloud.db.startTransaction();
    await transaction.collection('accounts').doc('a').remove();
    await transaction.collection('accounts').doc('new').set({ fen: 1 });
    expect((await transaction.collection('accounts').doc('a').get()).data).toBeNull();
    await transaction.rollback('enough');
    expect(stored('a')?.fen).toBe(100);
    expect(stored('new')).toBeUndefined();
    await cloud.db.collection('accounts').doc('new').set({ fen: 2 });
    expect(stored('new')?.fen).toBe(2);
  });

  test('reads keep to the snapshot of the first operation, also where the index has moved on', async () => {
    const transaction = await cloud.db.startTransaction();
    const accounts = transaction.collection('accounts');
    expect((await accounts.doc('a').get()).data).toMatchObject({ fen: 100 });
    await cloud.db.collection('accounts').doc('b').update({ fen: 5, owner: 'z' });
    await cloud.db.collection('accounts').doc('a').remove();
    await cloud.db.collection('accounts').add({ _id: 'late', owner: 'y' });
    expect((await accounts.doc('b').get()).data).toMatchObject({ fen: 100, owner: 'y' });
    expect((await accounts.where({ owner: 'y' }).get()).data).toEqual([{ _id: 'b', fen: 100, owner: 'y' }]);
    expect((await accounts.where({ owner: 'x' }).get()).data).toHaveLength(1);
    await transaction.commit();
    expect((await cloud.db.collection('accounts').get()).data.map((doc: Account) => doc._id)).toEqual(['b', 'late']);
  });

  test('a query in a transaction sees its own writes', async () => {
    const transaction = await cloud.db.startTransaction();
    const accounts = transaction.collection('accounts');
    await accounts.doc('a').update({ owner: 'y' });
    await accounts.add({ _id: 'c', owner: 'y', fen: 1 });
    const { data } = await accounts.where({ owner: 'y' }).orderBy('_id', 'desc').get();
    expect(data.map((doc: Account) => doc._id)).toEqual(['c', 'b', 'a']);
    await transaction.rollback(null);
  });

  test('the first writer wins, the second has a conflict at once and its transaction is over', async () => {
    const first = await cloud.db.startTransaction();
    const second = await cloud.db.startTransaction();
    await first.collection('accounts').doc('a').update({ fen: 1 });
    expect(await codeOf(second.collection('accounts').doc('a').update({ fen: 2 }))).toBe('DATABASE_TRANSACTION_CONFLICT');
    expect(await codeOf(second.collection('accounts').doc('b').get())).toBe('DATABASE_TRANSACTION_FAIL');
    await first.commit();
    expect(stored('a')?.fen).toBe(1);
    expect(cloud.engine.stats().conflicts).toBe(1);
  });

  test('a write that came after the snapshot is a conflict', async () => {
    const transaction = await cloud.db.startTransaction();
    await transaction.collection('accounts').doc('b').get();
    await cloud.db.collection('accounts').doc('a').update({ fen: 1 });
    expect(await codeOf(transaction.collection('accounts').doc('a').update({ fen: 2 }))).toBe('DATABASE_TRANSACTION_CONFLICT');
  });

  test('a write outside waits for the transaction that holds the document', async () => {
    const transaction = await cloud.db.startTransaction();
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ fen: cloud.db.command.inc(-60) });
    const waiting = cloud.db.collection('accounts').where({ _id: 'a', fen: cloud.db.command.gte(50) });
    const outcome = waiting.update({ fen: cloud.db.command.inc(-50) });
    await transaction.commit();
    expect(await outcome).toMatchObject({ updated: 0 });
    expect(stored('a')?.fen).toBe(40);
  });

  test('runTransaction runs again after a conflict', async () => {
    let runs = 0;
    await cloud.db.runTransaction(async (transaction: Transaction) => {
      const accounts = transaction.collection('accounts');
      const { data } = (await accounts.doc('a').get()) as unknown as { data: Account };
      if (++runs === 1) await cloud.db.collection('accounts').doc('a').update({ fen: 500 });
      await accounts.doc('a').update({ fen: data.fen + 1 });
    });
    expect(runs).toBe(2);
    expect(stored('a')?.fen).toBe(501);
  });

  test('a transaction ends after 30 seconds of the clock', async () => {
    const transaction = await cloud.db.startTransaction();
    await transaction.collection('accounts').doc('a').update({ fen: 1 });
    cloud.clock.now += 30_001;
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    expect(stored('a')?.fen).toBe(100);
    expect(await cloud.db.collection('accounts').doc('a').update({ fen: 2 })).toMatchObject({ updated: 1 });
  });

  test('who waits for an abandoned transaction goes on when it expires', async () => {
    const transaction = await cloud.db.startTransaction();
    await transaction.collection('accounts').doc('a').update({ fen: 1 });
    const waiting = cloud.db.collection('accounts').doc('a').update({ fen: 7 });
    cloud.clock.now += 30_001;
    expect(await waiting).toMatchObject({ updated: 1 });
    expect(stored('a')?.fen).toBe(7);
  });

  test('unique keys: refused when taken before, a conflict when taken meanwhile', async () => {
    await cloud.db.collection('people').add({ _id: 'p', phone: '1' });
    const refused = await cloud.db.startTransaction();
    const refusal = await refusalOf(refused.collection('people').add({ phone: '1' }) as Promise<unknown>);
    expect(refusal.message).toContain('E11000');
    const late = await cloud.db.startTransaction();
    await late.collection('people').add({ _id: 'q', phone: '2' });
    await cloud.db.collection('people').add({ _id: 'r', phone: '2' });
    expect(await codeOf(late.commit())).toBe('DATABASE_TRANSACTION_CONFLICT');
    expect(cloud.engine.peek('people').length).toBe(2);
  });

  test('unique keys may be swapped and passed on within one transaction', async () => {
    await cloud.db.collection('people').add([
      { _id: 'p', phone: '1' },
      { _id: 'q', phone: '2' },
    ]);
    await cloud.db.runTransaction(async (transaction: Transaction) => {
      await transaction.collection('people').doc('p').update({ phone: '3' });
      await transaction.collection('people').doc('q').update({ phone: '1' });
    });
    expect(cloud.engine.peek('people', { phone: '1' })).toEqual([{ _id: 'q', phone: '1' }]);
    expect(cloud.engine.peek('people', { phone: '2' })).toEqual([]);
  });

  test('where().update, where().remove and count run outside the transaction, silently', async () => {
    const transaction = await cloud.db.startTransaction();
    const accounts = transaction.collection('accounts');
    await accounts.add({ _id: 'c', owner: 'x', fen: 0 });
    await accounts.where({ _id: 'b' }).update({ fen: 1 });
    expect(stored('b')?.fen).toBe(1);
    expect(await accounts.where({ owner: 'x' }).count()).toMatchObject({ total: 1 });
    await accounts.where({ _id: 'b' }).remove();
    expect(stored('b')).toBeUndefined();
    await transaction.rollback(null);
  });

  test('an ended or unknown transaction is refused', async () => {
    const transaction = await cloud.db.startTransaction();
    await transaction.commit();
    expect(await codeOf(transaction.commit())).toBe('DATABASE_TRANSACTION_FAIL');
    expect(await codeOf(transaction.collection('accounts').doc('a').get())).toBe('DATABASE_TRANSACTION_FAIL');
  });
});
