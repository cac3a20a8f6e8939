/** Ids that are the same for the same thing, so that a second attempt is the same attempt. */
import { createHash, timingSafeEqual } from 'node:crypto';

export { bindingKey } from '../_shared/digest';

/** Compares secrets in a time that does not depend on how much of them is right. */
export function sameSecret(given: string, right: string): boolean {
  const [a, b] = [given, right].map(text => createHash('sha256').update(text).digest()) as [Buffer, Buffer];
  return timingSafeEqual(a, b);
}
