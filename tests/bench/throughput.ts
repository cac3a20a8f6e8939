/** Bookings a second, end to end: HTTP → function → SDK → durable commit, beside the same booking as one bare transaction of the storage. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { gesture, openWorld, type World } from '../world';
import { mealWith, plate } from '../world/canteen';
import { fire, percentile, type Shot } from './load';
import type { Figure } from './table';

const ACCOUNTS = 2000;
const SEATS = 300;
/** What a warm server gives is asked for: the compiler of the runtime has done its work after about this many bookings. */
const WARM_UP = 2000;

/** The same deed without anything around it: look for a seat, take it, write the order; one durable commit each. */
function bareTransactions(count: number): number {
  const dir = mkdtempSync(join(tmpdir(), 'bare-'));
  const db = new Database(join(dir, 'bare.db'));
  db.exec(
    'pragma journal_mode=wal; pragma synchronous=normal; create table seats(id text primary key, free int); create table orders(id text primary key, body text)',
  );
  db.prepare('insert into seats values (?, ?)').run('lunch', count);
  const take = db.prepare('update seats set free = free - 1 where id = ? and free > 0');
  const write = db.prepare('insert into orders values (?, ?)');
  const body = JSON.stringify({
    diner: 'r-1',
    lines: [{ dish: 'S1', count: 1, price: 1000 }],
    status: 'booked',
    history: [{ at: 0, by: 'x' }],
  });
  const book = db.transaction((id: string) => {
    take.run('lunch');
    write.run(id, body);
  });
  const began = process.hrtime.bigint();
  for (let i = 0; i < count; i++) book(`o-${i}`);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  db.close();
  rmSync(dir, { recursive: true, force: true });
  return count / seconds;
}

/** As many lunches as it takes, none larger than a large canteen: people book all of them at once, one after the other in turn. */
async function shotsOf(world: World, count: number, daysAhead: number): Promise<Shot[]> {
  const cook = await world.as('wx-liushifu');
  const meals = Math.ceil(count / SEATS);
  const mealIds: string[] = [];
  for (let i = 0; i < meals; i++) mealIds.push(await mealWith(world, cook, SEATS, daysAhead + i));
  const shots: Shot[] = [];
  for (let i = 1; i <= count; i++) {
    const { token } = await world.as(`wx-r-${i}`);
    const input = plate(mealIds[i % meals]!, `r-${i}`);
    shots.push({ token, domain: 'canteen', body: { action: 'bookMeal', input, requestId: gesture() } });
  }
  return shots;
}

export async function throughput(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'jinlin-bench-'));
  const world = await openWorld({ residents: ACCOUNTS + 10, accounts: ACCOUNTS, past: 0 }, { dir, workers: 3 });
  const figures: Figure[] = [];
  try {
    await world.at('08:00');
    await fire(world.port, await shotsOf(world, WARM_UP, 2), 32);
    const bare = bareTransactions(2000);
    figures.push({ what: 'the same booking as a bare libsql transaction', value: bare, unit: '/s' });
    for (const [callers, count, daysAhead, limit] of [
      [1, 300, 9, undefined],
      [32, 2000, 10, 916],
      [128, 2000, 17, 916],
    ] as const) {
      const shots = await shotsOf(world, count, daysAhead);
      const before = process.cpuUsage();
      const { answers, seconds, cpuMs } = await fire(world.port, shots, callers);
      const { user, system } = process.cpuUsage(before);
      const ok = answers.filter(answer => answer.code === 'ok').length;
      const rate = ok / seconds;
      figures.push(
        { what: `${callers} callers: bookings`, value: rate, unit: '/s', ...(limit ? { limit, sense: 'least' as const } : {}) },
        { what: `${callers} callers: part of the bare transaction`, value: rate / bare, unit: '' },
        { what: `${callers} callers: processor time of a booking, server`, value: (user + system) / 1000 / count, unit: 'ms' },
        { what: `${callers} callers: processor time of a booking, callers`, value: cpuMs / count, unit: 'ms' },
        { what: `${callers} callers: failed`, value: count - ok, unit: '', limit: 0 },
        { what: `${callers} callers: p50`, value: percentile(answers, 0.5), unit: 'ms' },
        { what: `${callers} callers: p99`, value: percentile(answers, 0.99), unit: 'ms' },
      );
    }
    return figures;
  } finally {
    await world.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}
