/** The carrier 送餐人: taking a round, setting out, and one door after the other. */
import type { CanteenContract, DeliveryOutcome, Order, Round } from '../../../types/canteen';
import type { Resident } from '../../../types/directory';
import { addDays, clockText, dateText, minuteOf } from '../../../types/time';
import { addressText, PERIOD_TEXT } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { communities, residents } from '../../_shared/directory';
import { newId } from '../../_shared/draft';
import { files } from '../../_shared/files';
import { between, LIGHT } from '../../_shared/store';
import { event, message, type Tell } from '../../_shared/tell';
import { meals, orders, rounds } from '../collections';
import { deliverySettingsOf } from '../deliverySettings';
import { doorsBehind, myRound, openRound } from '../roundViews';
import { hearersOf } from '../rules';
import * as rules from '../rulesOfDelivery';

type Carrying = Pick<
  HandlersOf<CanteenContract>,
  'myRounds' | 'takeRound' | 'giveBackRound' | 'leaveKitchen' | 'recordDelivery' | 'finishRound' | 'doorPhotoTicket'
>;

/** What the family reads when a meal was not handed over. */
const WHAT_HAPPENED: Record<Exclude<DeliveryOutcome, 'handedOver'>, string> = {
  notHome: '敲门没有人应，饭没有送到',
  refused: '老人说这一餐不要了',
  wrongAddress: '地址不对，饭没有送到',
};

/** What follows from a door: a sign of life, or word to the family, and for who lives alone an alarm at once. */
function tellDoor(order: Stored<Order>, diner: Stored<Resident> | undefined, home: string): Tell[] {
  const { outcome, at } = order.delivery!;
  if (outcome === 'handedOver') return [event('sign.ofLife', { residentId: order.dinerId, source: 'delivery', at })];
  const clock = clockText(minuteOf(at));
  const data = {
    orderId: order.id,
    diner: order.dinerName,
    day: dateText(order.day),
    period: PERIOD_TEXT[order.period],
    time: clock,
    what: WHAT_HAPPENED[outcome],
  };
  const told = hearersOf(order, diner).map(to => message('deliveryMissed', to, data));
  const alone = outcome === 'notHome' && diner?.status === 'living' && diner.categories.includes('livesAlone');
  if (!alone) return told;
  const facts = [`${clock}送${PERIOD_TEXT[order.period]}，敲门没有人应`];
  const alarm = {
    kind: 'mealMissed',
    cause: `delivery:${order.id}`,
    subjectId: order.dinerId,
    title: '送餐没有人应门',
    facts,
  } as const;
  return [...told, event('alarm.raised', { ...alarm, ...(home ? { place: { text: home } } : {}) })];
}

/** The round opened for writing by who carries it. */
const openMine = (ctx: Context, id: string) => ctx.store.draft(rounds, id, { quiet: true });

