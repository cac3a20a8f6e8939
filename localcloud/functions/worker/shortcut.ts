/**
 * The short way from the SDK to the server: its JSON requests go to the main thread as messages instead of over TCP, which costs
 * more than the database itself. Whatever is not such a request takes the real `http.request`. The SDK notices nothing.
 */
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import type { AdminAnswer, AdminCall } from '../job';
import { ShortRequest } from './shortRequest';

type Listener = (res: IncomingMessage) => void;

const waiting = new Map<number, ShortRequest>();
let calls: AdminCall[] = [];
let numbers = 0;

const isJson = (headers: RequestOptions['headers']): boolean =>
  /^application\/json/.test(String((headers as Record<string, unknown> | undefined)?.['content-type'] ?? ''));

/** A request that only names an address, a JSON body and a time limit; an agent of a proxy must do its own work. */
const isShort = (options: RequestOptions | undefined): options is RequestOptions =>
  options?.method?.toUpperCase() === 'POST' &&
  isJson(options.headers) &&
  !(options.agent instanceof Object && 'proxy' in options.agent);

/** @param admin address of the SDK. @param tell takes the calls of one turn to the main thread. */
export function shortenWay(admin: string, tell: (calls: AdminCall[]) => void): void {
  const real = http.request;
  const flush = (): void => {
    const batch = calls;
    calls = [];
    tell(batch);
  };
  const send = (request: ShortRequest, body: string): void => {
    waiting.set(++numbers, request);
    if (calls.length === 0) process.nextTick(flush);
    calls.push([numbers, request.event, body]);
  };
  const request = (url: unknown, options?: RequestOptions, listener?: Listener): ClientRequest => {
    if (typeof url !== 'string' || !url.startsWith(admin) || !isShort(options))
      return Reflect.apply(real, http, listener ? [url, options, listener] : [url, options]) as ClientRequest;
    const short = new ShortRequest(url.slice(url.indexOf('/', 'http://'.length)), send);
    if (listener) short.once('response', listener);
    return short as unknown as ClientRequest;
  };
  http.request = request as typeof http.request;
}

/** Hands answers to the requests that wait for them. */
export function hearAnswers(answers: readonly AdminAnswer[]): void {
  for (const [number, status, body, isDatabase] of answers) {
    waiting.get(number)?.answer(status, body, isDatabase);
    waiting.delete(number);
  }
}
