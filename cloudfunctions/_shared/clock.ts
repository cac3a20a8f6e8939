/** The clock port. Handlers take `ctx.now`; this is where it comes from, once per call, so that one call lives at one instant. */
import { type Instant, systemNow } from '../../types/time';

export const now = (): Instant => systemNow();

/** Waits for a random time between `least` and `most` milliseconds, so that rivals do not meet again in step. */
export const jitter = (least: number, most: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, least + Math.random() * (most - least)));
