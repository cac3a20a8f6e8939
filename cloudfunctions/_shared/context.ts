import type { ActionName, Contract, Details, ErrorsOf, KernelCode, OutputOf, ParsedOf } from '../../types/contract';
import { type CivilDate, dayOf, type Instant } from '../../types/time';
import type { Verdict } from '../../types/verdict';
import { Places } from './places';
import { insist, refuse } from './refusal';
import type { Session } from './session';
import type { Store } from './store';

/** All a handler gets: the instant, the actor, the store of the actor's community, and the ways to say no. */
export type Context<E extends string = never> = {
  readonly now: Instant;
  readonly today: CivilDate;
  readonly session: Session;
  readonly store: Store;
  readonly places: Places;
  /** Throws the rule's no; only codes that the contract declares compile. */
  readonly insist: (verdict: Verdict<E | KernelCode>) => void;
  readonly refuse: (code: E | KernelCode, details?: Details) => never;
  /** What came as the call's top-level `openData`. The phone may have made it up: good for counting, never for a right. */
  readonly openData: unknown;
  /** Who calls, known or not: the account, else the network address; empty when nobody knows. For counting tries, never for a right. */
  readonly from: string;
  /** For jobs: the same handler tools in a community. */
  readonly within: (communityId: string) => Context<E>;
};

export type Handler<C extends Contract, A extends ActionName<C>> = (
  input: ParsedOf<C, A>,
  ctx: Context<ErrorsOf<C, A>>,
) => Promise<OutputOf<C, A>>;

/** One handler for every action of the contract; a missing one does not compile. */
export type HandlersOf<C extends Contract> = { readonly [A in ActionName<C>]: Handler<C, A> };

export function makeContext(now: Instant, session: Session, store: Store, openData?: unknown, from = ''): Context<string> {
  return {
    now,
    today: dayOf(now),
    session,
    store,
    places: new Places(store),
    insist,
    refuse,
    openData,
    from,
    within: communityId => makeContext(now, session, store.within(communityId), openData, from),
  };
}
