/** 外出报备 as other parts of the community tell it, and leaving for good: both reach standing orders. */
import type { Pattern } from '../../types/canteen';
import { PERIODS } from '../../types/canteen';
import { type EventOf, eventSchemas } from '../../types/events';
import { dayOf } from '../../types/time';
import type { Context } from '../_shared/context';
import { dinerStays, recipients, standingOrders } from './collections';
import { endedOn, patternIdOf, withStay } from './rulesOfStanding';

const patternIdsOf = (dinerId: string): string[] => PERIODS.map(period => patternIdOf(dinerId, period));

/** Every pattern of this diner, written anew; those that `change` leaves out stay as they are. */
async function eachPattern(ctx: Context, dinerId: string, change: (pattern: Pattern) => Pattern | undefined): Promise<void> {
  const known = await ctx.store.readAll(standingOrders, patternIdsOf(dinerId));
  await Promise.all(
    known.map(({ id }) =>
      ctx.store.draft(standingOrders, id, { quiet: true }).save(pattern => {
        const doc = pattern && change(pattern);
        return doc && { doc };
      }),
    ),
  );
}

/** Their orders are looked at once more. */
export const stir = (ctx: Context, dinerId: string): Promise<void> =>
  eachPattern(ctx, dinerId, pattern => (pattern.status === 'active' ? { ...pattern, dueAt: ctx.now } : undefined));

type Told = EventOf<'absence.recorded'> | EventOf<'absence.ended'>;

/** First what is known of the absence, then the patterns: told twice, the second changes nothing. */
async function stay(ctx: Context, told: Told): Promise<void> {
  const { absenceId, residentId } = told;
  const today = dayOf(ctx.now);
  const saved = await ctx.store.draft(dinerStays, residentId, { quiet: true }).save(current => {
    const stays = current?.stays ?? [];
    const known = stays.find(({ id }) => id === absenceId);
    if ('on' in told) return known && { doc: { stays: withStay(stays, endedOn(known, told.on), today) } };
    return { doc: { stays: withStay(stays, { id: absenceId, from: told.from, to: told.to }, today) } };
  });
  if (saved) await stir(ctx, residentId);
}

/** @returns whether this was an event about an absence. */
export async function hearStay(ctx: Context, name: string, payload: unknown): Promise<boolean> {
  if (name === 'absence.recorded') await stay(ctx, eventSchemas[name].parse(payload));
  else if (name === 'absence.ended') {
    const told = eventSchemas[name].parse(payload);
    if (await ctx.store.read(dinerStays, told.residentId)) await stay(ctx, told);
  } else return false;
  return true;
}

/** Gone for good: nothing is ordered or brought any more; of who asked for erasure nothing stays. */
export async function leaveStanding(ctx: Context, dinerId: string, erased: boolean): Promise<void> {
  if (erased) {
    await ctx.store.together(async tx => {
      for (const id of patternIdsOf(dinerId)) await tx.remove(standingOrders, id);
      await tx.remove(recipients, dinerId);
      await tx.remove(dinerStays, dinerId);
    });
    return;
  }
  await eachPattern(ctx, dinerId, pattern =>
    pattern.status === 'ended' ? undefined : { ...pattern, status: 'ended', revision: pattern.revision + 1, dueAt: ctx.now },
  );
  const granted = await ctx.store.read(recipients, dinerId);
  if (granted?.granted || granted?.asked)
    await ctx.store.draft(recipients, dinerId, { quiet: true }).save(current => {
      if (!current) return undefined;
      const { granted: _granted, asked: _asked, ...rest } = current;
      return { doc: rest };
    });
}
