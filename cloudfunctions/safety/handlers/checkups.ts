/** 体检: whose is due, dates with places, appointments, wheelchair transport. */

import type { Resident } from '../../../types/directory';
import type { Appointment, Slot } from '../../../types/health';
import type { AppointmentView, SafetyContract, SlotView } from '../../../types/safety';
import { ageOn } from '../../../types/time';
import { type Verdict, yes } from '../../../types/verdict';
import { addressText, maskPhone } from '../../../types/words';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { newId } from '../../_shared/draft';
import { places } from '../../_shared/places';
import { LIGHT } from '../../_shared/store';
import { appointments, slots } from '../collections';
import * as rules from '../rules/health';
import { canActFor, isStaffOf } from '../rules/who';
import { settingsOf } from '../settings';

type CheckUps = Pick<
  HandlersOf<SafetyContract>,
  | 'checkUpDue'
  | 'checkUp'
  | 'slots'
  | 'saveSlot'
  | 'bookCheckUp'
  | 'cancelCheckUp'
  | 'transports'
  | 'takeTransport'
  | 'finishTransport'
>;
const PAGE = 100;

type Room = { left: number };
async function withRoom(
  ctx: Context,
  all: readonly Stored<Slot>[],
  book: (slot: Stored<Slot>) => Verdict<string>,
): Promise<SlotView[]> {
  const rooms = await ctx.store.readAll(
    places,
    all.map(({ id }) => rules.slotPlaces(id)),
    { without: [...LIGHT, 'holders'] },
  );
  const left = new Map(rooms.map(room => [room.id, (room as unknown as Room).left]));
  return all.map(slot => ({ ...slot, left: Math.max(0, left.get(rules.slotPlaces(slot.id)) ?? 0), may: { book: book(slot) } }));
}

function view(ctx: Context, appointment: Stored<Appointment>, slot: Slot | undefined, addressOf?: string): AppointmentView {
  const { id, year, elderId, elderName, slotId, day, status, transport, driver } = appointment;
  const where = { from: slot?.from ?? (0 as never), to: slot?.to ?? (0 as never), place: slot?.place ?? '' };
  return {
    ...{ id, year, elderId, elderName, slotId, day, status, transport, ...where },
    driverName: driver?.name,
    addressText: addressOf,
    may: {
      cancel: rules.canCancel(appointment),
      takeTransport: rules.canTakeTransport(appointment),
      finishTransport: rules.canFinishTransport(appointment, ctx.session.accountId),
    },
  };
}

const yearOf = (ctx: Context): number => Number(ctx.today.slice(0, 4));

