/** What an elder lets a relative see, in words. */
import type { Sees } from '../../../types/watch';

export const SEE_TEXT: Record<keyof Sees, string> = { meals: '订餐', signs: '平安信号', alerts: '预警', health: '健康资料' };
export const SEES = Object.keys(SEE_TEXT) as (keyof Sees)[];

/** 订餐、平安信号、预警 */
export const seesText = (sees: Sees): string => {
  const seen = SEES.filter(key => sees[key]).map(key => SEE_TEXT[key]);
  return seen.length > 0 ? seen.join('、') : '什么都不看';
};

/** What was chosen, as it is sent. */
export const seesOf = (chosen: readonly (keyof Sees)[]): Sees => ({
  meals: chosen.includes('meals'),
  signs: chosen.includes('signs'),
  alerts: chosen.includes('alerts'),
  health: chosen.includes('health'),
});
