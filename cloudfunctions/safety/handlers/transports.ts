/** 轮椅接送 to the check-up and home. */
import type { SafetyContract } from '../../../types/safety';
import { addressText } from '../../../types/words';
import type { HandlersOf } from '../../_shared/context';
import { _ } from '../../_shared/database';
import { communities, residents } from '../../_shared/directory';
import { LIGHT } from '../../_shared/store';
import { appointmentView as view } from '../checkUpViews';
import { appointments, slots } from '../collections';
import * as rules from '../rules/health';
import { isStaffOf } from '../rules/who';

type Transports = Pick<HandlersOf<SafetyContract>, 'transports' | 'takeTransport' | 'finishTransport'>;

export const transportHandlers: Transports = {
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