export const checkUpHandlers: CheckUps = {
  async checkUpDue({ year, after }, ctx) {
    const { checkUpAge } = await settingsOf(ctx.store);
    const from = after ? { _id: _.gt(ctx.store.fullId(residents, after)) } : {};
    const old = { status: 'living', birthDate: _.lte(rules.bornBy(year, checkUpAge)), ...from };
    const [page, community, booked] = await Promise.all([
      ctx.store.find(residents, old, { limit: PAGE, without: [...LIGHT, 'family'] }),
      ctx.store.read(communities, ctx.session.communityId),
      ctx.store.find(
        appointments,
        { year, ...(after ? { elderId: _.gt(after) } : {}) },
        { order: ['elderId'], limit: 1000, without: LIGHT },
      ),
    ]);
    const known = new Map(booked.map(one => [one.elderId, one]));
    const due = page
      .filter(({ id, address }) => isStaffOf(ctx.session, address) && known.get(id)?.status !== 'done')
      .map(elder => {
        const one = known.get(elder.id);
        return {
          elderId: elder.id,
          name: elder.name,
          age: ageOn(elder.birthDate, ctx.today),
          addressText: addressText(elder.address, community),
          phone: elder.phone && maskPhone(elder.phone),
          appointment: one && { id: one.id, day: one.day, status: one.status },
        };
      });
    due.sort((a, b) => Number(Boolean(a.appointment)) - Number(Boolean(b.appointment)));
    return { due, next: page.length === PAGE ? page[PAGE - 1]?.id : undefined };
  },

  async checkUp({ elderId }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const year = yearOf(ctx);
    const [elder, coming, appointment, settings] = await Promise.all([
      ctx.store.need(residents, id),
      ctx.store.find(slots, { year, day: _.gte(ctx.today) }, { order: ['day'], limit: 60, without: LIGHT }),
      ctx.store.read(appointments, rules.appointmentId(year, id)),
      settingsOf(ctx.store),
    ]);
    ctx.insist(canActFor(ctx.session, elder));
    const due = rules.ageInYear(elder.birthDate, year) >= settings.checkUpAge && appointment?.status !== 'done';
    const open = coming.filter(slot => slot.open || slot.id === appointment?.slotId);
    const shown = await withRoom(ctx, open, slot => rules.canBook(slot, appointment, ctx.now));
    const slot = open.find(one => one.id === appointment?.slotId);
    return { due, slots: shown, appointment: appointment && view(ctx, appointment, slot) };
  },

  async slots({ year }, ctx) {
    const all = await ctx.store.find(slots, { year }, { order: ['day'], limit: 300, without: LIGHT });
    return { slots: await withRoom(ctx, all, () => yes) };
  },

  async saveSlot({ id, ...slot }, ctx) {
    if (slot.day < ctx.today || Number(slot.day.slice(0, 4)) !== slot.year) ctx.refuse('PAST_DAY', { day: slot.day });
    if (slot.from >= slot.to) ctx.refuse('WINDOW_BACKWARDS');
    const slotId = id ?? `s-${ctx.store.author.requestId.replace(/[^A-Za-z0-9]/g, '').slice(-24) || newId('s')}`;
    const draft = ctx.store.draft(slots, slotId, { quiet: true });
    await ctx.store.author.guard;
    if (id) await ctx.store.need(slots, id);
    await ctx.places.open(rules.slotPlaces(slotId), slot.capacity, rules.slotCloses(slot));
    const saved = await draft.save(() => ({ doc: slot }));
    const [shown] = await withRoom(ctx, [saved], () => yes);
    return shown ?? ctx.refuse('NOT_FOUND');
  },

  async bookCheckUp({ elderId, slotId, wheelchair }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const slot = await ctx.store.need(slots, slotId);
    const draft = ctx.store.draft(appointments, rules.appointmentId(slot.year, id), { quiet: true });
    const [elder, settings] = await Promise.all([ctx.store.need(residents, id), settingsOf(ctx.store), ctx.store.author.guard]);
    ctx.insist(canActFor(ctx.session, elder));
    if (rules.ageInYear(elder.birthDate, slot.year) < settings.checkUpAge) ctx.refuse('TOO_YOUNG', { age: settings.checkUpAge });
    const saved = await draft.save(async current => {
      ctx.insist(rules.canBook(slot, current, ctx.now));
      const round = (current?.round ?? 0) + 1;
      const claim = await ctx.places.claim(rules.slotPlaces(slotId), rules.slotHolder(id, round), 1);
      if (claim.taken === 'no') ctx.refuse(claim.why === 'full' ? 'SOLD_OUT' : 'SLOT_CLOSED');
      return { doc: appointmentOf(slot, elder, slotId, round, wheelchair, ctx.session.accountId), onBehalfOf: id };
    });
    return view(ctx, saved, slot);
  },

  async cancelCheckUp({ id }, ctx) {
    const elderId = id.slice(id.indexOf('~') + 1);
    const draft = ctx.store.draft(appointments, id, { quiet: true });
    const [elder, before] = await Promise.all([ctx.store.need(residents, elderId), draft.current()]);
    ctx.insist(canActFor(ctx.session, elder));
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(rules.canCancel(current));
      const { driver: _driver, ...rest } = current;
      return { doc: { ...rest, status: 'cancelled' as const, transport: 'none' as const }, onBehalfOf: elderId };
    });
    if (before) await ctx.places.release(rules.slotPlaces(before.slotId), rules.slotHolder(elderId, before.round), 1);
    return view(ctx, saved, await ctx.store.read(slots, saved.slotId));
  },

  async transports(_input, ctx) {
    const wanted = { transport: _.in(['asked', 'taken']), day: _.gte(ctx.today) };
    const [all, community] = await Promise.all([
      ctx.store.find(appointments, wanted, { order: ['day'], limit: 200, without: LIGHT }),
      ctx.store.read(communities, ctx.session.communityId),
    ]);
    const [elders, dates] = await Promise.all([
      ctx.store.readAll(
        residents,
        all.map(({ elderId }) => elderId),
        { without: [...LIGHT, 'family'] },
      ),
      ctx.store.readAll(slots, [...new Set(all.map(({ slotId }) => slotId))], { without: LIGHT }),
    ]);
    const transports = all.flatMap(one => {
      const elder = elders.find(({ id }) => id === one.elderId);
      if (!elder || !isStaffOf(ctx.session, elder.address)) return [];
      return [
        view(
          ctx,
          one,
          dates.find(({ id }) => id === one.slotId),
          addressText(elder.address, community),
        ),
      ];
    });
    return { transports };
  },

  async takeTransport({ id }, ctx) {
    const saved = await ctx.store.draft(appointments, id, { quiet: true }).save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(rules.canTakeTransport(current));
      const driver = { account: ctx.session.accountId, name: ctx.session.name };
      return { doc: { ...current, transport: 'taken' as const, driver } };
    });
    return view(ctx, saved, await ctx.store.read(slots, saved.slotId));
  },

  async finishTransport({ id }, ctx) {
    const saved = await ctx.store.draft(appointments, id, { quiet: true }).save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      ctx.insist(rules.canFinishTransport(current, ctx.session.accountId));
      return { doc: { ...current, transport: 'done' as const } };
    });
    return view(ctx, saved, await ctx.store.read(slots, saved.slotId));
  },
};

const appointmentOf = (
  slot: Slot,
  elder: Stored<Resident>,
  slotId: string,
  round: number,
  wheelchair: boolean,
  bookedBy: string,
): Appointment => ({
  year: slot.year,
  elderId: elder.id,
  elderName: elder.name,
  slotId,
  day: slot.day,
  status: 'booked',
  round,
  transport: wheelchair ? 'asked' : 'none',
  bookedBy,
});
