import type { TreeData } from '../people/Tree';
import type { Names } from './audienceText';
import type { Groups } from './queries';

/** What places and groups are called here; what is gone from the tree is named so. */
export function namesOf(tree: Pick<TreeData, 'grids' | 'buildings'>, groups: Groups): Names {
  const places = new Map<string, string>();
  for (const grid of tree.grids) places.set(`grid ${grid.id}`, grid.name);
  for (const building of tree.buildings) {
    places.set(`building ${building.id}`, building.name);
    for (const unit of building.units) places.set(`unit ${unit.id}`, `${building.name}${unit.name}`);
  }
  return {
    place: (kind, id) => places.get(`${kind} ${id}`) ?? '已拆分的楼栋',
    group: id => groups.find(group => group.id === id)?.name ?? '已解散的分组',
  };
}
