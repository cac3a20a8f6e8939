import { createHash } from 'node:crypto';

/** Hexadecimal digits that are the same for the same parts and say nothing about them. */
export const digest = (parts: readonly string[], count = 20): string =>
  createHash('sha256').update(parts.join('\u0001')).digest('hex').slice(0, count);

/** 申请号 of a case, six digits, the same for the same case. */
export const refOf = (caseId: string): string =>
  String(Number.parseInt(digest(['ref', caseId], 12), 16) % 1_000_000).padStart(6, '0');

/** Names a panel member to screens without the account behind it. */
export const memberKey = (caseId: string, accountId: string): string => digest(['member', caseId, accountId], 16);
