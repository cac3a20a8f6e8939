/**
 * Runs the built mini-program in Node: the very files that are uploaded, in a context that has what WeChat's script engine has and
 * nothing of a browser. A test opens a page, reads what a person would read, taps, types, and looks at what went over the bridge.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { ensureBuilt } from '../../../config/scripts/taro';
import { MiniPage, type PageOptions, type Query } from './page';
import { makeWx, type Options, type Recorded } from './wx';

export class Phone {
  readonly asked: Recorded[];
  readonly storage: Map<string, unknown>;
  /** Asks for consent as WeChat does before a private interface; gives what the person answered. */
  readonly askPrivacy: () => Promise<string>;
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
    const { wx, asked, storage, askPrivacy } = makeWx(options, (kind, url) => this.navigate(kind, url));
    this.asked = asked;
    this.storage = storage;
    this.askPrivacy = askPrivacy;
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
