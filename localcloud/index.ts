/** CloudBase on one machine, for development and tests. See README.md. */
import { listen } from './http/server';
import type { Caller, LocalCloud, LocalCloudOptions } from './options';
import { assemble, type Parts } from './parts';

export type { Fault, FaultKind, FaultPort } from './faults';
export type { Caller, Device, LocalCloud, LocalCloudOptions } from './options';
export type { ActionStats } from './stats';
export type { Message, Person } from './wechat/types';

const BANNER = '本机云（仅供开发和测试，不是生产服务器 · a development server, not for production）';

/** Starts a local cloud on 127.0.0.1. @throws Error with a clear message when the port is taken */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const report = (line: string): void => {
    if (!options.quiet) console.log(line);
  };
  let parts: Parts | undefined;
  const { server, port } = await listen(options.port ?? 0, () => parts);
  parts = await assemble(options, port, report).catch(error => {
    server.close();
    throw error;
  });
  if (options.timers ?? true) parts.scheduler.start();
  report(`${BANNER}\n  ${parts.url}/console`);
  const close = (): Promise<void> =>
    new Promise(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return cloudOf(parts, close);
}

/** A platform failure as an Error with `code`. */
const platformError = (code: string, message: string): Error => Object.assign(new Error(message), { code });

function cloudOf(parts: Parts, close: () => Promise<void>): LocalCloud {
  const { engine, clock, scheduler, wechat, stats, options } = parts;
  const move = (now: number): Promise<void> => scheduler.move(now, options.catchUp ?? true);
  return {
    port: parts.port,
    url: parts.url,
    engine,
    faults: parts.faults,
    invoke: (name, event, caller) => invoke(parts, name, event, caller),
    now: clock.now,
    setClock: move,
    advance: ms => move(clock.now() + ms),
    fire: name => fire(parts, name),
    inbox: filter => wechat.inbox.list(filter),
    stats: () => stats.all(),
    resetStats: () => stats.reset(),
    subscribe: (openid, templateIds, accept = true) => {
      if (accept) for (const template of templateIds) wechat.memory.addCredit(openid, template);
    },
    stop: () => stop(parts, close),
  };
}

/** The limit of `callFunction`. */
const PAYLOAD_LIMIT = 100 * 1024;

async function invoke({ runner }: Parts, name: string, event: unknown, { openid }: Caller = {}): Promise<unknown> {
  const text = JSON.stringify(event ?? {});
  if (openid && Buffer.byteLength(text) > PAYLOAD_LIMIT)
    throw platformError('EXCEED_MAX_PAYLOAD_SIZE', 'the event is larger than 100 KB');
  const outcome = await runner.run(name, openid ? { kind: 'wechat', openid } : { kind: 'function' }, { value: event, text });
  if (!outcome.ok) throw platformError(outcome.code, outcome.message);
  return JSON.parse(outcome.result) as unknown;
}

async function fire({ scheduler }: Parts, name: string): Promise<unknown> {
  const outcome = await scheduler.fire(name);
  if (!outcome) throw platformError('TIMER_NOT_FOUND', `there is no timer ${name}`);
  if (!outcome.ok) throw platformError(outcome.code, outcome.message);
  return JSON.parse(outcome.result) as unknown;
}

async function stop(parts: Parts, close: () => Promise<void>): Promise<void> {
  parts.scheduler.stop();
  await parts.pool.stop();
  await close();
  parts.wechat.memory.save();
  await parts.engine.close();
  parts.cleanUp();
}
