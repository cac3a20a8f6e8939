/** The till: taking payment and giving back at the counter, shifts with their count. */
import type { Bill, CanteenContract, Entry, Order, Shift, TillContract, TillRow } from '../../../types/canteen';
import { ZERO } from '../../../types/money';
import { DAY_MS, monthRange } from '../../../types/time';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { between, LIGHT } from '../../_shared/store';
import { bills, orders, shifts } from '../collections';
import {
  afterCancel,
  differencesOf,
  mayClose,
  mayGiveBack,
  mayPay,
  owedOf,
  type Sums,
  sameAmount,
  surplusOf,
  takenIn,
  withEntry,
} from '../rulesTill';

type Till = Pick<HandlersOf<CanteenContract>, keyof TillContract['actions']>;
type Ctx = Pick<Context, 'store' | 'session' | 'now'>;

const HEAVY = [...LIGHT, 'lines', 'clashes', 'tellTo', 'code'];
/** Bills that wait for somebody to fetch money stay in sight this long. */
const WAITING_MS = 60 * DAY_MS;

function tillRow(order: Stored<Order>, bill: Pick<Bill, 'net'> | undefined): TillRow {
  return {
    orderId: order.id,
    day: order.day,
    period: order.period,
    number: order.number,
    dinerName: order.dinerName,
    pinyin: order.dinerPinyin ?? '',
    status: order.status,
    selfPay: order.price.selfPay,
    net: bill?.net ?? ZERO,
    owed: owedOf(order, bill),
    surplus: surplusOf(order, bill),
    may: { pay: mayPay(order, bill), giveBack: mayGiveBack(order, bill) },
  };
}

const newBill = ({ day, period, dinerId }: Order): Bill => ({ day, period, dinerId, entries: [], shifts: [], net: ZERO });

/** This person's open shift, of whatever day. */
async function myShift(ctx: Ctx): Promise<Stored<Shift> | undefined> {
  const open = await ctx.store.find(shifts, { account: ctx.session.accountId, status: 'open' }, { limit: 1, without: LIGHT });
  return open[0];
}

const billsOf = (ctx: Ctx, shiftId: string): Promise<Stored<Bill>[]> =>
  ctx.store.findAll(bills, { shifts: shiftId }, { without: LIGHT });

const expectedIn = (shift: Stored<Shift>, sums: Sums): Sums => ({ ...sums, cash: shift.float + sums.cash });

type Checks = {
  noShift: () => never;
  /** Refuses what the rules refuse. */
  amount: (order: Order, bill: Bill | undefined) => void;
};

/** One entry in the bill of an order. */
async function enter(
  ctx: Ctx,
  entered: Pick<Entry, 'kind' | 'channel' | 'amount'>,
  orderId: string,
  checks: Checks,
): Promise<TillRow> {
  const draft = ctx.store.draft(bills, orderId, { quiet: true });
  const [order, shift] = await Promise.all([ctx.store.need(orders, orderId), myShift(ctx)]);
  if (!shift) return checks.noShift();
  const saved = await draft.save(current => {
    checks.amount(order, current);
    const { accountId: by, name: byName } = ctx.session;
    return { doc: withEntry(current ?? newBill(order), { ...entered, at: ctx.now, by, byName, shiftId: shift.id }) };
  });
  return tillRow(order, saved);
}

