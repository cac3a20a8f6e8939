/** Dates of the check-up, for the desk. */
import type { SafetyContract } from '../../../types/safety';
import { yes } from '../../../types/verdict';
import type { HandlersOf } from '../../_shared/context';
import { newId } from '../../_shared/draft';
import { LIGHT } from '../../_shared/store';
import { withRoom } from '../checkUpViews';
import { slots } from '../collections';
import * as rules from '../rules/health';

export const slotHandlers: Pick<HandlersOf<SafetyContract>, 'slots' | 'saveSlot'> = {
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
};
