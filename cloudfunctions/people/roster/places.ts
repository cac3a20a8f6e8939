/** Grids, buildings and units as a roster names them. Pure. */
import type { Community } from '../../../types/directory';
import type { RosterColumn } from '../../../types/roster';

export type PlaceName = { grid: string; building: string; unit: string };
export type Tree = Pick<Community, 'grids' | 'buildings'>;
export type Found = { ok: true; unitId: string } | { ok: false; column: RosterColumn; text: string };
/** The id that a new place will have, from its names, so that rows can name it before it exists. */
export type IdFor = (kind: 'g' | 'b' | 'u', ...names: string[]) => string;

/** Names as the tree has them: a bare number is completed, `3` → `3号楼`, `2` → `2单元`. */
export function placeName(grid: string, building: string, unit: string): PlaceName {
  const plain = [grid, building, unit].map(text => text.replace(/\s/g, '')) as [string, string, string];
  return { grid: complete(plain[0], '网格'), building: complete(plain[1], '号楼'), unit: complete(plain[2], '单元') };
}

const complete = (text: string, ending: string): string => (/^\d+$/.test(text) ? `${text}${ending}` : text);

/** 3号楼, 3栋 and 3幢 are one building; 2单元 and 2门 one unit. */
const bareBuilding = (name: string): string => name.replace(/(号楼|栋|幢|座|楼)$/, '');
const bareUnit = (name: string): string => name.replace(/(单元|门)$/, '');

const buildingOf = (tree: Tree, name: string) =>
  tree.buildings.find(building => bareBuilding(building.name) === bareBuilding(name));
const unitOf = (building: Tree['buildings'][number] | undefined, name: string) =>
  building?.units.find(unit => bareUnit(unit.name) === bareUnit(name));

/** Answers with the unit of the tree. What is missing is remembered and, where the tree may grow, grows at once. */
export class PlaceFinder {
  private readonly answers = new Map<string, Found>();
  private readonly absent: PlaceName[] = [];

  constructor(
    private tree: Tree,
    /** Undefined: the tree does not grow, and an unknown place is an error. */
    private readonly idFor: IdFor | undefined,
  ) {}

  find(name: PlaceName): Found {
    const key = `${name.grid}\u0001${name.building}\u0001${name.unit}`;
    const known = this.answers.get(key) ?? this.look(name);
    this.answers.set(key, known);
    return known;
  }

  /** Units that the file names and the tree had not. */
  missing = (): PlaceName[] => this.absent;

  private look(name: PlaceName): Found {
    const building = buildingOf(this.tree, name.building);
    const grid = this.tree.grids.find(candidate => candidate.id === building?.gridId);
    if (building && grid && grid.name !== name.grid) {
      return { ok: false, column: 'grid', text: `“${building.name}”属于“${grid.name}”，不是“${name.grid}”，请核对。` };
    }
    const unit = unitOf(building, name.unit);
    if (unit) return { ok: true, unitId: unit.id };
    this.absent.push(name);
    if (!this.idFor) {
      const text = building ? `“${building.name}”没有“${name.unit}”` : `社区里没有“${name.building}”`;
      return { ok: false, column: building ? 'unit' : 'building', text: `${text}。请先建好楼栋，或勾选“按名单新建楼栋”。` };
    }
    this.tree = grow(this.tree, [name], this.idFor);
    return { ok: true, unitId: unitOf(buildingOf(this.tree, name.building), name.unit)!.id };
  }
}

/** The tree with the new places in it. The same names in the same order give the same ids. */
export function grow(tree: Tree, names: readonly PlaceName[], idFor: IdFor): Tree {
  const grids = [...tree.grids];
  const buildings = tree.buildings.map(building => ({ ...building, units: [...building.units] }));
  for (const name of names) {
    let grid = grids.find(candidate => candidate.name === name.grid);
    if (!grid) {
      grid = { id: idFor('g', name.grid), name: name.grid };
      grids.push(grid);
    }
    let building = buildingOf({ grids, buildings }, name.building);
    if (!building) {
      building = { id: idFor('b', name.building), name: name.building, gridId: grid.id, units: [] };
      buildings.push(building);
    }
    if (!unitOf(building, name.unit)) building.units.push({ id: idFor('u', building.name, name.unit), name: name.unit });
  }
  return { grids, buildings };
}

/** Where each unit of the tree is. */
export const unitPlaces = (tree: Tree): Map<string, { gridId: string; buildingId: string }> =>
  new Map(tree.buildings.flatMap(({ id, gridId, units }) => units.map(unit => [unit.id, { gridId, buildingId: id }])));

/** Has the tree grown by these very places already, by an earlier attempt of the same import? */
export const isGrown = (tree: Tree, names: readonly PlaceName[], idFor: IdFor): boolean =>
  names.every(name => {
    const building = buildingOf(tree, name.building);
    const unit = unitOf(building, name.unit);
    return building !== undefined && unit !== undefined && unit.id === idFor('u', building.name, unit.name);
  });
