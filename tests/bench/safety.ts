/** Two hundred gas alarms at once, ten thousand watched elders with nothing wrong, and a rung after every process has died. */

import { addDays, type Instant, instantAt, MINUTE_MS } from '../../types/time';
import { openWorld, type World } from '../world';
import { insert } from '../world/courier';
import { alertsOf, deviceCall, type Registered, registered } from '../world/safety';
import type { Figure } from './table';

const ALARMS = 200;
const WATCHED = 10_000;
const SECRET = 'a'.repeat(64);

const addressOf = (i: number) => ({ gridId: 'g1', buildingId: 'b3', unitId: 'b3u2', room: String(100 + i) });

async function devices(world: World): Promise<Registered[]> {
  const ids = Array.from({ length: ALARMS }, (_unused, i) => `d-${i}`);
  const common = { kind: 'gas', silentAfter: 48, silent: false, active: true, registeredAt: world.now(), alarms: 0, events: [] };
  const rows = ids.map((id, i) => ({
    _id: `xingfuli:${id}`,
    ...common,
    label: id,
    elderId: `r-${i + 1}`,
    elderName: `居民${i}`,
    address: addressOf(i),
  }));
  await insert(world, 'devices', rows);
  await insert(
    world,
    'deviceSecrets',
    ids.map(id => ({ _id: `xingfuli:${id}`, secret: SECRET, madeAt: world.now() })),
  );
  return ids.map(id => ({ device: `xingfuli:${id}`, secret: SECRET }));
}

type Letter = { about?: string; attempts: { at: number; outcome: string }[] };
const SENT = { kind: 'alertCall', 'attempts.outcome': 'sent' };
const sent = (world: World): Letter[] => world.engine.peek('letters', SENT, 5000) as Letter[];

const alarm = (world: World, device: Registered, eventId: string): Promise<Response> => {
  const { path, body, headers } = deviceCall(world, device, { eventId, type: 'alarm' });
  return fetch(`${world.url}${path}`, { method: 'POST', headers, body });
};

/** A device of nobody rings first: instances are started, as they are in a town in which something happens every hour. */
async function rehearse(world: World): Promise<void> {
  const hall = await registered(world, 'gas');
  for (const round of [1, 2]) await Promise.all(['a', 'b', 'c', 'd'].map(each => alarm(world, hall, `${each}${round}`)));
  await new Promise(resolve => setTimeout(resolve, 1500));
  await world.settle();
}

type Storm = { waits: number[]; cpuMs: number; webhook: { calls: number; waves: number } };
const HOOK = 'safety.POST /api/safety/hooks/device';

/**
 * Milliseconds from sending the alarm until a channel had taken its first message, sorted; by the clock that the courier writes down.
 * `cpuMs`: of an alarm, from its webhook to the answer, with the devices, the database and the providers that run in this process too.
 */
async function storm(world: World): Promise<Storm> {
  const all = await devices(world);
  await rehearse(world);
  world.resetStats();
  const usage = process.cpuUsage();
  const began = performance.now();
  const sentAt = world.now();
  await Promise.all(all.map(device => alarm(world, device, 'storm')));
  const { user, system } = process.cpuUsage(usage);
  const first = new Map<string, number>();
  while (first.size < ALARMS && performance.now() - began < 60_000) {
    await new Promise(resolve => setTimeout(resolve, 1000));
    for (const { about = '', attempts } of sent(world)) {
      const at = attempts.find(({ outcome }) => outcome === 'sent')?.at ?? 0;
      if (at >= sentAt) first.set(about, Math.min(first.get(about) ?? Number.POSITIVE_INFINITY, at));
    }
  }
  const { databaseCalls, roundTrips } = world.stats()[HOOK]!;
  const waits = [...first.values()].map(at => at - sentAt).sort((a, b) => a - b);
  const webhook = { calls: databaseCalls.mean, waves: roundTrips.mean };
  return { waits, cpuMs: (user + system) / 1000 / ALARMS, webhook };
}

/** The second booking: the instance knows the settings then. */
async function booking(world: World): Promise<number> {
  const office = await world.as('wx-zhouzhuren');
  const day = addDays(world.today, 5);
  const date = { year: Number(day.slice(0, 4)), day, from: 480, to: 600, place: '卫生站', capacity: 9, open: true } as const;
  const { id: slotId } = await office.safety('saveSlot', date as never);
  for (const elderId of ['r-wangguilan', 'r-zhaodefu']) {
    world.resetStats();
    await office.safety('bookCheckUp', { elderId, slotId, wheelchair: false });
  }
  return world.stats()['safety.bookCheckUp']!.roundTrips.max;
}

