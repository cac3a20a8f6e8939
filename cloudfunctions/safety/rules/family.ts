/** The order in which relatives are called. Pure. */
import { ALERT_KINDS, type AlertKind, type AlertLadder } from '../../../types/alerts';
import type { Resident } from '../../../types/directory';

type Binding = Resident['family'][number];

/** Confirmed relatives: those whom the elder's order names first, the others after them as they were bound. */
export function inOrder(family: readonly Binding[], order: readonly string[]): Binding[] {
  const place = ({ accountId }: Binding): number => {
    const at = order.indexOf(accountId);
    return at < 0 ? order.length : at;
  };
  return family.filter(({ status }) => status === 'confirmed').sort((a, b) => place(a) - place(b));
}

/** Kinds that are called differently for this elder. */
export const ownKinds = (ladders: Partial<Record<AlertKind, AlertLadder>>): AlertKind[] =>
  ALERT_KINDS.filter(kind => ladders[kind] !== undefined);
