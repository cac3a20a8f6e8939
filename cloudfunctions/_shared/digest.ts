import { createHash } from 'node:crypto';

/** `count` hexadecimal digits that are the same for the same parts and say nothing about them: ids of which a second attempt is the same. */
export const digest = (parts: readonly string[], count = 20): string =>
  createHash('sha256').update(parts.join('\u0001')).digest('hex').slice(0, count);
