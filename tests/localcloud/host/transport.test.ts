/** The short way of SDK calls and the way over TCP must not differ in anything that a function or a test can see. */
import { open } from './harness';

type Bed = Awaited<ReturnType<typeof open>>;

describe.each([
  ['past the network', undefined],
  ['over TCP', 'tcp'],
] as const)('SDK calls %s', (_name, transport) => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await open(['shop', 'echo', 'rough'], { transport });
    await bed.cloud.invoke('shop', { action: 'put', id: 'tea' });
  });
  afterEach(() => bed.cloud.faults.clear());
  afterAll(() => bed.close());
  const shop = (action: string, id = 'tea') => bed.cloud.invoke('shop', { action, id });

  it('are counted for the action that made them, with their round trips', async () => {
    bed.cloud.resetStats();
    await Promise.all([shop('chain'), shop('parallel'), shop('chain'), shop('parallel')]);
    expect(bed.cloud.stats()).toMatchObject({
      'shop.chain': { calls: 2, databaseCalls: { total: 8, max: 4 }, roundTrips: { mean: 3, max: 3 } },
      'shop.parallel': { calls: 2, databaseCalls: { total: 6, max: 3 }, roundTrips: { mean: 1, max: 1 } },
    });
  });

  it('wait as long as the simulated network says', async () => {
    bed.cloud.faults.delay(30);
    const began = performance.now();
    await shop('chain');
    expect(performance.now() - began).toBeGreaterThan(85);
  });

  it('meet errors, conflicts, a lost reply and a crash after the write', async () => {
    await shop('put');
    bed.cloud.faults.add({ target: 'goods', kind: 'error' });
    expect(await shop('code')).toBe('DATABASE_REQUEST_FAILED');
    bed.cloud.faults.add({ target: 'goods', kind: 'conflict' });
    expect(await shop('transaction')).toBe(2);
    bed.cloud.faults.add({ target: 'goods', kind: 'timeout', afterMs: 20 });
    expect(await shop('code')).toBe('504');
    bed.cloud.faults.add({ target: 'goods', kind: 'crash-after-commit' });
    await expect(shop('take')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    expect(await shop('read')).toEqual([{ _id: 'tea', left: 0 }]);
  });

  it('carry text of every script unharmed, there and back', async () => {
    const id = '龙井 🍵 "quoted"\\\u0000\n';
    await shop('put', id);
    expect(await shop('read', id)).toEqual([{ _id: id, left: 5 }]);
  });

  it('call other functions', async () => {
    expect(await shop('nested')).toMatchObject({ event: { from: 'shop' }, source: 'scf' });
  });

  it('give up after the time limit of the SDK, with its code', async () => {
    bed.cloud.faults.delay(300);
    expect(await shop('hasty')).toBe('ESOCKETTIMEDOUT');
  });
});
