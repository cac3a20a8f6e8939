/** What a local cloud is started with and what it gives back. Times are milliseconds unless the name says otherwise. */
import type { Engine } from './engine';
import type { FaultPort } from './faults';
import type { CollectionSpec } from './functions/catalog';
import type { ActionStats } from './stats';
import type { Templates } from './wechat/fields';
import type { Message, Person } from './wechat/types';

export type Device = {
  /** What the button says. */
  label: string;
  /** Path of an HTTP function below `/api`, such as `device/alarm`. */
  path: string;
  /** The JSON that is posted. */
  body: unknown;
};

export type LocalCloudOptions = {
  /** 0 takes a free port. */
  port?: number;
  /** Folder for the database, the files and the WeChat accounts; `:memory:` keeps nothing. */
  dir: string;
  /** Environment id that functions see; default `local`. */
  env?: string;
  /** Folder of built bundles: `NAME/index.js` and, optionally, `NAME/function.json`. */
  functionsDir: string;
  /** Folder where the compiled form of the bundles is kept, which halves their loading; without it nothing is kept. */
  compiledDir?: string;
  /** A built web app to serve at `/`. */
  staticDir?: string;
  /** Worker threads to begin with; default: one more than cores. More are added while workers only wait. */
  workers?: number;
  /** How SDK calls of functions reach the server: past the network (default) or, with `tcp`, over a connection as from outside. */
  transport?: 'tcp';
  /** Name of the `<meta>` that marks pages served here, so that the app knows it may use the doors; default `local-cloud`. */
  pageMark?: string;
  /** Given to every function, as `envVariables` of a deployment are. */
  envVariables?: Record<string, string>;
  /** Called as the WeChat user who signs in; its reply's `data.token` is handed to the browser. */
  signIn?: { function: string; action: string; event?: Record<string, unknown> };
  /** Collections that no function declares. */
  collections?: CollectionSpec[];
  /** WeChat accounts to know from the start; kept as they are if they exist already. */
  people?: Person[];
  /** Subscription templates and their fields; when given, others are refused with 40037. */
  templates?: Templates;
  /** Path of this server that learns about a key pressed during a voice call, such as `/api/courier/voice`. */
  voiceCallback?: string;
  devices?: Device[];
  /** Added to each database call, to stand for the network. */
  delayMs?: number;
  /** Run timers as real time passes; default true. `advance` and `fire` work either way. */
  timers?: boolean;
  /** When the clock is moved forward, run each timer that became due in between once; default true. */
  catchUp?: boolean;
  /** Say nothing on the console. */
  quiet?: boolean;
};

export type Caller = { openid?: string };

export type LocalCloud = {
  readonly port: number;
  readonly url: string;
  readonly engine: Engine;
  /** Calls a function as `wx.cloud.callFunction` would. Rejects with an Error carrying the platform's `code`. */
  invoke(name: string, event?: unknown, caller?: Caller): Promise<unknown>;
  /** @returns epoch ms. */
  now(): number;
  /** Moves the clock to an instant (epoch ms); resolves when the timers that became due have run. */
  setClock(now: number): Promise<void>;
  /** Moves the clock forward; resolves when the timers that became due have run. */
  advance(ms: number): Promise<void>;
  /** Runs a timer now, by its name or its function's name. @returns the function's result. */
  fire(timer: string): Promise<unknown>;
  /** What was delivered, oldest first; `all` adds what was refused. */
  inbox(filter?: { openid?: string; channel?: string; all?: boolean }): Message[];
  /** Per `function.action`. */
  stats(): Record<string, ActionStats>;
  resetStats(): void;
  readonly faults: FaultPort;
  /** Adds the message credit that a tap on "allow" gives, one per template. */
  subscribe(openid: string, templateIds: string[], accept?: boolean): void;
  stop(): Promise<void>;
};
