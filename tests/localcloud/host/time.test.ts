import { Cron } from '../../../localcloud/timers/cron';
import { call, open } from './harness';

type Ring = { TriggerName: string; Time: string; source: string; openid: null; now: number };
const at = (text: string): number => Date.parse(`${text}+08:00`);
const shown = (time: number | undefined): string => new Date(time! + 8 * 3600_000).toISOString().slice(0, 19);

describe('cron in UTC+8', () => {
  it.each([
    ['0 30 7 * * * *', '2026-03-01T07:29:59', '2026-03-01T07:30:00'],
    ['0 30 7 * * * *', '2026-03-01T07:30:00', '2026-03-02T07:30:00'],
    ['*/15 * * * * * *', '2026-03-01T23:59:50', '2026-03-02T00:00:00'],
    ['0 0 9-17/4 * * MON-FRI *', '2026-03-06T17:00:01', '2026-03-09T09:00:00'],
    ['0 0 0 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
    ['0 0 0 1 * 1 *', '2026-03-03T00:00:00', '2026-03-09T00:00:00'],
    ['0 0 8 1 JAN ? 2027', '2026-03-01T00:00:00', '2027-01-01T08:00:00'],
  ])('%s after %s is %s', (cron, from, next) => {
    expect(shown(new Cron(cron).next(at(from)))).toBe(next);
    expect(shown(new Cron(cron).previous(at(next) + 999))).toBe(next);
  });

  it('never comes when it cannot', () => {
    expect(new Cron('0 0 0 31 2 * *').next(at('2026-01-01T00:00:00'))).toBeUndefined();
    expect(() => new Cron('0 0 25 * * * *')).toThrow(/hour/);
    expect(() => new Cron('0 0 * * *')).toThrow(/7 are needed/);
  });
});

describe('the clock', () => {
  it('moves for functions, timers and the doors alike', async () => {
    const { cloud, close } = await open(['echo', 'clockwork'], { workers: 1 });
    const start = at('2026-03-01T08:30:00');
    await cloud.setClock(start);
    const { now, isDate } = (await cloud.invoke('echo')) as { now: number; isDate: boolean };
    expect(isDate).toBe(true);
    expect(Math.abs(now - start)).toBeLessThan(60_000);

    const before = ((await cloud.invoke('clockwork')) as Ring[]).length;
    await cloud.advance(3 * 3600_000);
    const rings = (await cloud.invoke('clockwork')) as Ring[];
    expect(rings.length).toBe(before + 1);
    expect(rings.at(-1)).toMatchObject({
      TriggerName: 'everyHour',
      source: 'wx_trigger',
      openid: null,
      Time: '2026-03-01T03:00:00.000Z',
    });

    const { json } = await call(`${cloud.url}/local/clock`, { advanceMs: 60_000 });
    expect(Number(json.now)).toBeGreaterThanOrEqual(start + 3 * 3600_000 + 60_000);
    expect(((await cloud.invoke('clockwork')) as Ring[]).length).toBe(rings.length);
    await close();
  });

  it('leaves missed timers alone when it is told to, and runs one by hand', async () => {
    const { cloud, close } = await open(['clockwork'], { workers: 1, catchUp: false });
    await cloud.advance(5 * 3600_000);
    expect(await cloud.invoke('clockwork')).toEqual([]);
    expect(await cloud.fire('clockwork')).toEqual({ rang: 1 });
    const { json } = await call(`${cloud.url}/local/timers/everyHour/fire`, {});
    expect(json).toEqual({ result: { rang: 2 } });
    expect((await call(`${cloud.url}/local/timers/nothing/fire`, {})).status).toBe(404);
    await close();
  });
});