/** Everybody was heard of this morning; the ring at the end of the window finds nobody due. */
async function sweep(world: World): Promise<{ seconds: number; calls: number }> {
  const today = world.today;
  const dueAt = instantAt(addDays(today, 1), 9 * 60 + 30);
  const seen = {
    on: true,
    from: 300,
    to: 570,
    grace: 60,
    remind: true,
    ladders: {},
    familyOrder: [],
    day: addDays(today, 1),
    phase: 'waiting',
    dueAt,
    setAt: world.now(),
    lastSignAt: instantAt(today, 6 * 60),
    lastSignBy: 'meal',
  };
  for (let i = 0; i < WATCHED; i += 1000)
    await insert(
      world,
      'watches',
      Array.from({ length: 1000 }, (_unused, n) => ({
        _id: `xingfuli:w-${i + n}`,
        ...seen,
        name: `长者${i + n}`,
        address: addressOf(n),
      })),
    );
  await world.at('09:31');
  await world.fire('safety');
  world.resetStats();
  await world.at('10:31');
  const began = performance.now();
  await world.fire('safety');
  const seconds = (performance.now() - began) / 1000;
  const calls = Object.entries(world.stats())
    .filter(([name]) => name.startsWith('safety'))
    .reduce((sum, [, { databaseCalls }]) => sum + databaseCalls.total, 0);
  return { seconds, calls };
}

/** The function dies at the moment of the write; how late the next ring brings the rung, in seconds of the community's clock. */
async function afterCrash(world: World): Promise<number> {
  const [alert] = alertsOf(world, { open: true, rung: 1, round: 1 });
  if (!alert?.nextAt) return Number.POSITIVE_INFINITY;
  const due = alert.nextAt as Instant;
  await world.setClock(due);
  world.faults.add({ target: 'safety', kind: 'error', times: 50 });
  world.faults.add({ target: 'alerts', kind: 'error', times: 5 });
  await world.fire('safety').catch(() => undefined);
  world.faults.clear();
  for (let rings = 1; rings <= 5; rings++) {
    await world.advance(MINUTE_MS - 1000);
    await world.fire('safety');
    const [now] = alertsOf(world, { _id: alert._id });
    const paged = now?.timeline.find(({ what, rung, round }) => what === 'paged' && rung === 1 && round === 1);
    if (paged) return (paged.at - due) / 1000;
  }
  return Number.POSITIVE_INFINITY;
}

export async function safety(): Promise<Figure[]> {
  const world = await openWorld({ residents: 400, past: 0, fill: 0 });
  try {
    await world.at('09:00');
    const { waits, cpuMs, webhook } = await storm(world);
    const trips = await booking(world);
    const late = await afterCrash(world);
    const alerts = alertsOf(world).filter(({ causes }) => causes.some(cause => cause.endsWith(':storm')));
    const quiet = await openWorld({ residents: 50, past: 0, fill: 0 });
    const swept = await sweep(quiet).finally(() => quiet.stop());
    return [
      { what: `${ALARMS} alarms at once: alerts`, value: alerts.length, unit: '', limit: ALARMS, sense: 'exactly' },
      { what: 'alarm to first channel, the middle one', value: waits[ALARMS / 2] ?? 0, unit: 'ms' },
      { what: 'alarm to first channel, p99', value: waits[Math.floor(ALARMS * 0.99)] ?? 0, unit: 'ms', limit: 1000 },
      { what: 'processor time of an alarm, devices and providers included', value: cpuMs, unit: 'ms' },
      { what: 'database calls of the webhook', value: webhook.calls, unit: 'calls' },
      { what: 'round trips of the webhook', value: webhook.waves, unit: 'round trips' },
      { what: 'round trips of booking a check-up', value: trips, unit: 'round trips', limit: 3 },
      { what: 'a rung that was due when everything died: late by', value: late, unit: 's', limit: 60 },
      { what: `${WATCHED} watched elders, nothing wrong: swept in`, value: swept.seconds, unit: 's', limit: 5 },
      { what: 'database calls of that ring', value: swept.calls, unit: 'calls', limit: 30 },
    ];
  } finally {
    await world.stop();
  }
}
