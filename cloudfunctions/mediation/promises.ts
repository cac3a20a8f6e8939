/** What is still to be done by an agreement, for the one who promised it. Pure. */
import type { Case, Item } from '../../types/mediation';
import { PARTIES } from '../../types/mediation';
import type { CivilDate } from '../../types/time';
import type { Stored } from '../_shared/collection';
import { isOverdue } from './rules/clock';
import { type Actor, speaksFor } from './rules/standing';

type Open = { kase: Stored<Case>; item: Item; overdue: boolean };

/** Promises of the sides for which this person speaks, the nearest first; what was reported waits for the other side. */
export function openPromises(cases: readonly Stored<Case>[], actor: Actor, today: CivilDate): Open[] {
  const found = cases.flatMap(kase => {
    const side = kase.status === 'performing' ? PARTIES.find(each => speaksFor(kase[each], actor)) : undefined;
    return kase.items
      .filter(item => item.by === side && (item.status === 'open' || item.status === 'broken'))
      .map(item => ({ kase, item, overdue: isOverdue(item, today) }));
  });
  return found.sort((a, b) => (a.item.dueOn < b.item.dueOn ? -1 : a.item.dueOn > b.item.dueOn ? 1 : a.item.no - b.item.no));
}
