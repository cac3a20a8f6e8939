/** The tree while it is being changed. `key` names a line on the screen, also before the cloud has given it an id. */
import type { InputOf } from '../../../../types/contract';
import type { PeopleContract } from '../../../../types/people';
import type { TreeData } from '../people/Tree';

export interface Line {
  key: string;
  /** Absent: new. */
  id?: string;
  name: string;
}
export interface BuildingLine extends Line {
  gridKey: string;
  units: readonly Line[];
}
export interface TreeDraft {
  /** Of the tree that is being changed. */
  stamp: string;
  grids: readonly Line[];
  buildings: readonly BuildingLine[];
}
type Shape = Pick<TreeData, 'stamp' | 'grids' | 'buildings'>;

let made = 0;
const newKey = (): string => `new${++made}`;

const lineOf = ({ id, name }: { id: string; name: string }): Line => ({ key: id, id, name });

export const draftOf = ({ stamp, grids, buildings }: Shape): TreeDraft => ({
  stamp,
  grids: grids.map(lineOf),
  buildings: buildings.map(each => ({ ...lineOf(each), gridKey: each.gridId, units: each.units.map(lineOf) })),
});

/** `4号楼` after `3号楼`: the next number that nobody has, as this community writes it. */
export function nextName(names: readonly string[], usual: string): string {
  const numbered = names.flatMap(name => /^(\D*)(\d+)(\D*)$/.exec(name) ?? []).slice(-3);
  const highest = Math.max(0, ...names.map(name => Number(/\d+/.exec(name)?.[0] ?? 0)));
  return numbered.length === 3 ? `${numbered[0]}${highest + 1}${numbered[2]}` : `${highest + 1}${usual}`;
}

const namesOf = (lines: readonly Line[]) => lines.map(each => each.name);

export const newUnit = (building: BuildingLine): BuildingLine => ({
  ...building,
  units: [...building.units, { key: newKey(), name: nextName(namesOf(building.units), '单元') }],
});

/** A building starts with one unit, because residents live in units. */
export function newBuilding(draft: TreeDraft, gridKey: string): { draft: TreeDraft; key: string } {
  const key = newKey();
  const building = newUnit({ key, name: nextName(namesOf(draft.buildings), '号楼'), gridKey, units: [] });
  return { draft: { ...draft, buildings: [...draft.buildings, building] }, key };
}

export const newGrid = (draft: TreeDraft): TreeDraft => ({
  ...draft,
  grids: [...draft.grids, { key: newKey(), name: nextName(namesOf(draft.grids), '网格') }],
});

/** What was typed and cannot be sent, by the key of the line. The cloud judges the rest. */
export function wrongIn({ grids, buildings }: TreeDraft): Record<string, string> {
  const lines = [...grids, ...buildings, ...buildings.flatMap(each => each.units)];
  return Object.fromEntries(lines.filter(each => each.name.trim() === '').map(each => [each.key, '请写名字，或删掉这一行']));
}

const sent = ({ id, name }: Line) => ({ ...(id ? { id } : {}), name: name.trim() });

export function inputOf({ stamp, grids, buildings }: TreeDraft): InputOf<PeopleContract, 'saveTree'> {
  const gridName = new Map(grids.map(grid => [grid.key, grid.name.trim()]));
  return {
    stamp,
    grids: grids.map(sent),
    buildings: buildings.map(each => ({ ...sent(each), grid: gridName.get(each.gridKey) ?? '', units: each.units.map(sent) })),
  };
}
