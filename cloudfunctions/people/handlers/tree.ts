/** Grids, buildings, units. The tree is one document, the community's. */
import { createHash } from 'node:crypto';
import type { Community } from '../../../types/directory';
import type { PeopleContract, TreeIn } from '../../../types/people';
import type { Stored } from '../../_shared/collection';
import type { Context, HandlersOf } from '../../_shared/context';
import { _, db } from '../../_shared/database';
import { newId } from '../../_shared/draft';
import { isStaff } from '../../_shared/session';
import { communities, residents } from '../collections';
import { treeAgrees, unitsRemoved } from '../rules';

type Tree = Pick<HandlersOf<PeopleContract>, 'tree' | 'saveTree' | 'saveCommunity'>;
type Shape = Pick<Community, 'grids' | 'buildings'>;

const MOST_UNITS = 10_000;

export const treeHandlers: Tree = {
  async tree(_input, ctx) {
    const { communityId } = ctx.session;
    if (!communityId) ctx.refuse('NOT_FOUND');
    const [community, counts] = await Promise.all([
      ctx.store.need(communities, communityId),
      isStaff(ctx.session) ? livingByUnit(communityId) : {},
    ]);
    const { id, name, phone, address, grids, buildings } = community;
    return { stamp: stampOf(community), community: { id, name, phone, address }, grids, buildings, residents: counts };
  },

  async saveTree(tree, ctx) {
    ctx.insist(treeAgrees(tree));
    const draft = ctx.store.draft(communities, ctx.session.communityId, { quiet: true });
    const before = await draft.current();
    if (!before) return ctx.refuse('NOT_FOUND');
    const after = shapeOf(tree, before);
    await refuseRemovingHomes(before, after, ctx);
    await ctx.store.author.guard;
    const asSeen = (current: Shape): boolean => stampOf(current) === tree.stamp;
    // Residents first: should the tree then not be saved, it still shows the old grid and the same deed repairs both.
    if (asSeen(before)) await moveToGrids(before, after, ctx.session.communityId);
    const saved = await draft.save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      if (!asSeen(current)) return ctx.refuse('TREE_CHANGED');
      return { doc: { ...current, ...after } };
    });
    return { stamp: stampOf(saved), grids: saved.grids, buildings: saved.buildings };
  },

  async saveCommunity(fields, ctx) {
    const saved = await ctx.store.draft(communities, ctx.session.communityId, { quiet: true }).save(current => {
      if (!current) return ctx.refuse('NOT_FOUND');
      return { doc: { ...current, ...fields } };
    });
    return { id: saved.id, name: saved.name, phone: saved.phone, address: saved.address };
  },
};

/** The same for the same tree, whatever else of the community changes. */
const stampOf = ({ grids, buildings }: Shape): string =>
  createHash('sha256')
    .update(JSON.stringify([grids, buildings]))
    .digest('base64url')
    .slice(0, 16);

/** Counted by the database, one row a unit. */
async function livingByUnit(communityId: string): Promise<Record<string, number>> {
  const { data } = await db()
    .collection(residents.name)
    .aggregate()
    .match({ communityId, status: 'living' })
    .group({ _id: '$address.unitId', count: _.aggregate.sum(1) })
    .limit(MOST_UNITS)
    .end();
  return Object.fromEntries((data as { _id: string; count: number }[]).map(({ _id, count }) => [_id, count]));
}

/** The tree with ids: an id that was given is kept, a name that is known keeps its id, what is new gets one. */
function shapeOf(tree: TreeIn, before: Shape): Shape {
  const grids = tree.grids.map(grid => ({ id: idOf(grid, before.grids, 'g'), name: grid.name }));
  const buildings = tree.buildings.map(building => {
    const id = idOf(building, before.buildings, 'b');
    const known = before.buildings.find(candidate => candidate.id === id);
    const units = building.units.map(unit => ({ id: idOf(unit, known?.units ?? [], 'u'), name: unit.name }));
    return { id, name: building.name, gridId: grids.find(grid => grid.name === building.grid)?.id ?? '', units };
  });
  return { grids, buildings };
}

function idOf(item: { id?: string; name: string }, known: readonly { id: string; name: string }[], prefix: string): string {
  const same = known.find(candidate => (item.id ? candidate.id === item.id : candidate.name === item.name));
  return same?.id ?? newId(prefix);
}

async function refuseRemovingHomes(before: Stored<Community>, after: Shape, ctx: Context<'PLACE_HAS_RESIDENTS'>): Promise<void> {
  const removed = unitsRemoved(before, after);
  if (removed.length === 0) return;
  const [someone] = await ctx.store.find(residents, { 'address.unitId': _.in(removed), status: 'living' }, { limit: 1 });
  const place = before.buildings.find(building => building.id === someone?.address.buildingId);
  if (someone) ctx.refuse('PLACE_HAS_RESIDENTS', { name: place?.name ?? '' });
}

/** A building that goes to another grid takes its residents along. */
async function moveToGrids(before: Shape, after: Shape, communityId: string): Promise<void> {
  const was = new Map(before.buildings.map(building => [building.id, building.gridId]));
  const moved = after.buildings.filter(building => was.has(building.id) && was.get(building.id) !== building.gridId);
  await Promise.all(
    moved.map(({ id, gridId }) =>
      db()
        .collection(residents.name)
        .where({ communityId, 'address.buildingId': id, 'address.gridId': _.neq(gridId) })
        .update({ 'address.gridId': gridId, version: _.inc(1) }),
    ),
  );
}
