/**
 * Trouble on demand, for tests. A fault waits for the next database call (or message to a provider) that fits its target:
 *  - `conflict`           another write came first: inside a transaction DATABASE_TRANSACTION_CONFLICT, outside `updated: 0`.
 *                         Only updates and transactions can meet one; nothing is written.
 *  - `error`              refused with DATABASE_REQUEST_FAILED; nothing is written.
 *  - `timeout`            carried out, but the reply is lost: HTTP 504 after `afterMs`.
 *  - `crash-after-commit` the write is durable, then the function's instance dies before it hears so.
 */
import { HttpError, isFields, textOf } from './http/exchange';

export const FAULT_KINDS = ['conflict', 'timeout', 'crash-after-commit', 'error'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type Fault = {
  /** A function action, a collection, a database action such as `database.modifyDocument`, a message channel, or `*`. */
  target: string;
  kind: FaultKind;
  /** How often it strikes; default 1. */
  times?: number;
  /** Milliseconds before it strikes; default 0. */
  afterMs?: number;
};

export type FaultPort = {
  add(fault: Fault): void;
  /** A delay for every database call, in milliseconds. */
  delay(ms: number): void;
  /** Ends all faults and the delay. */
  clear(): void;
  /** What is still to strike. */
  pending(): { faults: Fault[]; delayMs: number };
};

const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.commitTransaction',
]);

/** Whether a kind of fault makes sense for a database call. */
function fits(kind: FaultKind, action: string, inTransaction: boolean): boolean {
  if (kind === 'crash-after-commit') return WRITES.has(action);
  if (kind === 'conflict') return inTransaction ? action !== 'database.abortTransaction' : /^database\.modify/.test(action);
  return true;
}

export class Faults implements FaultPort {
  delayMs: number;
  private list: (Fault & { times: number; afterMs: number })[] = [];

  constructor(private readonly initialDelayMs = 0) {
    this.delayMs = initialDelayMs;
  }

  add(fault: Fault): void {
    this.list.push({ ...fault, times: fault.times ?? 1, afterMs: fault.afterMs ?? 0 });
  }

  delay(ms: number): void {
    this.delayMs = ms;
  }

  clear(): void {
    this.list = [];
    this.delayMs = this.initialDelayMs;
  }

  pending(): { faults: Fault[]; delayMs: number } {
    return { faults: this.list.map(fault => ({ ...fault })), delayMs: this.delayMs };
  }

  /** Takes the fault that strikes this database call, if any. */
  takeForDatabase(names: (string | undefined)[], action: string, inTransaction: boolean) {
    if (this.list.length === 0) return undefined;
    return this.take(fault => names.includes(fault.target) && fits(fault.kind, action, inTransaction));
  }

  /** Takes the fault that strikes a message to a provider: only `error` and `timeout` apply there. */
  takeForChannel(channel: string) {
    return this.take(({ target, kind }) => target === channel && (kind === 'error' || kind === 'timeout'));
  }

  private take(matches: (fault: Fault) => boolean) {
    const fault = this.list.find(matches);
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.list = this.list.filter(other => other !== fault);
    return { kind: fault.kind, afterMs: fault.afterMs };
  }
}

/** Reads a fault from JSON. @throws HttpError 400 */
export function readFault(body: unknown): Fault {
  if (!isFields(body)) throw new HttpError(400, 'INVALID_PARAM', 'a fault is an object {target, kind, times?, afterMs?}');
  const target = textOf(body, 'target');
  const kind = FAULT_KINDS.find(name => name === body.kind);
  if (!target || !kind) throw new HttpError(400, 'INVALID_PARAM', `a fault needs a target and a kind: ${FAULT_KINDS.join(', ')}`);
  const number = (name: string): number | undefined => (typeof body[name] === 'number' ? body[name] : undefined);
  return { target, kind, times: number('times'), afterMs: number('afterMs') };
}
