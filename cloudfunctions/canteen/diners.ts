/** Whom a person may eat for, as screens name them. */
import type { Resident } from '../../types/directory';
import type { Stored } from '../_shared/collection';
import type { Session } from '../_shared/session';

/** First of all oneself. */
export const dinersOf = (session: Session) => [
  ...(session.residentId ? [{ id: session.residentId, name: session.name, relation: '本人' }] : []),
  ...session.elders,
];

export function relationTo(diner: Pick<Stored<Resident>, 'id'>, session: Session): string {
  if (diner.id === session.residentId) return '本人';
  return session.elders.find(elder => elder.id === diner.id)?.relation ?? '代订';
}
