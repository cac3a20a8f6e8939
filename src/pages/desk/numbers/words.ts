import type { Numbers } from '../../../../types/canteen';

/** 60–69 岁, 90 岁以上, 60 岁以下 */
export function bandText({ from, to }: Numbers['ages'][number]): string {
  if (to === undefined) return `${from} 岁以上`;
  return from === 0 ? `${to + 1} 岁以下` : `${from}–${to} 岁`;
}
