import { digest } from '../_shared/digest';

export { digest };

/** 申请号 of a case, six digits, the same for the same case. */
export const refOf = (caseId: string): string =>
  String(Number.parseInt(digest(['ref', caseId], 12), 16) % 1_000_000).padStart(6, '0');

/** Names a panel member to screens without the account behind it. */
export const memberKey = (caseId: string, accountId: string): string => digest(['member', caseId, accountId], 16);
