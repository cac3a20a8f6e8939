/** What the SDK sees of a request and a reply that take no connection: as much of `node:http` as its request layer uses. */
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import { callBegins, callEnds, type Span } from './trace';

const TYPE = 'application/json; charset=utf-8';

/** A socket that was there already: nothing to wait for. */
const SOCKET = Object.assign(new EventEmitter(), { connecting: false });

/** A reply: the whole body at once, read as a stream. */
class ShortReply extends Readable {
  readonly httpVersion = '1.1';
  readonly complete = true;
  readonly headers: Record<string, string>;

  constructor(
    readonly statusCode: number,
    body: string,
    isDatabase: boolean,
  ) {
    super({ autoDestroy: false, emitClose: false });
    this.headers = isDatabase ? { 'content-type': TYPE, 'x-local-kind': 'database' } : { 'content-type': TYPE };
    this.push(Buffer.from(body));
    this.push(null);
  }

  override _read(): void {
    // Everything was pushed at once.
  }
}

const hangUp = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** A request: gathers its body, is sent at `end`, and tells of its reply as `http.ClientRequest` does. */
export class ShortRequest extends EventEmitter {
  readonly method = 'POST';
  readonly protocol = 'http:';
  readonly host = '127.0.0.1';
  readonly socket = SOCKET;
  /** The connection counts as kept alive from before. */
  readonly reusedSocket = true;
  destroyed = false;
  writableEnded = false;
  /** The event that makes the call, named in the address; '' when it names none. */
  readonly event: string;
  private readonly headers = new Map<string, unknown>();
  private body = '';
  private span: Span | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    readonly path: string,
    private readonly send: (request: ShortRequest, body: string) => void,
  ) {
    super();
    this.event = /^\/admin\/(\w+)/.exec(path)?.[1] ?? '';
  }

  setHeader(name: string, value: unknown): this {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }

  getHeader(name: string): unknown {
    return this.headers.get(name.toLowerCase());
  }

  /** Tells by `timeout` when the reply takes longer; as with a socket, the request goes on. */
  setTimeout(ms: number, listener?: () => void): this {
    clearTimeout(this.timer);
    if (listener) this.once('timeout', listener);
    if (ms > 0) this.timer = setTimeout(() => this.emit('timeout'), ms).unref();
    return this;
  }

  write(chunk: string | Uint8Array): boolean {
    this.body += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  }

  end(chunk?: string | Uint8Array): this {
    if (this.writableEnded || this.destroyed) return this;
    if (chunk !== undefined) this.write(chunk);
    this.writableEnded = true;
    if (this.event) this.span = callBegins(this.event);
    this.emit('socket', SOCKET);
    this.send(this, this.body);
    return this;
  }

  /** What the main thread answered; status 0 is a cut connection. */
  answer(status: number, body: string, isDatabase: boolean): void {
    if (this.destroyed) return;
    if (status === 0) return void this.destroy(hangUp());
    clearTimeout(this.timer);
    // Before the SDK hears of it, because what it starts then counts as later.
    if (this.span) callEnds(this.span, isDatabase);
    this.emit('response', new ShortReply(status, body, isDatabase));
  }

  abort(): void {
    if (this.destroyed) return;
    this.emit('abort');
    this.destroy();
  }

  destroy(error: Error = hangUp()): this {
    if (this.destroyed) return this;
    this.destroyed = true;
    clearTimeout(this.timer);
    process.nextTick(() => {
      this.emit('error', error);
      this.emit('close');
    });
    return this;
  }
}
