import { createHash } from 'node:crypto';

/** `count` hexadecimal digits that are the same for the same parts and say nothing about them: ids of which a second attempt is the same. */
export const digest = (parts: readonly string[], count = 20): string =>
  createHash('sha256').update(parts.join('\u0001')).digest('hex').slice(0, count);

/** Names a binding to screens without the account behind it; the same in every domain. */
export const bindingKey = (accountId: string, elderId: string): string => digest(['binding', accountId, elderId], 16);
