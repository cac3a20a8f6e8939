/** What travels between the server and a worker thread. Only plain data: it is copied. */
import type { CallerKind } from './context';

/** An event for a function. `event` is JSON, as on the platform: no undefined, no Date, no class survives. */
export type Job = {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  readonly version: string;
  readonly event: string;
  /** Seconds that the function may take, as its context tells it. */
  readonly seconds: number;
  /** Who calls: variables and context follow from it. For HTTP access the result becomes an HTTP reply. */
  readonly caller: CallerKind;
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

/** A call of the SDK that needs no connection: its number in the worker, the event that makes it, its JSON body. */
export type AdminCall = readonly [number: number, event: string, body: string];

/** The answer to it. Status 0: none will come, the connection would have been cut. */
export type AdminAnswer = readonly [number: number, status: number, body: string, isDatabase: boolean];

/** From a worker. A list holds the SDK calls of one turn. */
export type WorkerMessage = { kind: 'loaded'; id: string } | { kind: 'done'; id: string; outcome: Outcome } | AdminCall[];

/** To a worker. A list holds answers to its SDK calls. */
export type HostMessage = Job | AdminAnswer[];

/** `admin` is the address of the SDK; with `tcp` its calls take a connection even from inside; `compiled` as in the options. */
export type WorkerData = { clock: SharedArrayBuffer; admin: string; env: string; tcp: boolean; compiled?: string };

export const failedOutcome = (code: string, message: string, ms = 0): Outcome => ({
  ok: false,
  code,
  message,
  ms,
  roundTrips: 0,
  logs: [],
});
