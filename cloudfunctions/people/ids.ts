/** Ids that are the same for the same thing, so that a second attempt is the same attempt. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { digest } from '../_shared/digest';

/** Names a binding to screens without the account behind it. */
export const bindingKey = (accountId: string, elderId: string): string => digest(['binding', accountId, elderId], 16);

/** Compares secrets in a time that does not depend on how much of them is right. */
export function sameSecret(given: string, right: string): boolean {
  const [a, b] = [given, right].map(text => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}
