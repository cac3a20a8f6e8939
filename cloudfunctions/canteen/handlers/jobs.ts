/** What the canteen does by itself, in bounded steps: a function has seconds, not minutes. */
import type { CanteenContract, Meal, Order } from '../../../types/canteen';
import type { Resident } from '../../../types/directory';
import type { EventOf } from '../../../types/events';
import { addDays, DAY_MS, instantAt, MINUTE_MS } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { residents } from '../../_shared/directory';
import { places, readHold } from '../../_shared/places';
import { LIGHT } from '../../_shared/store';
import type { Tell } from '../../_shared/tell';
import { touchedBy } from '../booking';
import { cancelBySystem } from '../cancelling';
import { meals, orders, reminders } from '../collections';
import { holderOfOrder, orderIdOf } from '../rules';
import { settingsOf } from '../settings';
import { hearStay, leaveStanding } from '../stays';
import { eachCommunity, inTens } from '../steps';
import { tellOf } from '../tell';
import { hearCareMeals } from './groups';
import { hearCancelled } from './till';

type Jobs = Pick<HandlersOf<CanteenContract>, 'remindTomorrow' | 'sweepPlaces' | 'cancelClosed' | 'hear'>;

const REMINDERS_A_STEP = 150;
const CANCELS_A_STEP = 60;
/** Longer than any command lives: a seat without an order is then nobody's. */
const ORPHAN_MS = 2 * MINUTE_MS;

/** One step: the next orders of tomorrow, told by the outbox of the day's own document, so a crash repeats nothing. */
async function remind(ctx: Context): Promise<number> {
  const settings = await settingsOf(ctx.store);
  if (ctx.now < instantAt(ctx.today, settings.remindAt)) return 0;
  const day = addDays(ctx.today, 1);
  const so = await ctx.store.read(reminders, day);
  if (so?.done) return 0;
  const draft = ctx.store.draft(reminders, day);
  const after = so?.after ? { _id: _.gt(ctx.store.fullId(orders, so.after)) } : {};
  const [menu, booked] = await Promise.all([
    ctx.store.find(meals, { day, status: 'open' }, { without: [...LIGHT, 'dishes'] }),
    ctx.store.find(orders, { day, status: 'booked', ...after }, { limit: REMINDERS_A_STEP, without: LIGHT }),
  ]);
  const diners = await dinersOf(ctx, booked);
  const tell = booked.flatMap(order => reminderOf(order, diners.get(order.dinerId), menu, settings.place));
  const last = booked[booked.length - 1]?.id ?? so?.after ?? '';
  await draft.save(() => ({
    doc: { day, after: last, done: booked.length < REMINDERS_A_STEP, count: (so?.count ?? 0) + booked.length },
    tell,
  }));
  return booked.length;
}

/** The records of those who eat, by id: whom an order tells is decided by the bindings of the moment. */
async function dinersOf(ctx: Context, of: readonly Order[]): Promise<Map<string, Stored<Resident>>> {
  const ids = [...new Set(of.map(order => order.dinerId))];
  return new Map((await ctx.store.readAll(residents, ids, { without: LIGHT })).map(diner => [diner.id, diner]));
}

function reminderOf(order: Stored<Order>, diner: Stored<Resident> | undefined, menu: Stored<Meal>[], place: string): Tell[] {
  const meal = menu.find(candidate => candidate.id === order.mealId);
  return meal
    ? tellOf('mealTomorrow', order, order.id, diner, { place, servedFrom: meal.servedFrom, servedTo: meal.servedTo })
    : [];
}

/** A closed kitchen refunds all: cancelled free of charge, whoever ordered is told why. */
async function cancelOrdersOf(ctx: Context, meal: Stored<Meal>, room: number): Promise<number> {
  const standing = await ctx.store.find(orders, { mealId: meal.id, status: 'booked' }, { limit: room });
  const diners = await dinersOf(ctx, standing);
  await inTens(standing, async order => {
    const diner = diners.get(order.dinerId);
    const reason = meal.closedReason ?? '';
    const touch = (each: Order) => touchedBy(each);
    return void (await cancelBySystem(ctx, order.id, {
      diner,
      reason,
      kind: 'kitchenClosed',
      servedFrom: meal.servedFrom,
      change: touch,
    }));
  });
  return standing.length;
}

