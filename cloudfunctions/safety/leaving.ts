/** A resident who moved away, died or asked for erasure: nobody waits, nobody keeps, codes open nothing; erased, the names go. */
import type { Context } from '../_shared/context';
import {
  alerts,
  appointments,
  assignments,
  consents,
  devices,
  healthFiles,
  healthReads,
  returnCodes,
  visits,
  watches,
} from './collections';
import { inTens } from './inTens';
import { keeperHolder, keeperPlaces } from './rules/keeping';

const GONE = '已注销';

export async function leave(ctx: Context, residentId: string, erased: boolean): Promise<void> {
  const codes = ctx.store.find(returnCodes, { communityId: ctx.store.communityId, elderId: residentId });
  const owned = ctx.store.find(devices, { elderId: residentId });
  await Promise.all([endWatch(ctx, residentId, erased), endKeeping(ctx, residentId, erased)]);
  await inTens(await codes, async ({ id }) => {
    await ctx.store
      .draft(returnCodes, id, { quiet: true })
      .save(code => (code && code.revokedAt === undefined ? { doc: { ...code, revokedAt: ctx.now } } : undefined));
  });
  await inTens(await owned, async ({ id }) => {
    await ctx.store.draft(devices, id, { quiet: true }).save(device => {
      if (!device?.elderId) return undefined;
      const { elderId: _elder, elderName: _name, address: _address, silentAt: _at, ...rest } = device;
      return { doc: { ...rest, active: false, silent: false } };
    });
  });
  if (erased) await eraseNames(ctx, residentId);
}

async function endWatch(ctx: Context, id: string, erased: boolean): Promise<void> {
  const draft = ctx.store.draft(watches, id, { quiet: true });
  if (!(await draft.current())) return;
  await draft.save(watch => {
    if (!watch || (!watch.on && watch.name === GONE)) return undefined;
    const { dueAt: _dueAt, ...rest } = watch;
    if (!erased) return { doc: { ...rest, on: false } };
    const { proposal: _proposal, ...bare } = rest;
    return { doc: { ...bare, on: false, name: GONE, familyOrder: [] } };
  });
}

async function endKeeping(ctx: Context, id: string, erased: boolean): Promise<void> {
  const draft = ctx.store.draft(assignments, id, { quiet: true });
  if (!(await draft.current())) return;
  const saved = await draft.save(one => one && { doc: { ...one, active: false, ...(erased ? { elderName: GONE } : {}) } });
  await ctx.places.release(keeperPlaces(saved.keeper), keeperHolder(id, saved.round), 1);
}

/** The figures of the month stay, the person goes: names, timelines, notes, the health file. */
async function eraseNames(ctx: Context, residentId: string): Promise<void> {
  const [past, seen, read, checkUps] = await Promise.all([
    ctx.store.findAll(alerts, { subjectId: residentId }),
    ctx.store.findAll(visits, { elderId: residentId }),
    ctx.store.findAll(healthReads, { elderId: residentId }),
    ctx.store.findAll(appointments, { elderId: residentId }),
  ]);
  await inTens(past, async ({ id }) => {
    await ctx.store.draft(alerts, id, { quiet: true }).save(alert => {
      if (!alert || alert.subjectName === GONE) return undefined;
      const { place: _place, photo: _photo, note: _note, address: _address, callback: _callback, ...rest } = alert;
      return { doc: { ...rest, subjectName: GONE, facts: [], timeline: [], paged: [] } };
    });
  });
  await inTens(seen, async ({ id }) => {
    await ctx.store.draft(visits, id, { quiet: true }).save(visit => {
      if (!visit || visit.elderName === GONE) return undefined;
      const { note: _note, ...rest } = visit;
      return { doc: { ...rest, elderName: GONE } };
    });
  });
  await inTens(checkUps, async ({ id }) => {
    await ctx.store
      .draft(appointments, id, { quiet: true })
      .save(one => (one && one.elderName !== GONE ? { doc: { ...one, elderName: GONE } } : undefined));
  });
  await ctx.store.together(async tx => {
    await tx.remove(healthFiles, residentId);
    await tx.remove(consents, residentId);
    for (const { id } of read.slice(0, 50)) await tx.remove(healthReads, id);
  });
}
