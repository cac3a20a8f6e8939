import * as tcb from '@cloudbase/node-sdk';
import { call, open } from './harness';

type Bed = Awaited<ReturnType<typeof open>>;

describe('figures and faults', () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await open(['shop', 'echo'], { signIn: { function: 'shop', action: 'startSession' } });
    await bed.cloud.invoke('shop', { action: 'put', id: 'tea' });
  });
  afterEach(() => bed.cloud.faults.clear());
  afterAll(() => bed.close());
  const shop = (action: string, id = 'tea') => bed.cloud.invoke('shop', { action, id });

  it('count calls and round trips: calls in flight together are one', async () => {
    bed.cloud.resetStats();
    await Promise.all([shop('chain'), shop('parallel'), shop('chain')]);
    expect(bed.cloud.stats()).toMatchObject({
      'shop.chain': { calls: 2, errors: 0, databaseCalls: { total: 8, max: 4 }, roundTrips: { max: 3, mean: 3 } },
      'shop.parallel': { calls: 1, databaseCalls: { total: 3 }, roundTrips: { max: 1 } },
    });
  });

  it('name the action of an HTTP call, and start anew when told', async () => {
    await fetch(`${bed.cloud.url}/local/stats`, { method: 'DELETE' });
    await call(`${bed.cloud.url}/api/shop`, { action: 'take', id: 'tea' });
    const { json } = await call(`${bed.cloud.url}/local/stats`);
    expect(Object.keys(json)).toEqual(['shop.take']);
    expect(json['shop.take']).toMatchObject({ calls: 1, ms: { p50: expect.any(Number), p99: expect.any(Number) } });
  });

  it('meet a conflict once, outside and inside a transaction', async () => {
    bed.cloud.faults.add({ target: 'take', kind: 'conflict' });
    expect([await shop('take'), await shop('take')]).toEqual([0, 1]);
    bed.cloud.faults.add({ target: 'goods', kind: 'conflict' });
    expect(await shop('transaction')).toBe(2);
  });

  it('meet an error as often as asked, and a lost reply after the write', async () => {
    await shop('put');
    await call(`${bed.cloud.url}/local/faults`, { target: 'database.modifyDocument', kind: 'error', times: 2 });
    expect([await shop('code'), await shop('code'), await shop('code')]).toEqual([
      'DATABASE_REQUEST_FAILED',
      'DATABASE_REQUEST_FAILED',
      'none',
    ]);
    bed.cloud.faults.add({ target: 'goods', kind: 'timeout' });
    expect(await shop('code')).toBe('504');
    expect(await shop('read')).toEqual([{ _id: 'tea', left: 3 }]);
  });

  it('meet the death of the instance after the write', async () => {
    await shop('put');
    bed.cloud.faults.add({ target: 'goods', kind: 'crash-after-commit' });
    await expect(shop('take')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    expect(await shop('read')).toEqual([{ _id: 'tea', left: 4 }]);
  });

  it('refuse a fault that means nothing, show what is pending, and forget on request', async () => {
    const faults = `${bed.cloud.url}/local/faults`;
    expect((await call(faults, { target: 'goods', kind: 'earthquake' })).status).toBe(400);
    await call(faults, { target: 'goods', kind: 'error', times: 3 });
    expect((await call(faults, { delayMs: 5 })).json).toMatchObject({ delayMs: 5, faults: [{ target: 'goods', times: 3 }] });
    expect(await shop('read').catch(error => error.code)).toBe('FUNCTIONS_EXECUTE_FAIL');
    expect((await call(faults, { clear: true })).json).toEqual({ faults: [], delayMs: 0 });
  });

  it('serve more events at once than there are workers while these wait for the database', async () => {
    bed.cloud.faults.delay(60);
    expect((await Promise.all(Array.from({ length: 12 }, () => shop('chain')))).length).toBe(12);
  });

  it('sign people in, and pass a refusal on', async () => {
    const door = `${bed.cloud.url}/local/sign-in`;
    expect((await call(door, { openid: 'wx-chen' })).json).toEqual({ token: 'token-of-wx-chen' });
    expect((await call(door, {})).status).toBe(400);
    const strict = await open(['shop'], { signIn: { function: 'shop', action: 'refuseSession' } });
    expect(await call(`${strict.cloud.url}/local/sign-in`, { openid: 'wx-x' })).toMatchObject({
      status: 403,
      json: { ok: false, error: { code: 'NOT_ALLOWED' } },
    });
    await strict.close();
  });

  it('answer the SDK outside of functions as well', async () => {
    const app = tcb.init({
      env: 'local',
      secretId: 'x',
      secretKey: 'x',
      serviceUrl: `${bed.cloud.url}/admin`,
      protocol: 'http',
    } as never);
    const { total } = await app.database().collection('goods').count();
    expect(total).toBe(1);
    await expect(app.database().collection('nowhere').count()).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' });
    expect((await app.callFunction({ name: 'echo', data: { hello: 1 } })).result).toMatchObject({ event: { hello: 1 } });
    await expect(app.callFunction({ name: 'nobody', data: {} })).rejects.toMatchObject({ code: 'FUNCTION_NOT_FOUND' });
  });
});
