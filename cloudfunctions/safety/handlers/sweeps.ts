/** What safety looks after by itself: missing signs of life, silent devices, places that nobody uses. */
import type { Device } from '../../../types/devices';
import type { SafetyContract } from '../../../types/safety';
import { addDays, DAY_MS, dayOf, MINUTE_MS } from '../../../types/time';
import type { Absence, Watch } from '../../../types/watch';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { residents } from '../../_shared/directory';
import { places, readHold } from '../../_shared/places';
import { LIGHT } from '../../_shared/store';
import { post, type Tell } from '../../_shared/tell';
import { sweepTries } from '../../_shared/tries';
import { absences, appointments, assignments, devices, watches } from '../collections';
import { inTens } from '../inTens';
import { raise } from '../raise';
import { isSilent, silenced } from '../rules/devices';
import { appointmentId, slotHolder } from '../rules/health';
import { keeperHolder } from '../rules/keeping';
import { due } from '../rules/watch';
import { momentText, shortMoment } from '../tell';

type Sweeps = Pick<HandlersOf<SafetyContract>, 'sweepWatches' | 'sweepDevices' | 'sweepHolds'>;

const A_STEP = 200;
const STEPS = 10;
/** Longer than any command lives. */
const ORPHAN_MS = 2 * MINUTE_MS;

function byCommunity<T>(all: readonly Stored<T>[]): Map<string, Stored<T>[]> {
  const groups = new Map<string, Stored<T>[]>();
  for (const one of all) groups.set(one.communityId, [...(groups.get(one.communityId) ?? []), one]);
  return groups;
}

/** A reminder goes to the elder alone, by account or telephone. */
function reminderTo(elder: Stored<{ accountId?: string; phone?: string }> | undefined, name: string, ctx: Context): Tell[] {
  const to = elder?.accountId
    ? { ref: 'p0', account: elder.accountId }
    : elder?.phone
      ? { ref: 'p0', phone: elder.phone }
      : undefined;
  return to ? [post('checkInReminder', [to], { name, time: momentText(ctx.now) }, `safety:remind:${elder?.id}`)] : [];
}

/** The alert first, then the watch: a crash in between raises it again under the same cause, which changes nothing. */
async function goOn(ctx: Context, watch: Stored<Watch>, away: readonly Absence[]): Promise<void> {
  const draft = ctx.store.draft(watches, watch.id);
  const first = due(watch, away, ctx.now);
  if (!first) return;
  const elder = first.do === 'wait' ? undefined : await ctx.store.read(residents, watch.id);
  if (first.do !== 'wait' && elder?.status !== 'living') return endWatch(ctx, watch.id);
  if (first.do === 'alert') {
    const last = watch.lastSignAt === undefined ? '还没有过平安信号' : `上次平安信号：${shortMoment(watch.lastSignAt)}`;
    await raise(ctx, { kind: 'checkIn', subjectId: watch.id, cause: `checkIn:${first.day}`, source: 'watch', facts: [last] });
  }
  await draft.save(current => {
    const next = current && due(current, away, ctx.now);
    if (!next) return undefined;
    return { doc: next.watch, tell: next.do === 'remind' ? reminderTo(elder, watch.name, ctx) : [] };
  });
}

const endWatch = async (ctx: Context, id: string): Promise<void> => {
  await ctx.store.draft(watches, id, { quiet: true }).save(watch => {
    if (!watch) return undefined;
    const { dueAt: _dueAt, ...rest } = watch;
    return { doc: { ...rest, on: false } };
  });
};

async function sweepStep(ctx: Context): Promise<number> {
  const page = await ctx.store.across(watches, { dueAt: _.lte(ctx.now) }, { order: ['dueAt'], limit: A_STEP, without: LIGHT });
  for (const [communityId, group] of byCommunity(page)) {
    const there = ctx.within(communityId);
    const ids = group.map(({ id }) => id);
    const since = addDays(dayOf(ctx.now), -7);
    const away = await there.store.findAll(absences, { elderId: _.in(ids), to: _.gte(since) }, { without: LIGHT });
    await inTens(group, watch =>
      goOn(
        there,
        watch,
        away.filter(({ elderId }) => elderId === watch.id),
      ),
    );
  }
  return page.length;
}

