/**
 * The way of a round: doors in walking order. Nearest door first, then crossings are taken out (2-opt). Where a building has a place on
 * the map, metres are measured; where it has none, the known order of buildings, units and floors stands for the distance.
 */
import type { Spot } from '../../types/canteen';
import type { Address, Community } from '../../types/directory';

/** `at`: the building's place on the map, from any door of it that has one. */
export type DoorAt = { id: string; building: number; unit: number; floor: number; room: string; at?: Spot };

/** Metres that stand for one building, one unit, one floor further, where the map says nothing. */
const A_BUILDING = 60;
const A_UNIT = 20;
const A_FLOOR = 8;
const METRES_A_DEGREE = 111_320;

/** Good to a metre within a quarter. */
export function metresBetween(a: Spot, b: Spot): number {
  const north = (a.lat - b.lat) * METRES_A_DEGREE;
  const east = (a.lng - b.lng) * METRES_A_DEGREE * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(north, east);
}

/** Down the stairs, over, up again; a neighbour on the same stairs needs only the floors between. */
export function walkBetween(a: DoorAt, b: DoorAt): number {
  const same = a.building === b.building;
  if (same && a.unit === b.unit) return Math.abs(a.floor - b.floor) * A_FLOOR + (a.room === b.room ? 0 : 1);
  const stairs = (a.floor + b.floor) * A_FLOOR;
  if (same) return stairs + Math.abs(a.unit - b.unit) * A_UNIT;
  if (a.at && b.at) return stairs + A_UNIT + metresBetween(a.at, b.at);
  return stairs + A_UNIT + Math.abs(a.building - b.building) * A_BUILDING;
}

const fromKitchen = (kitchen: Spot | undefined, door: DoorAt): number =>
  kitchen && door.at ? metresBetween(kitchen, door.at) + door.floor * A_FLOOR : door.building * A_BUILDING + door.floor * A_FLOOR;

/** The length of a way from the kitchen to the last door. */
export const lengthOf = (doors: readonly DoorAt[], kitchen?: Spot): number =>
  doors.reduce((sum, door, i) => sum + (i === 0 ? fromKitchen(kitchen, door) : walkBetween(doors[i - 1]!, door)), 0);

const byHouse = (a: DoorAt, b: DoorAt): number =>
  a.building - b.building ||
  a.unit - b.unit ||
  a.floor - b.floor ||
  (a.room < b.room ? -1 : a.room > b.room ? 1 : a.id < b.id ? -1 : 1);

function nearestFirst(doors: readonly DoorAt[], kitchen: Spot | undefined): DoorAt[] {
  const left = [...doors].sort(byHouse);
  const way: DoorAt[] = [];
  while (left.length > 0) {
    const last = way[way.length - 1];
    const far = (door: DoorAt): number => (last ? walkBetween(last, door) : fromKitchen(kitchen, door));
    let best = 0;
    for (let i = 1; i < left.length; i++) if (far(left[i]!) < far(left[best]!)) best = i;
    way.push(...left.splice(best, 1));
  }
  return way;
}

/** Shorter by more than rounding. */
const A_STEP = 0.5;
const PASSES = 30;

/** What turning round the stretch `from…to` saves: only its two ends change, for the way is as long in either direction. */
function savedBy(way: readonly DoorAt[], from: number, to: number, kitchen: Spot | undefined): number {
  const [first, last, next] = [way[from]!, way[to]!, way[to + 1]];
  const into = (door: DoorAt): number => (from === 0 ? fromKitchen(kitchen, door) : walkBetween(way[from - 1]!, door));
  const out = (door: DoorAt): number => (next ? walkBetween(door, next) : 0);
  return into(first) + out(last) - into(last) - out(first);
}

/** Turns round any stretch whose turning makes the way shorter, until none does. */
function untangled(way: readonly DoorAt[], kitchen: Spot | undefined): DoorAt[] {
  const best = [...way];
  for (let pass = 0, better = true; better && pass < PASSES; pass++) {
    better = false;
    for (let from = 0; from < best.length - 1; from++)
      for (let to = from + 1; to < best.length; to++)
        if (savedBy(best, from, to, kitchen) > A_STEP) {
          best.splice(from, to - from + 1, ...best.slice(from, to + 1).reverse());
          better = true;
        }
  }
  return best;
}

/** The doors in walking order; the same whatever order they are given in. */
export const walkOf = (doors: readonly DoorAt[], kitchen?: Spot): DoorAt[] => untangled(nearestFirst(doors, kitchen), kitchen);

/** Rounds of at most `most` doors, as even as can be, each in walking order: first the way through all, then cut. */
export function roundsOf(doors: readonly DoorAt[], most: number, kitchen?: Spot): DoorAt[][] {
  const way = walkOf(doors, kitchen);
  const count = Math.ceil(way.length / most);
  const cut = (n: number): number => Math.floor((n * way.length) / count);
  return Array.from({ length: count }, (_each, n) => walkOf(way.slice(cut(n), cut(n + 1)), kitchen));
}

/** `1203` is on the 12th floor, `501` on the 5th; a room without such a number counts as the ground floor. */
export const floorOf = (room: string): number => Number(/^(\d{1,2})\d{2}\b/.exec(room)?.[1] ?? 1);

/** Doors with their place in the known order of the tree, and each building's place on the map: the middle of its doors that have one. */
export function doorsOf(
  homes: readonly { id: string; address: Address; spot?: Spot }[],
  community: Pick<Community, 'buildings'>,
): DoorAt[] {
  const spots = new Map<string, Spot[]>();
  for (const { address, spot } of homes)
    if (spot) spots.set(address.buildingId, [...(spots.get(address.buildingId) ?? []), spot]);
  return homes.map(({ id, address }) => {
    const building = community.buildings.findIndex(each => each.id === address.buildingId);
    const unit = community.buildings[building]?.units.findIndex(each => each.id === address.unitId) ?? -1;
    const at = middleOf(spots.get(address.buildingId) ?? []);
    return {
      id,
      building: building + 1,
      unit: unit + 1,
      floor: floorOf(address.room),
      room: address.room,
      ...(at ? { at } : {}),
    };
  });
}

function middleOf(spots: readonly Spot[]): Spot | undefined {
  if (spots.length === 0) return undefined;
  const mean = (key: keyof Spot): number => spots.reduce((sum, spot) => sum + spot[key], 0) / spots.length;
  return { lat: mean('lat'), lng: mean('lng') };
}
