import { createHash } from 'node:crypto';

/** Hexadecimal digits that are the same for the same parts and say nothing about them. */
export const digest = (parts: readonly string[], count = 20): string =>
  createHash('sha256').update(parts.join('\u0001')).digest('hex').slice(0, count);

/** Names a panel member to screens without the account behind it. */
export const memberKey = (caseId: string, accountId: string): string => digest(['member', caseId, accountId], 16);
