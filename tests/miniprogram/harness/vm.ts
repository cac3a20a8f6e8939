/**
 * Runs the built mini-program in Node: the very files that are uploaded, in a context that has what WeChat's script engine has and
 * nothing of a browser. A test opens a page, reads what a person would read, taps, types, and looks at what went over the bridge.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { ensureBuilt } from '../../../config/scripts/taro';
import { assign, everyNode, type Node, pathTo, textOf } from './tree';
import { makeWx, type Options, type Recorded } from './wx';

type PageOptions = Record<string, unknown> & { data: Record<string, unknown> };
type Query = Record<string, string>;

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');

export class MiniPage {
  readonly data: Record<string, unknown>;
  /** Every setData: how many bytes went over the bridge. */
  readonly sent: { bytes: number; keys: string[] }[] = [];
  private readonly instance: Record<string, (...args: unknown[]) => unknown>;

  constructor(
    readonly route: string,
    readonly query: Query,
    options: PageOptions,
  ) {
    this.data = JSON.parse(JSON.stringify(options.data)) as Record<string, unknown>;
    const setData = (changes: Record<string, unknown>, done?: () => void) => {
      this.sent.push({ bytes: bytesOf(changes), keys: Object.keys(changes) });
      // What crosses the bridge is a copy, never the object itself.
      for (const [key, value] of Object.entries(JSON.parse(JSON.stringify(changes)) as object)) assign(this.data, key, value);
      if (done) setTimeout(done, 0);
    };
    this.instance = Object.assign(Object.create(options), { data: this.data, setData, route, options: query, is: route });
  }

  get handle(): object {
    return this.instance;
  }

  call(life: string, ...args: unknown[]): unknown {
    return this.instance[life]?.(...args);
  }

  get root(): Node {
    return this.data.root as Node;
  }

  get text(): string {
    return textOf(this.root);
  }

  get nodes(): Node[] {
    return everyNode(this.root);
  }

  /** By what is written on it or read aloud. */
  find(words: string): Node[] {
    const path = pathTo(this.root, node => node.ariaLabel === words);
    return path.length > 0 ? path : pathTo(this.root, node => node.v === words || (textOf(node) === words && words !== ''));
  }

  /** Sends an event as WeChat does: to the node and then to each of those around it. */
  send(type: string, words: string, detail: Record<string, unknown> = {}): void {
    const path = this.find(words);
    if (path.length === 0) throw new Error(`"${words}" is not on the page:\n${this.text}`);
    const target = { id: path[0]!.sid, dataset: { sid: path[0]!.sid } };
    for (const node of type === 'tap' ? path : path.slice(0, 1)) {
      if (!node.sid) continue;
      const currentTarget = { id: node.uid ?? node.sid, dataset: { sid: node.sid } };
      this.call('eh', { type, timeStamp: 0, target, currentTarget, detail, touches: [], changedTouches: [] });
    }
  }

  tap(words: string): void {
    this.send('tap', words);
  }

  /** Types into the field with this name. */
  type(label: string, value: string): void {
    this.send('input', label, { value, cursor: value.length });
  }
}

export class Phone {
  readonly asked: Recorded[];
  readonly storage: Map<string, unknown>;
  readonly stack: MiniPage[] = [];
  /** What the mini-program wrote to the console as an error. */
  readonly errors: string[] = [];
  private readonly timers = ownTimers();
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly context: vm.Context;
  private registered: PageOptions | undefined;
  private app: Record<string, (...args: unknown[]) => unknown> = {};

  constructor(
    readonly folder: string,
    options: Options,
  ) {
    const { wx, asked, storage } = makeWx(options, (kind, url) => this.navigate(kind, url));
    this.asked = asked;
    this.storage = storage;
    const complain = (...said: unknown[]) => void this.errors.push(said.map(String).join(' '));
    this.context = vm.createContext({
      wx,
      App: (app: typeof this.app) => {
        this.app = app;
      },
      Page: (page: PageOptions) => {
        this.registered = page;
      },
      Component: (component: PageOptions) => {
        this.registered = component;
      },
      getApp: () => this.app,
      getCurrentPages: () => this.stack.map(page => page.handle),
      console: { ...console, error: complain, warn: () => undefined, log: () => undefined },
      ...this.timers.functions,
    });
  }

  private require(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(file, module);
    const run = vm.runInContext(`(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`, this.context, {
      filename: file,
    });
    run(
      (name: string) => this.require(path.resolve(path.dirname(file), name.endsWith('.js') ? name : `${name}.js`)),
      module,
      module.exports,
    );
    return module.exports;
  }

  /** Runs app.js and the app's own start. */
  launch(): void {
    this.require(path.join(this.folder, 'app.js'));
    const start = { path: 'pages/home/index', query: {}, scene: 1001 };
    this.app.onLaunch?.(start);
    this.app.onShow?.(start);
  }

  /** Opens a page by its address: `pages/canteen/week/index?from=…`. */
  open(address: string): MiniPage {
    const [route = '', search = ''] = address.replace(/^\//, '').split('?');
    const query = Object.fromEntries(new URLSearchParams(search)) as Query;
    this.registered = undefined;
    // A page's script runs anew for each test phone, but its Page() options are made once.
    this.modules.delete(path.join(this.folder, `${route}.js`));
    this.require(path.join(this.folder, `${route}.js`));
    const options = this.registered as PageOptions | undefined;
    if (!options) throw new Error(`${route} did not call Page()`);
    const page = new MiniPage(route, query, options);
    this.stack[this.stack.length - 1]?.call('onHide');
    this.stack.push(page);
    page.call('onLoad', query);
    page.call('onShow');
    page.call('onReady');
    return page;
  }

  get page(): MiniPage {
    return this.stack[this.stack.length - 1]!;
  }

  private navigate(kind: string, url: string): void {
    if (kind !== 'navigateTo') this.stack.pop()?.call('onUnload');
    if (kind === 'reLaunch') while (this.stack.length > 0) this.stack.pop()!.call('onUnload');
    if (kind === 'navigateBack') this.page?.call('onShow');
    else this.open(url);
  }

  /** Waits until the words are on the page. */
  async see(words: string, withinMs = 4000): Promise<MiniPage> {
    for (const until = Date.now() + withinMs; Date.now() < until; ) {
      if (this.page.text.includes(words)) return this.page;
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    throw new Error(`waited for "${words}", the page says:\n${this.page.text}\n${this.errors.join('\n')}`);
  }

  async close(): Promise<void> {
    while (this.stack.length > 0) this.stack.pop()!.call('onUnload');
    await new Promise(resolve => setTimeout(resolve, 0));
    this.timers.stop();
  }
}

/** Timers that end with the phone: caches keep theirs for half an hour, and a test must not wait for them. */
function ownTimers() {
  const running = new Set<NodeJS.Timeout>();
  const start =
    (set: typeof setTimeout | typeof setInterval) =>
    (work: () => void, ms?: number): NodeJS.Timeout => {
      const timer = set(work, ms);
      running.add(timer);
      // A test that failed before it closed its phone must not keep the process alive.
      timer.unref?.();
      return timer;
    };
  const stop = (timer?: NodeJS.Timeout) => clearTimeout(timer);
  return {
    functions: { setTimeout: start(setTimeout), setInterval: start(setInterval), clearTimeout: stop, clearInterval: stop },
    stop: () => running.forEach(timer => void clearTimeout(timer)),
  };
}

/** A phone with the built mini-program started on it. */
export function boot(options: Options = {}): Phone {
  const phone = new Phone(ensureBuilt('weapp'), options);
  phone.launch();
  return phone;
}