export const carryingHandlers: Carrying = {
  /** Two waves: rounds of today and tomorrow, then what stands behind their doors. */
  async myRounds(_input, ctx) {
    const { accountId } = ctx.session;
    const days = between(ctx.today, addDays(ctx.today, 1));
    const [all, menu, settings, community] = await Promise.all([
      ctx.store.find(rounds, { day: days }, { limit: 200, without: LIGHT }),
      ctx.store.find(meals, { day: days }, { without: [...LIGHT, 'dishes'] }),
      deliverySettingsOf(ctx.store),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const mine = all.filter(({ carrier }) => carrier === accountId);
    const open = all.filter(({ status }) => status === 'open');
    const doors = await doorsBehind(
      ctx,
      [...mine, ...open].flatMap(({ stops }) => stops),
    );
    const knownOf = (round: Round) => ({
      community,
      settings,
      meal: menu.find(meal => meal.day === round.day && meal.period === round.period),
    });
    return {
      today: ctx.today,
      now: ctx.now,
      mine: mine.map(round => myRound(round, doors, knownOf(round), accountId)),
      open: open.map(round => openRound(round, doors, knownOf(round), accountId)),
      hotAtLeast: settings.hotAtLeast,
      minutesToDoor: settings.minutesToDoor,
      ...(community?.phone ? { phone: community.phone } : {}),
    };
  },

  /** The first one has it: one conditional write decides. */
  async takeRound({ id }, ctx) {
    await openMine(ctx, id).save(round => {
      if (!round) return ctx.refuse('NOT_FOUND');
      ctx.insist(rules.mayTake(round, ctx.session.accountId));
      if (round.carrier !== undefined) return undefined;
      const carrier = { carrier: ctx.session.accountId, carrierName: ctx.session.name, takenAt: ctx.now };
      return { doc: { ...round, ...carrier, status: 'taken' as const, assigned: false } };
    });
    return { done: true as const };
  },

  async giveBackRound({ id }, ctx) {
    await openMine(ctx, id).save(round => {
      if (!round) return ctx.refuse('NOT_FOUND');
      ctx.insist(rules.mayGiveBack(round, ctx.session.accountId));
      const { carrier: _carrier, carrierName: _name, takenAt: _at, ...rest } = round;
      return { doc: { ...rest, status: 'open' as const, assigned: false } };
    });
    return { done: true as const };
  },

  async leaveKitchen({ id, celsius, at }, ctx) {
    const [settings, saved] = await Promise.all([
      deliverySettingsOf(ctx.store),
      openMine(ctx, id).save(round => {
        if (!round) return ctx.refuse('NOT_FOUND');
        ctx.insist(rules.mayLeave(round, ctx.session.accountId));
        const leftAt = round.leftAt ?? rules.momentOf(at, ctx.now);
        return { doc: { ...round, status: 'out' as const, leftAt, ...(celsius === undefined ? {} : { celsius }) } };
      }),
    ]);
    return { cold: rules.isCold(saved.celsius, settings) };
  },

  /**
   * One wave of reads beside the mark, one write of the order. The same gesture again finds itself in the history and changes nothing; an
   * outcome that says what stands already is no news either.
   */
  async recordDelivery({ roundId, orderId, outcome, at, photo, note }, ctx) {
    const draft = ctx.store.draft(orders, orderId);
    const [round, diner, community] = await Promise.all([
      ctx.store.need(rounds, roundId),
      ctx.store.read(residents, orderId.split(':')[2] ?? ''),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    if (!round.stops.some(stop => stop.orderId === orderId)) ctx.refuse('NOT_FOUND');
    ctx.insist(rules.isMine(round, ctx.session.accountId));
    const ours = photo && rules.isDoorPhoto(photo, ctx.store.communityId) ? { photo } : {};
    await draft.save(order => {
      if (!order) return ctx.refuse('NOT_FOUND');
      if (order.delivery?.outcome === outcome && order.delivery.by === ctx.session.accountId) return undefined;
      ctx.insist(rules.mayRecord(order, outcome));
      const moment = rules.momentOf(at, ctx.now);
      const by = { by: ctx.session.accountId, byName: ctx.session.name };
      const delivery = { outcome, at: moment, ...by, ...ours, ...(note ? { note } : {}) };
      const eaten = { status: 'redeemed', redeemedAt: moment, redeemedBy: ctx.session.accountId } as const;
      const doc = { ...order, delivery, ...(outcome === 'handedOver' ? eaten : {}) };
      return { doc, tell: tellDoor(doc, diner, diner ? addressText(diner.address, community) : '') };
    });
    return { done: true as const };
  },

  async finishRound({ id }, ctx) {
    const draft = openMine(ctx, id);
    const round = (await draft.current()) ?? ctx.refuse('NOT_FOUND');
    ctx.insist(rules.isMine(round, ctx.session.accountId));
    const ids = round.stops.map(({ orderId }) => orderId);
    ctx.insist(rules.mayFinish(await ctx.store.readAll(orders, ids, { without: LIGHT })));
    await draft.save(current => {
      if (!current || current.status === 'done') return undefined;
      ctx.insist(rules.isMine(current, ctx.session.accountId));
      return { doc: { ...current, status: 'done' as const, doneAt: ctx.now } };
    });
    return { done: true as const };
  },

  async doorPhotoTicket(_input, ctx) {
    await ctx.store.author.guard;
    return files.ticket(`${rules.doorFolder(ctx.session.communityId)}${newId('door')}.jpg`);
  },
};
