/**
 * Watches the database calls of the current event from inside the worker. Only here is it visible whether a call waited for the
 * reply of another: the server sees two parallel calls one after the other, because making a call takes longer than answering it.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

export type Span = { event: string; begin: number; end: number; isDatabase: boolean };

const spans: Span[] = [];
const open = new WeakMap<ClientRequest, Span>();
let tick = 0;

export function watchCalls(): void {
  subscribe('http.client.request.start', message => {
    const { request } = message as { request: ClientRequest };
    const event = /^\/admin\/(\w+)/.exec(request.path)?.[1];
    if (!event) return;
    open.set(request, callBegins(event));
  });
  subscribe('http.client.response.finish', message => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    const span = open.get(request);
    if (!span) return;
    const isDatabase = response.headers['x-local-kind'] === 'database';
    // Before the listeners of the SDK, because what they start counts as later.
    response.prependOnceListener('end', () => callEnds(span, isDatabase));
  });
}

/** Notes a call that takes no connection. */
export function callBegins(event: string): Span {
  const span: Span = { event, begin: ++tick, end: Number.POSITIVE_INFINITY, isDatabase: true };
  spans.push(span);
  return span;
}

export function callEnds(span: Span, isDatabase: boolean): void {
  span.isDatabase = isDatabase;
  span.end = ++tick;
}

/** @returns the longest chain of non-overlapping database calls of an event, and forgets all calls so far. */
export function takeRoundTrips(event: string): number {
  const own = spans.filter(span => span.event === event && span.isDatabase).sort((a, b) => a.end - b.end);
  spans.length = 0;
  let trips = 0;
  let free = 0;
  for (const span of own) {
    if (span.begin < free) continue;
    trips += 1;
    free = span.end;
  }
  return trips;
}
