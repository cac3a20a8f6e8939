/** The sealed names of a case, where a deed changes them. */
import type { Case, PartySide } from '../../types/mediation';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { namesOf, type PartRow, readable, sealNames } from './parts';
import { contactOf } from './views';

type Here = Pick<Context, 'store'>;

/** With a relative who acts for a side from now on. */
export function withAgent({ store }: Here, kase: Stored<Case>, agent: { accountId: string; name: string }): Case['names'] {
  const names = namesOf(store, kase);
  return sealNames(store, kase.id, { ...names, agents: { ...names.agents, [agent.accountId]: agent.name } });
}

/**
 * The respondent comes: from now on it stands under the name that its own particulars give, where the applicant could only say
 * 楼上邻居. Before that nobody learns from an application who lives where.
 */
export function withOwnName({ store }: Here, kase: Stored<Case>, rows: readonly PartRow[], side: PartySide): Case['names'] {
  const own = contactOf(readable(store, kase, rows, 'panel', false), side)?.name;
  const names = namesOf(store, kase);
  return own && own !== names[side] ? sealNames(store, kase.id, { ...names, [side]: own }) : kase.names;
}
