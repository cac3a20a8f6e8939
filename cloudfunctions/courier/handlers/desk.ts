/** What the office sees: what did not arrive, what was sent, how it is set up. */
import type { CourierContract } from '../../../types/courier';
import { zWay } from '../../../types/letters';
import { type MessageForm, type MessageKind, messageForms } from '../../../types/messages';
import { clockText, minuteOf } from '../../../types/time';
import type { Outgoing } from '../../_shared/collection';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { accounts, residents } from '../../_shared/directory';
import { LIGHT, type Store } from '../../_shared/store';
import { message } from '../../_shared/tell';
import { courierSettings, deadLetters, letters, tryouts } from '../collections';
import { possibleOf, robotOf } from '../rules';
import { lacks } from '../send/channels';
import { forgetSettings, freshSettings } from '../settings';
import { attemptText, deadLetterView } from '../words';

const MOST_DEAD = 50;
const SENDINGS = 50;

/** As on the first day: its tries are counted anew. */
function freshOf(item: Outgoing): Outgoing {
  const { tries: _tries, dueAt: _dueAt, ...fresh } = item;
  return fresh as Outgoing;
}

/** Names beside the record: accounts by openid, people without one by the ref that their letter carries. */
async function namesOf(store: Store, to: readonly string[]): Promise<(to: string) => string> {
  const without = { without: [...LIGHT, 'grants', 'family'] };
  const byPhone = to.filter(each => each.startsWith('phone:')).map(each => each.slice(6));
  const [people, elders, settings] = await Promise.all([
    store.readAll(accounts, [...new Set(to.filter(each => !/^(phone|robot):/.test(each)))], without),
    store.readAll(residents, [...new Set(byPhone)], without),
    to.some(robotOf) ? freshSettings(store) : undefined,
  ]);
  const names = new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...elders.map(({ id, name }) => [`phone:${id}`, name] as const),
    ...(settings?.robots ?? []).map(({ key, name }) => [`robot:${key}`, name] as const),
  ]);
  return each => names.get(each) || (robotOf(each) ? '工作群' : '居民');
}

const kindView = (kind: MessageKind, ladders: Record<string, MessageForm['ladder']>) => {
  const form: MessageForm = messageForms[kind];
  const own = ladders[kind];
  return {
    kind,
    title: form.title,
    category: form.category,
    urgency: form.urgency ?? ('normal' as const),
    ladder: (own ?? form.ladder ?? (form.template ? [['subscribe' as const]] : [])).map(rung => [...rung]),
    possible: possibleOf(form),
    own: own !== undefined,
  };
};

export const desk = {
  async deadLetters(_input, ctx) {
    const given = { communityId: ctx.session.communityId, retriedAt: _.exists(false) };
    const rows = await ctx.store.find(deadLetters, given, { order: ['-at'], limit: MOST_DEAD, without: LIGHT });
    return { now: ctx.now, letters: rows.map(({ id, item, reason, at }) => deadLetterView(id, item as Outgoing, reason, at)) };
  },

  /** Into the outbox of the dead letter itself, so that one write does it; a second press finds it on its way. */
  async retryDeadLetter({ id }, ctx) {
    await ctx.store.draft(deadLetters, id).save(current => {
      if (!current || current.communityId !== ctx.session.communityId) return ctx.refuse('NOT_FOUND');
      if (current.retriedAt) return undefined;
      const { item, reason, at, communityId } = current;
      return { doc: { item, reason, at, communityId, retriedAt: ctx.now }, tell: [{ again: freshOf(item as Outgoing) }] };
    });
    return { done: true as const };
  },

  async sendings({ before, state }, ctx) {
    const filter = {
      communityId: ctx.session.communityId,
      triedAt: before ? _.lt(before) : _.gt(0),
      ...(state ? { state } : {}),
    };
    const page = { order: ['-triedAt'], limit: SENDINGS, without: [...LIGHT, 'text', 'words', 'phone'] };
    const rows = await ctx.store.find(letters, filter, page);
    const nameOf = await namesOf(
      ctx.store,
      rows.map(({ to }) => to),
    );
    const sendings = rows.map(({ id, title, to, state: how, urgency, triedAt, attempts }) => ({
      id,
      title,
      name: nameOf(to),
      state: how,
      urgency,
      triedAt: triedAt!,
      attempts: attempts.map(attempt => ({ ...attempt, text: attemptText(attempt) })),
    }));
    return { now: ctx.now, sendings };
  },

  async courierSettings(_input, ctx) {
    const { quietFrom, quietTo, mostPerDay, digestAt, channelsOff, ladders, robots } = await freshSettings(ctx.store);
    const channels = zWay.options.map(channel => {
      const missing =
        channel === 'robot' && robots.length === 0 ? '还没有登记群机器人' : (lacks(channel, { channelsOff: [] }) ?? '');
      const on = channel === 'robot' || !channelsOff.includes(channel);
      return { channel, on, ready: missing === '', missing };
    });
    return {
      quietFrom,
      quietTo,
      mostPerDay,
      digestAt,
      channelsOff,
      ladders,
      robots: robots.map(({ key, name, webhook }) => ({ key, name, ending: webhook.slice(-4) })),
      channels,
      kinds: (Object.keys(messageForms) as MessageKind[]).map(kind => kindView(kind, ladders)),
    };
  },

  async saveCourierSettings(input, ctx) {
    const unknown = Object.keys(input.ladders).find(kind => !(kind in messageForms));
    if (unknown !== undefined) return ctx.refuse('BAD_INPUT', { field: 'ladders' });
    const double = input.robots.find(({ key }, i) => input.robots.some((other, j) => j < i && other.key === key));
    if (double) return ctx.refuse('DOUBLE_NAME', { name: double.name });
    await ctx.store.draft(courierSettings, 'main', { quiet: true }).save(current => {
      const robots = input.robots.map(({ key, name, webhook }) => {
        const kept = webhook ?? current?.robots.find(robot => robot.key === key)?.webhook;
        return kept ? { key, name, webhook: kept } : ctx.refuse('BAD_INPUT', { field: 'webhook' });
      });
      return { doc: { ...input, robots } };
    });
    forgetSettings(ctx.session.communityId);
    return { done: true as const };
  },

  async tryChannels({ to: asked }, ctx) {
    const robot = robotOf(asked);
    const settings = robot === undefined ? undefined : await freshSettings(ctx.store);
    if (settings && !settings.robots.some(({ key }) => key === robot)) return ctx.refuse('NOT_FOUND');
    const data = { by: ctx.session.name || '社区', time: clockText(minuteOf(ctx.now)) };
    const to = robot === undefined ? ctx.session.accountId : asked;
    await ctx.store.draft(tryouts, to).save(() => ({ doc: { at: ctx.now }, tell: [message('channelTest', to, data)] }));
    return { done: true as const };
  },
} satisfies Partial<HandlersOf<CourierContract>>;
