/** What travels between the server and a worker thread. Only plain data: it is copied. */

/** An event for a function. `event` is JSON, as on the platform: no undefined, no Date, no class survives. */
export type Job = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly version: string;
  readonly event: string;
  /** The function's second argument. */
  readonly context: Record<string, unknown>;
  /** Variables of this event in `process.env`. */
  readonly env: Record<string, string>;
  /** `http`: turn the result into an HTTP reply as HTTP access does. */
  readonly as: 'json' | 'http';
};

export type HttpReply = { status: number; headers: Record<string, string | string[]>; body: string | Uint8Array };

/** What a worker measured while it handled an event. */
export type Measured = {
  /** Milliseconds in the function, without its loading. */
  ms: number;
  /** Longest chain of database calls of which each began after the one before had ended. */
  roundTrips: number;
  logs: string[];
};

export type Outcome = ({ ok: true; result: string; http?: HttpReply } | { ok: false; code: string; message: string }) & Measured;

export type WorkerMessage = { kind: 'loaded'; id: string } | { kind: 'done'; id: string; outcome: Outcome };

export type WorkerData = { clock: SharedArrayBuffer; admin: string };

export const failedOutcome = (code: string, message: string, ms = 0): Outcome => ({
  ok: false,
  code,
  message,
  ms,
  roundTrips: 0,
  logs: [],
});
