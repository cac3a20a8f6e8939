/** Codes at unit doors: which there are, a new one, the signs to put up. */
import type { SafetyContract } from '../../../types/safety';
import type { Context, HandlersOf } from '../../_shared/context';
import { communities } from '../../_shared/directory';
import { handOut } from '../../_shared/handout';
import { papers } from '../../_shared/papers';
import { LIGHT } from '../../_shared/store';
import { doorCodes } from '../collections';
import { newFigures, pathOfDoor } from '../doors';
import { newToken } from '../ids';
import { doorSignPaper } from '../papers';

type Doors = Pick<HandlersOf<SafetyContract>, 'doorCodes' | 'makeDoorCode' | 'doorSigns'>;

/** The units of a building, each with the code that counts at its door. */
async function doorsOf(ctx: Context, buildingId: string) {
  const [community, codes] = await Promise.all([
    ctx.store.read(communities, ctx.session.communityId),
    ctx.store.find(doorCodes, { active: true }, { without: LIGHT }),
  ]);
  const building = community?.buildings.find(({ id }) => id === buildingId);
  const units = (building?.units ?? []).map(({ id, name }) => {
    const code = codes.filter(({ unitId }) => unitId === id).sort((a, b) => b.madeAt - a.madeAt)[0];
    return { unitId: id, name, path: code && pathOfDoor(code.id), number: code?.number };
  });
  return { community, building, units };
}

export const doorHandlers: Doors = {
  async doorCodes({ buildingId }, ctx) {
    const { units } = await doorsOf(ctx, buildingId);
    return { units };
  },

  /** The new one and the end of the old ones at once: never two codes at one door. */
  async makeDoorCode({ unitId }, ctx) {
    await ctx.store.author.guard;
    const [community, old] = await Promise.all([
      ctx.store.read(communities, ctx.session.communityId),
      ctx.store.find(doorCodes, { unitId, active: true }),
    ]);
    if (!community?.buildings.some(({ units }) => units.some(({ id }) => id === unitId))) ctx.refuse('UNKNOWN_PLACE');
    const mine = old.find(({ history }) => history.some(({ requestId }) => requestId === ctx.store.author.requestId));
    if (mine) return { unitId, path: pathOfDoor(mine.id), number: mine.number };
    const [token, number] = [newToken(), newFigures()];
    await ctx.store.together(async tx => {
      for (const { id } of old) {
        const before = await tx.read(doorCodes, id);
        if (before?.active)
          await tx.write(doorCodes, id, { unitId, number: before.number, madeAt: before.madeAt, active: false }, before);
      }
      await tx.write(doorCodes, token, { unitId, number, madeAt: ctx.now, active: true }, undefined);
    });
    return { unitId, path: pathOfDoor(token), number };
  },

  async doorSigns({ buildingId }, ctx) {
    const [{ community, building, units }, press] = await Promise.all([doorsOf(ctx, buildingId), papers()]);
    if (!community || !building) return ctx.refuse('UNKNOWN_PLACE');
    const doors = units.flatMap(({ name, path, number }) =>
      path && number ? [{ name: `${building.name}${name}`, path, number }] : [],
    );
    if (doors.length === 0) return ctx.refuse('NO_DOOR_CODES');
    const made = await press.makePdf(doorSignPaper(community.name, doors));
    return { url: await handOut(ctx, 'pdf', made), name: `${building.name}单元门码.pdf` };
  },
};
