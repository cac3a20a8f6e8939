/** Runs functions for every kind of caller, and keeps the record: what ran, how long, how many database calls. */
import { performance } from 'node:perf_hooks';
import type { Stats } from '../stats';
import type { Catalog } from './catalog';
import type { CallerKind } from './context';
import { failedOutcome, type Outcome } from './job';
import type { Pool } from './pool';

/** One event while it runs, found by the id in the address that its SDK calls go to. */
export type Call = {
  readonly id: string;
  readonly function: string;
  readonly action: string;
  databaseCalls: number;
  /** Database calls that the simulated network holds up. */
  delayed: number;
  /** Other functions whose answer it waits for. */
  awaiting: number;
};

/** A line of the function log. `at` is epoch ms of the movable clock, `ms` includes waiting for an instance. */
export type LogEntry = {
  at: number;
  function: string;
  action: string;
  caller: string;
  ok: boolean;
  error?: string;
  ms: number;
  databaseCalls: number;
  roundTrips: number;
  logs: string[];
};

const LOG_LENGTH = 2500;

const actionOf = (event: unknown): string => {
  const { action } = (event ?? {}) as { action?: unknown };
  return typeof action === 'string' ? action.slice(0, 80) : '-';
};

export class Runner {
  readonly log: LogEntry[] = [];
  private readonly calls = new Map<string, Call>();
  private sequence = 0;

  constructor(
    private readonly catalog: Catalog,
    private readonly pool: Pool,
    private readonly stats: Stats,
    private readonly now: () => number,
  ) {}

  /** The event that an SDK call belongs to, while it runs. */
  call(id: string): Call | undefined {
    return this.calls.get(id);
  }

  /**
   * Runs a function; never rejects.
   * @param event the event; `text` its JSON if that is at hand already.
   * @param action what statistics call it; default: the event's `action`.
   */
  async run(name: string, caller: CallerKind, event: { value: unknown; text?: string; action?: string }): Promise<Outcome> {
    const entry = this.catalog.get(name);
    if (!entry) return failedOutcome('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`);
    if (entry.ready) await entry.ready;
    const call: Call = {
      id: `e${++this.sequence}`,
      function: name,
      action: event.action ?? actionOf(event.value),
      databaseCalls: 0,
      delayed: 0,
      awaiting: 0,
    };
    this.calls.set(call.id, call);
    const began = performance.now();
    const { file, version, config } = entry;
    const text = event.text ?? JSON.stringify(event.value ?? {});
    const outcome = await this.pool.submit({ id: call.id, name, file, version, event: text, seconds: config.timeout, caller });
    this.calls.delete(call.id);
    this.note(call, caller, outcome, performance.now() - began);
    return outcome;
  }

  private note(call: Call, caller: CallerKind, outcome: Outcome, ms: number): void {
    const failed = !outcome.ok || (outcome.http?.status ?? 200) >= 500;
    this.stats.add(`${call.function}.${call.action}`, {
      ms,
      failed,
      databaseCalls: call.databaseCalls,
      roundTrips: outcome.roundTrips,
    });
    this.log.push({
      at: this.now(),
      function: call.function,
      action: call.action,
      caller: caller.kind === 'wechat' ? caller.openid : caller.kind,
      ok: !failed,
      error: outcome.ok ? undefined : `${outcome.code}: ${outcome.message}`,
      ms,
      databaseCalls: call.databaseCalls,
      roundTrips: outcome.roundTrips,
      logs: outcome.logs,
    });
    if (this.log.length > LOG_LENGTH) this.log.splice(0, this.log.length - LOG_LENGTH);
  }
}