async function reportSilence(ctx: Context, device: Stored<Device>): Promise<void> {
  const since = device.lastContactAt === undefined ? '登记后一直没有联系' : `上次联系：${shortMoment(device.lastContactAt)}`;
  await raise(ctx, {
    kind: 'deviceSilent',
    subjectId: device.elderId ?? device.id,
    name: device.elderName ?? device.label,
    cause: `silent:${device.id}:${device.silentAt}`,
    facts: [`${device.spot ?? ''}${device.label}`.slice(0, 80), since],
    source: 'device',
    deviceId: device.id,
  });
  await ctx.store
    .draft(devices, device.id, { quiet: true })
    .save(current => (current && isSilent(current, ctx.now) ? { doc: silenced(current) } : undefined));
}

type Room = Stored<{ holders: Record<string, string> }>;

/** Holders old enough that no command can still be writing their record. */
const oldHolders = (room: Room, ctx: Context): string[] =>
  Object.entries(room.holders).flatMap(([holder, text]) => (readHold(text).at < ctx.now - ORPHAN_MS ? [holder] : []));

async function releaseUnused(ctx: Context, room: Room): Promise<number> {
  const held = oldHolders(room, ctx);
  if (held.length === 0) return 0;
  const used = await usedHolders(ctx, room.id, held);
  const orphans = held.filter(holder => !used.has(holder));
  for (const holder of orphans) await ctx.places.release(room.id, holder, 1);
  return orphans.length;
}

const elderOf = (holder: string): string => holder.slice(0, holder.lastIndexOf('~'));

async function usedHolders(ctx: Context, roomId: string, held: readonly string[]): Promise<Set<string>> {
  const elders = [...new Set(held.map(elderOf))];
  const [what, key = ''] = [roomId.slice(0, roomId.indexOf(':')), roomId.slice(roomId.indexOf(':') + 1)];
  if (what === 'keeper') {
    const kept = await ctx.store.readAll(assignments, elders, { without: LIGHT });
    return new Set(kept.filter(one => one.active && one.keeper === key).map(one => keeperHolder(one.id, one.round)));
  }
  const years = [Number(ctx.today.slice(0, 4)), Number(ctx.today.slice(0, 4)) + 1];
  const ids = years.flatMap(year => elders.map(elder => appointmentId(year, elder)));
  const booked = await ctx.store.readAll(appointments, ids, { without: LIGHT });
  const standing = booked.filter(one => one.status !== 'cancelled' && one.slotId === key);
  return new Set(standing.map(one => slotHolder(one.elderId, one.round)));
}

export const sweepHandlers: Sweeps = {
  async sweepWatches(_input, ctx) {
    let count = 0;
    for (let step = 0; step < STEPS; step++) {
      const found = await sweepStep(ctx);
      count += found;
      if (found < A_STEP) break;
    }
    return { due: count };
  },

  async sweepDevices(_input, ctx) {
    const page = await ctx.store.across(
      devices,
      { silentAt: _.lte(ctx.now) },
      { order: ['silentAt'], limit: A_STEP, without: LIGHT },
    );
    const silent = page.filter(device => isSilent(device, ctx.now));
    await inTens(silent, device => reportSilence(ctx.within(device.communityId), device));
    return { silent: silent.length };
  },

  async sweepHolds(_input, ctx) {
    await sweepTries(ctx.now);
    const rooms = await ctx.store.across(places, { closesAt: _.gt(ctx.now - DAY_MS) }, { without: LIGHT });
    let released = 0;
    for (const room of rooms.filter(({ id }) => /^(keeper|checkup):/.test(id)))
      released += await releaseUnused(ctx.within(room.communityId), room as unknown as Room);
    return { released };
  },
};
