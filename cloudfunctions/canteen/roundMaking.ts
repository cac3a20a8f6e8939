/**
 * Making rounds 配送单 of a meal, once its cut-off has passed. Orders that are in a round stay where they are; those that are in none get
 * rounds with the next numbers. So doing it twice, or after a crash half-way, adds only what is missing.
 */
import type { Meal, Order, Round } from '../../types/canteen';
import type { Resident } from '../../types/directory';
import { insertAll } from '../_shared/bulk';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { communities, residents } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { orders, recipients, rounds } from './collections';
import { deliverySettingsOf } from './deliverySettings';
import { roundIdOf } from './rulesOfDelivery';
import { doorsOf, roundsOf } from './rulesOfWalking';

const LEAST = [...LIGHT, 'lines', 'price', 'clashes', 'tellTo'];

/** Orders of a day that are to be brought and are in no round; one wave. */
export async function looseOn(ctx: Context, day: Meal['day']): Promise<{ loose: Stored<Order>[]; known: Stored<Round>[] }> {
  const [booked, known] = await Promise.all([
    ctx.store.findAll(orders, { day, status: 'booked', way: 'delivery' }, { without: LEAST }),
    ctx.store.find(rounds, { day }, { without: LIGHT }),
  ]);
  const taken = new Set(known.flatMap(({ stops }) => stops.map(({ orderId }) => orderId)));
  return { loose: booked.filter(({ id }) => !taken.has(id)), known };
}

/** @returns how many rounds were made. */
export async function makeRoundsOf(
  ctx: Context,
  mealId: string,
  { loose, known }: { loose: readonly Stored<Order>[]; known: readonly Stored<Round>[] },
): Promise<number> {
  const wanting = loose.filter(order => order.mealId === mealId);
  if (wanting.length === 0) return 0;
  const who = wanting.map(({ dinerId }) => dinerId);
  const [settings, community, diners, granted] = await Promise.all([
    deliverySettingsOf(ctx.store),
    ctx.store.read(communities, ctx.store.communityId),
    ctx.store.readAll(residents, who, { without: [...LIGHT, 'family'] }),
    ctx.store.readAll(recipients, who, { without: LIGHT }),
  ]);
  const spots = new Map(granted.map(({ id, spot }) => [id, spot]));
  const orderOf = new Map(wanting.map(order => [order.dinerId, order]));
  const rows: { id: string; doc: Round }[] = [];
  for (const [gridId, homes] of byGrid(diners)) {
    const doors = doorsOf(
      homes.map(({ id, address }) => ({ id, address, ...(spots.get(id) ? { spot: spots.get(id)! } : {}) })),
      community ?? { buildings: [] },
    );
    const before = known.filter(round => round.gridId === gridId && round.id.startsWith(`${mealId}:`)).length;
    for (const [i, walk] of roundsOf(doors, settings.roundMost, settings.kitchen).entries()) {
      const stops = walk.map(({ id }) => ({ orderId: orderOf.get(id)!.id, dinerId: id }));
      const { day, period } = wanting[0]!;
      const n = before + i + 1;
      rows.push({ id: roundIdOf(mealId, gridId, n), doc: { day, period, gridId, n, stops, status: 'open', assigned: false } });
    }
  }
  await insertAll(ctx.store, rounds, rows);
  return rows.length;
}

function byGrid(diners: readonly Stored<Resident>[]): Map<string, Stored<Resident>[]> {
  const grids = new Map<string, Stored<Resident>[]>();
  for (const diner of diners) grids.set(diner.address.gridId, [...(grids.get(diner.address.gridId) ?? []), diner]);
  return grids;
}