type Room = Stored<{ holders: Record<string, string> }>;

async function sweep(ctx: Context, room: Room): Promise<number> {
  const mealId = room.id.slice('meal:'.length);
  const held = Object.entries(room.holders).map(([holder, text]) => [holder, { ...readHold(text), text }] as const);
  const old = held.filter(([, hold]) => hold.at < ctx.now - ORPHAN_MS);
  const dinerOf = (holder: string): string => holder.slice(0, holder.lastIndexOf('~'));
  const found = await ctx.store.readAll(orders, [...new Set(old.map(([holder]) => orderIdOf(mealId, dinerOf(holder))))]);
  const standing = new Set(found.filter(order => order.status !== 'cancelled').map(holderOfOrder));
  const orphans = old.filter(([holder]) => !standing.has(holder));
  await inTens(orphans, async ([holder, hold]) => void (await ctx.places.release(room.id, holder, hold.count, hold.text)));
  return orphans.length;
}

export const jobHandlers: Jobs = {
  remindTomorrow: async (_input, ctx) => ({ reminded: await eachCommunity(ctx, remind) }),

  async sweepPlaces(_input, ctx) {
    const rooms = await ctx.store.across(places, { closesAt: _.gt(ctx.now - DAY_MS) }, { without: LIGHT });
    let released = 0;
    for (const room of rooms.filter(candidate => candidate.id.startsWith('meal:')))
      released += await sweep(ctx.within(room.communityId), room as Room);
    return { released };
  },

  async cancelClosed(_input, ctx) {
    const closed = await ctx.store.across(meals, { status: 'closed', day: _.gte(ctx.today) }, { without: [...LIGHT, 'dishes'] });
    let cancelled = 0;
    for (const meal of closed) {
      if (cancelled === CANCELS_A_STEP) break;
      cancelled += await cancelOrdersOf(ctx.within(meal.communityId), meal, CANCELS_A_STEP - cancelled);
    }
    return { cancelled };
  },

  /** A resident who moved away or asked for erasure eats here no more; coming meals are cancelled and tell nobody by name. */
  async hear({ communityId, name, payload }, ctx) {
    const there = ctx.within(communityId);
    if (await hearStay(there, name, payload)) return { done: true as const };
    if (name === 'meal.cancelled') {
      await hearCancelled(there, (payload as EventOf<'meal.cancelled'>).orderId);
      return { done: true as const };
    }
    if (name === 'care.meals') return hearCareMeals(payload as EventOf<'care.meals'>, there);
    const residentId = String(payload.residentId ?? '');
    await leaveStanding(there, residentId, name === 'resident.erased');
    const [coming, diner] = await Promise.all([
      there.store.find(orders, { dinerId: residentId, day: _.gte(ctx.today) }, { limit: 200 }),
      there.store.read(residents, residentId),
    ]);
    await inTens(
      coming.filter(order => order.status === 'booked'),
      async order => void (await cancelBySystem(there, order.id, { diner, reason: '已停止服务', kind: 'mealCancelled' })),
    );
    if (name === 'resident.erased') {
      const all = await there.store.findAll(orders, { dinerId: residentId });
      await inTens(all, order => eraseName(there, order.id));
    }
    return { done: true as const };
  },
};

/** The amounts stay for the settlement, the person goes. */
async function eraseName(ctx: Context, id: string): Promise<void> {
  await ctx.store.draft(orders, id, { quiet: true }).save(order => {
    if (!order || order.dinerName === '已注销') return undefined;
    return { doc: { ...order, dinerName: '已注销', dinerPinyin: undefined, dinerCardNo: undefined, clashes: [], tellTo: [] } };
  });
}
