/**
 * The typed way into a domain: `const canteen = door<CanteenContract>('canteen')`, then `await canteen('bookMeal', input)`.
 * Names, inputs and replies come from the contract, so a page cannot ask for what the server does not offer. A domain with refusals of
 * its own brings a sentence for each: `door<MediationContract>('mediation', mediationSays)`.
 */

import type { ErrorCode } from '../../types/codes';
import type { ActionName, Contract, Details, InputOf, OutputOf } from '../../types/contract';
import { newRequestId } from './gesture';
import { learn, type OwnCode, type Says } from './sentences';
import { send } from './transport';

/** What went wrong, as a code that has its sentence in `sentences.ts`. */
export class Failure extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: Details = {},
    /** Shown to staff so that the log can be searched. */
    readonly requestId?: string,
  ) {
    super(code);
  }
}

export interface Door<C extends Contract> {
  <A extends ActionName<C>>(action: A, input: InputOf<C, A>, requestId?: string): Promise<OutputOf<C, A>>;
  readonly domain: C['name'];
}

const AGAIN_AT_MOST = 2;
const jitter = (attempt: number) => new Promise(resolve => setTimeout(resolve, 150 * 2 ** attempt * (0.5 + Math.random())));

/** BUSY means that nothing was done yet, so asking again with the same id is safe. */
async function ask(domain: string, action: string, input: unknown, requestId: string): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const reply = await send(domain, { action, input, requestId });
    if (reply.ok) return reply.data;
    if (reply.error.code !== 'BUSY' || attempt >= AGAIN_AT_MOST) {
      throw new Failure(reply.error.code as ErrorCode, reply.error.details, reply.error.requestId);
    }
    await jitter(attempt);
  }
}

export function door<C extends Contract>(
  domain: C['name'],
  ...own: [OwnCode<C>] extends [never] ? [] : [says: Says<C>]
): Door<C> {
  if (own[0]) learn(own[0]);
  const call = (action: string, input: unknown, requestId: string = newRequestId()) => ask(domain, action, input, requestId);
  return Object.assign(call, { domain }) as unknown as Door<C>;
}

/** Any thrown thing as a Failure; what we did not foresee is INTERNAL. */
export const asFailure = (error: unknown): Failure => (error instanceof Failure ? error : new Failure('INTERNAL'));
