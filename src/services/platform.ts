/** Where we run. Folded by the build, so the other side's code is not in the bundle. */
export const isWeapp = process.env.TARO_ENV === 'weapp';

/** A timer's name for "now" in milliseconds: for ages of caches and for ids, never for a rule. */
export { systemNow } from '../../types/time';
