import type { Details, KernelCode } from '../../types/contract';
import type { Verdict } from '../../types/verdict';

/** A rule's no. It becomes `{ok:false, error:{code, details}}`; anything else that is thrown becomes INTERNAL and is logged. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly details?: Details,
  ) {
    super(code);
  }
}

/** Throws the rule's no; a yes passes. */
export function insist<C extends string>(verdict: Verdict<C>): asserts verdict is { ok: true } {
  if (!verdict.ok) throw new Refusal(verdict.code, verdict.details);
}

/** For what a handler itself must refuse; the code is checked against the contract by the context's own `refuse`. */
export function refuse<C extends string = KernelCode>(code: C, details?: Details): never {
  throw new Refusal(code, details);
}
