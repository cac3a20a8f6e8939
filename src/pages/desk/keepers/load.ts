/** The map of load, counted. */
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';

type Data = Pick<OutputOf<SafetyContract, 'keepers'>, 'keepers' | 'most'>;

/** How many elders are kept, and how many keepers can take nobody any more. */
export const loadOf = ({ keepers, most }: Data): { kept: number; busy: number } => ({
  kept: keepers.reduce((sum, { load }) => sum + load, 0),
  busy: keepers.filter(({ load }) => load >= most).length,
});

/** Who can take one more, the least loaded first; names break the tie, so that the order does not jump. */
export const takers = <K extends Data['keepers'][number]>(keepers: readonly K[], now?: string): K[] =>
  keepers
    .filter(({ account, may }) => account !== now && may.assign.ok)
    .sort((a, b) => a.load - b.load || (a.name < b.name ? -1 : 1));

/** Where the elders without a keeper live, the most first: whom to ask for help next. */
export function unkeptByBuilding(unkept: readonly { building: string }[]): { building: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { building } of unkept) counts.set(building, (counts.get(building) ?? 0) + 1);
  return [...counts].map(([building, count]) => ({ building, count })).sort((a, b) => b.count - a.count);
}
