/** An offer of mediation to homes that trouble each other: by itself after repeated requests, or by hand from the desk. */
import type { Resident } from '../../types/directory';
import { DAY_MS } from '../../types/time';
import type { Stored } from '../_shared/collection';
import type { Context } from '../_shared/context';
import { residents } from '../_shared/directory';
import { LIGHT } from '../_shared/store';
import { message } from '../_shared/tell';
import { homeOf } from './applicant';
import { mediationOffers } from './collections';
import { digest } from './ids';

export type Repeated = { residentIds: readonly string[]; kind: 'leak' | 'noise' };

/** The same homes are asked again about the same thing after so long at the earliest. */
const PAUSE_MS = 30 * DAY_MS;

type Offered = { homes: Stored<Resident>[]; fresh: boolean };

/** Words that accuse nobody, to each home alike; told twice, it is one offer. `insist` may refuse before anything is written. */
export async function offerTo(
  ctx: Context,
  { residentIds, kind }: Repeated,
  insist: (homes: readonly Stored<Resident>[]) => void = () => undefined,
): Promise<Offered> {
  const ids = [...new Set(residentIds)].sort();
  const draft = ctx.store.draft(mediationOffers, `${kind}:${digest(['offer', ...ids], 24)}`);
  const homes = await ctx.store.readAll(residents, ids, { without: LIGHT });
  insist(homes);
  // Stays true when the same gesture comes again: what it asked for was done.
  let fresh = true;
  await draft.save(current => {
    fresh = !current || ctx.now - current.at >= PAUSE_MS;
    if (!fresh) return undefined;
    const accounts = homes.flatMap(({ accountId }) => accountId ?? []);
    return {
      doc: { kind, residentIds: ids, at: ctx.now, status: 'open' as const },
      tell: accounts.map(to => message('mediationOffered', to, {})),
    };
  });
  return { homes, fresh };
}

/** Two people of one home settle it among themselves. */
export const areOneHome = (homes: readonly Pick<Resident, 'address'>[]): boolean =>
  new Set(homes.map(({ address }) => homeOf(address))).size < 2;
