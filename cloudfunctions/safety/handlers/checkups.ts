/** 体检 of one elder: what is still to come, booking, cancelling. */
import type { Resident } from '../../../types/directory';
import type { Appointment, Slot } from '../../../types/health';
import type { SafetyContract } from '../../../types/safety';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { appointmentView, withRoom } from '../checkUpViews';
import { appointments, slots } from '../collections';
import * as rules from '../rules/health';
import { canActFor } from '../rules/who';
import { settingsOf } from '../settings';

const yearOf = (ctx: Context): number => Number(ctx.today.slice(0, 4));

export const checkUpHandlers: Pick<HandlersOf<SafetyContract>, 'checkUp' | 'bookCheckUp' | 'cancelCheckUp'> = {
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
    const due = rules.isDue(elder.birthDate, year, settings.checkUpAge, appointment);
    const open = coming.filter(slot => slot.open || slot.id === appointment?.slotId);
    const shown = await withRoom(ctx, open, slot => rules.canBook(slot, appointment, ctx.now));
    const slot = open.find(one => one.id === appointment?.slotId);
    return { due, slots: shown, appointment: appointment && appointmentView(ctx, appointment, slot) };
  },

  async bookCheckUp({ elderId, slotId, wheelchair }, ctx) {
    const id = elderId ?? ctx.session.residentId;
    if (!id) return ctx.refuse('NOT_A_RESIDENT');
    const thisYear = yearOf(ctx);
    const open = (year: number) => ctx.store.draft(appointments, rules.appointmentId(year, id), { quiet: true });
    // Nearly every date is of this year: its record is read beside the date itself.
    const early = open(thisYear);
    const [slot, elder, settings] = await Promise.all([
      ctx.store.need(slots, slotId),
      ctx.store.need(residents, id),
      settingsOf(ctx.store),
      ctx.store.author.guard,
    ]);
    const draft = slot.year === thisYear ? early : open(slot.year);
    ctx.insist(canActFor(ctx.session, elder));
    if (rules.ageInYear(elder.birthDate, slot.year) < settings.checkUpAge) ctx.refuse('TOO_YOUNG', { age: settings.checkUpAge });
    const saved = await draft.save(async current => {
      ctx.insist(rules.canBook(slot, current, ctx.now));
      const round = (current?.round ?? 0) + 1;
      const claim = await ctx.places.claim(rules.slotPlaces(slotId), rules.slotHolder(id, round), 1);
      if (claim.taken === 'no') ctx.refuse(claim.why === 'full' ? 'SOLD_OUT' : 'SLOT_CLOSED');
      return { doc: appointmentOf(slot, elder, slotId, round, wheelchair, ctx.session.accountId), onBehalfOf: id };
    });
    return appointmentView(ctx, saved, slot);
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
    return appointmentView(ctx, saved, await ctx.store.read(slots, saved.slotId));
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