export const tillHandlers: Till = {
  /** Of earlier days only what waits to be given back. */
  async till(_input, ctx) {
    const waiting = { returnSince: _.gt(ctx.now - WAITING_MS) };
    const [shift, todays, paid, owing] = await Promise.all([
      myShift(ctx),
      ctx.store.findAll(orders, { day: ctx.today }, { without: HEAVY }),
      ctx.store.findAll(bills, { day: ctx.today }, { without: [...LIGHT, 'entries'] }),
      ctx.store.find(bills, waiting, { limit: 200, without: [...LIGHT, 'entries'] }),
    ]);
    const others = owing.filter(bill => bill.day !== ctx.today);
    const [mine, old] = await Promise.all([
      shift ? billsOf(ctx, shift.id) : [],
      ctx.store.readAll(
        orders,
        others.map(bill => bill.id),
        { without: HEAVY },
      ),
    ]);
    const billOf = new Map([...paid, ...others].map(bill => [bill.id, bill]));
    const rows = todays.map(order => tillRow(order, billOf.get(order.id)));
    const ofShift = shift && {
      id: shift.id,
      openedAt: shift.openedAt,
      float: shift.float,
      expected: expectedIn(shift, takenIn(shift.id, mine)),
    };
    return {
      today: ctx.today,
      now: ctx.now,
      shift: ofShift,
      rows: rows.filter(row => row.status !== 'cancelled' || row.surplus > 0).sort((a, b) => (a.number < b.number ? -1 : 1)),
      back: old.map(order => tillRow(order, billOf.get(order.id))).filter(row => row.surplus > 0),
    };
  },

  /** The number of the shift follows from those that are there, so two taps name the same one. */
  async openShift({ float }, ctx) {
    const { accountId: account, name } = ctx.session;
    const todays = await ctx.store.find(shifts, { account, day: ctx.today }, { limit: 50, without: LIGHT });
    const open = (await myShift(ctx)) ?? todays.find(shift => shift.status === 'open');
    if (open) return { id: open.id };
    const draft = ctx.store.draft(shifts, `${ctx.today}~${account}~${todays.length + 1}`, { quiet: true });
    const doc: Shift = { day: ctx.today, account, name, status: 'open', openedAt: ctx.now, float };
    return { id: (await draft.save(current => (current ? undefined : { doc }))).id };
  },

  async closeShift({ id, cash, code, note }, ctx) {
    const draft = ctx.store.draft(shifts, id, { quiet: true });
    const mine = await billsOf(ctx, id);
    const closed = await draft.save(shift => {
      if (!shift) return ctx.refuse('NOT_FOUND');
      const expected = expectedIn(shift, takenIn(id, mine));
      const differs = cash !== expected.cash || code !== expected.code;
      ctx.insist(mayClose(shift, { account: ctx.session.accountId, note, differs }));
      const counted = { cash, code, cashExpected: expected.cash, codeExpected: expected.code };
      return { doc: { ...shift, status: 'closed' as const, closedAt: ctx.now, ...counted, ...(note ? { note } : {}) } };
    });
    return differencesOf(closed);
  },

  takePayment: ({ orderId, channel, amount }, ctx) =>
    enter(ctx, { kind: 'paid', channel, amount }, orderId, {
      noShift: () => ctx.refuse('NO_SHIFT'),
      amount: (order, bill) => {
        ctx.insist(mayPay(order, bill));
        ctx.insist(sameAmount(amount, owedOf(order, bill)));
      },
    }),

  giveBack: ({ orderId, channel, amount }, ctx) =>
    enter(ctx, { kind: 'returned', channel, amount }, orderId, {
      noShift: () => ctx.refuse('NO_SHIFT'),
      amount: (order, bill) => {
        ctx.insist(mayGiveBack(order, bill));
        ctx.insist(sameAmount(amount, surplusOf(order, bill)));
      },
    }),

  async shifts({ month }, ctx) {
    const { first, last } = monthRange(month);
    const found = await ctx.store.findAll(shifts, { day: between(first, last) }, { without: LIGHT });
    const sum = (key: 'cash' | 'code', less: 'float' | undefined) =>
      found.reduce((total, shift) => total + (shift[key] ?? 0) - (less && shift.cash !== undefined ? shift[less] : 0), 0);
    return {
      shifts: found.sort((a, b) => b.openedAt - a.openedAt).map(shift => ({ ...shift, ...differencesOf(shift) })),
      taken: { cash: sum('cash', 'float'), code: sum('code', undefined) },
    };
  },
};

/** Told of a cancelled order: what was paid for it waits to be given back. */
export async function hearCancelled(ctx: Context, orderId: string): Promise<void> {
  const [order, bill] = await Promise.all([ctx.store.read(orders, orderId), ctx.store.read(bills, orderId)]);
  if (!order || !bill) return;
  await ctx.store.draft(bills, orderId, { quiet: true }).save(current => {
    const doc = current && afterCancel(current, order, ctx.now);
    return doc && { doc };
  });
}
