/** Everything a running local cloud consists of, put together once and handed to the routes. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { Admin } from './admin';
import { FileStore } from './admin/storage';
import { Clock } from './clock';
import { type Engine, openEngine } from './engine';
import { Faults } from './faults';
import { Catalog, type FunctionEntry } from './functions/catalog';
import { processVariables } from './functions/context';
import { Pool } from './functions/pool';
import { Runner } from './functions/runner';
import type { LocalCloudOptions } from './options';
import { Stats } from './stats';
import { Scheduler } from './timers/scheduler';
import { WeChat } from './wechat';
import { WeCom } from './wechat/wecom';

export type Parts = {
  readonly options: LocalCloudOptions;
  readonly port: number;
  readonly url: string;
  readonly engine: Engine;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly stats: Stats;
  readonly catalog: Catalog;
  readonly pool: Pool;
  readonly runner: Runner;
  readonly scheduler: Scheduler;
  readonly files: FileStore;
  readonly wechat: WeChat;
  readonly wecom: WeCom;
  readonly admin: Admin;
  /** Removes what a cloud in memory keeps on the disk meanwhile. */
  readonly cleanUp: () => void;
};

const ENV = 'local';

/** Makes the collections of a function before it first runs, and retires the instances that hold its old build. */
function onChange(engine: Engine, pool: () => Pool) {
  return (entry: FunctionEntry, isRebuild: boolean): void => {
    if (isRebuild) pool().retire(entry.name);
    const made = Promise.all(entry.config.collections.map(({ name, indexes }) => engine.ensureCollection(name, indexes)));
    entry.ready = made.then(() => {
      entry.ready = undefined;
    });
  };
}

function folders(dir: string): { data: string | undefined; files: string; cleanUp: () => void } {
  if (dir !== ':memory:') {
    mkdirSync(dir, { recursive: true });
    return { data: dir, files: path.join(dir, 'files'), cleanUp: () => undefined };
  }
  const files = mkdtempSync(path.join(tmpdir(), 'local-cloud-'));
  return { data: undefined, files, cleanUp: () => rmSync(files, { recursive: true, force: true }) };
}

/** @param port where the server listens already: functions are told the address. */
export async function assemble(options: LocalCloudOptions, port: number, report: (line: string) => void): Promise<Parts> {
  const env = options.env ?? ENV;
  const url = `http://127.0.0.1:${port}`;
  const { data, files: filesDir, cleanUp } = folders(options.dir);
  const clock = new Clock();
  const faults = new Faults(options.delayMs);
  const stats = new Stats();
  const engine = await openEngine({ dir: options.dir, now: clock.now });
  for (const { name, indexes } of options.collections ?? []) await engine.ensureCollection(name, indexes);
  const variables = processVariables(env, url, options.envVariables ?? {});
  const pool = new Pool(
    // One more than cores: while an instance waits for the database, another has work for its core.
    options.workers ?? availableParallelism() + 1,
    { clock: clock.shared, admin: `${url}/admin`, env, tcp: options.transport === 'tcp', compiled: options.compiledDir },
    variables,
    id => (runner.call(id)?.delayed ?? 0) > 0,
    (text, event) => admin.handleText(text, event),
  );
  const catalog = new Catalog(
    options.functionsDir,
    onChange(engine, () => pool),
  );
  await Promise.all(catalog.list().map(entry => entry.ready));
  const runner: Runner = new Runner(catalog, pool, stats, clock.now);
  const state = data ? path.join(data, 'wechat.json') : undefined;
  const wechat = new WeChat(clock.now, faults, options.templates, state, options.people ?? []);
  const files = new FileStore(filesDir, env, url, clock.now);
  const scheduler = new Scheduler(clock, catalog, runner, report);
  const admin: Admin = new Admin({ engine, faults, pool, runner, files, wechat });
  const wecom = new WeCom(wechat);
  return {
    options,
    port,
    url,
    engine,
    clock,
    faults,
    stats,
    catalog,
    pool,
    runner,
    scheduler,
    files,
    wechat,
    wecom,
    admin,
    cleanUp,
  };
}
