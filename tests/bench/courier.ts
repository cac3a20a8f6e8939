/** A notice to twelve thousand people: how fast it is accepted and handed over, what it costs, and how soon an urgent one goes out. */
import type { MessageKind } from '../../types/messages';
import { openWorld, type Person, type World } from '../world';
import { allow, leave, lettersOf, postItem } from '../world/courier';
import type { Figure } from './table';

const PEOPLE = 12_000;
const A_POST = 200;
const MB = 1024 * 1024;
const URGENT = 20;

const accounts = Array.from({ length: PEOPLE }, (_, i) => ({ ref: `r-${i}`, account: `wx-many-${i}` }));

/** Leaves the posts as a domain does, a document for each two hundred; kinds: with or without a template. */
async function accept(world: World, kind: MessageKind): Promise<number> {
  const began = performance.now();
  for (let i = 0; i < PEOPLE; i += A_POST) await leave(world, [postItem(kind, accounts.slice(i, i + A_POST))]);
  return performance.now() - began;
}

const waiting = (world: World): boolean => (world.engine.peek('letters', { state: 'waiting' }, 1) as unknown[]).length > 0;

const callsOf = (world: World): number =>
  Object.entries(world.stats())
    .filter(([name]) => name.startsWith('courier.'))
    .reduce((sum, [, { databaseCalls }]) => sum + databaseCalls.total, 0);

/** Rings, each time a minute later, until nobody waits any more. */
async function handOver(world: World): Promise<{ seconds: number; calls: number; grownMb: number }> {
  world.resetStats();
  const before = process.memoryUsage().rss;
  const began = performance.now();
  do await world.advance(61_000);
  while (waiting(world));
  const seconds = (performance.now() - began) / 1000;
  return { seconds, calls: callsOf(world), grownMb: (process.memoryUsage().rss - before) / MB };
}

/** From the answer of the deed to the first channel, over and over; the slowest in milliseconds. */
async function urgent(world: World, office: Person): Promise<number> {
  await allow(world, 'channelTest', [office.openid], URGENT);
  let slowest = 0;
  for (let i = 0; i < URGENT; i++) {
    const before = world.inbox({ openid: office.openid, channel: 'subscribe' }).length;
    const began = performance.now();
    await office.courier('tryChannels', { to: 'me' });
    while (world.inbox({ openid: office.openid, channel: 'subscribe' }).length === before)
      await new Promise(resolve => setTimeout(resolve, 2));
    slowest = Math.max(slowest, performance.now() - began);
  }
  return slowest;
}

async function inboxTrips(world: World): Promise<number> {
  await world.advance(31_000);
  const reader = await world.as('wx-limin');
  world.resetStats();
  await reader.courier('letters', {});
  return world.stats()['courier.letters']!.roundTrips.max;
}

export async function courier(): Promise<Figure[]> {
  const world = await openWorld({ residents: 100, past: 0, fill: 0 });
  try {
    const office = await world.as('wx-zhouzhuren');
    // A small one first: templates and code are loaded when the clock starts.
    await leave(world, [postItem('joined', accounts.slice(0, 50))]);
    await world.advance(61_000);
    const insideAccepted = await accept(world, 'joined');
    const inside = await handOver(world);
    await allow(
      world,
      'kitchenClosed',
      accounts.map(({ account }) => account),
    );
    const accepted = await accept(world, 'kitchenClosed');
    const all = await handOver(world);
    const sent = lettersOf(world, { kind: 'kitchenClosed', state: 'sent' }).length;
    return [
      { what: `${PEOPLE} people, message centre only: accepted`, value: insideAccepted / 1000, unit: 's', limit: 1 },
      { what: 'in every message centre', value: inside.seconds, unit: 's', limit: 60 },
      { what: 'database calls per recipient', value: inside.calls / PEOPLE, unit: 'calls', limit: 0.2 },
      { what: `${PEOPLE} people with a subscription message: accepted`, value: accepted / 1000, unit: 's', limit: 1 },
      { what: 'handed to the channel', value: all.seconds, unit: 's', limit: 60 },
      { what: 'sent', value: sent, unit: '', limit: PEOPLE, sense: 'exactly' },
      { what: 'database calls per recipient, with the channel', value: all.calls / PEOPLE, unit: 'calls', limit: 3 },
      { what: 'memory grown meanwhile, database included', value: all.grownMb, unit: 'MB' },
      {
        what: `urgent: deed to first channel, the slowest of ${URGENT}`,
        value: await urgent(world, office),
        unit: 'ms',
        limit: 1000,
      },
      { what: 'opening the message centre', value: await inboxTrips(world), unit: 'round trips', limit: 2 },
    ];
  } finally {
    await world.stop();
  }
}
