/** A local cloud with small functions of the tests, built as a project would build its own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import './environment';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../../../localcloud';

const SETTINGS: Record<string, object> = {
  echo: {},
  shop: { timeout: 10, collections: [{ name: 'goods' }] },
  rough: { timeout: 1, httpPath: '/pay/notify' },
  clockwork: { timers: [{ name: 'everyHour', cron: '0 0 * * * * *' }] },
};

export type Bed = { cloud: LocalCloud; functionsDir: string };

export const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'host-test-'));

/** Builds one fixture into a functions folder. */
export function buildFunction(functionsDir: string, name: string, source = path.join(__dirname, 'fixtures', `${name}.ts`)): void {
  const outfile = path.join(functionsDir, name, 'index.js');
  buildSync({ entryPoints: [source], bundle: true, platform: 'node', format: 'cjs', minify: true, logLevel: 'error', outfile });
  writeFileSync(path.join(functionsDir, name, 'function.json'), JSON.stringify(SETTINGS[name] ?? {}));
}

/** Starts a cloud with the named fixtures; `close` stops it and removes what it built. */
export async function open(
  names: string[],
  options: Partial<LocalCloudOptions> = {},
): Promise<Bed & { close: () => Promise<void> }> {
  const functionsDir = newFolder();
  for (const name of names) buildFunction(functionsDir, name);
  const cloud = await startLocalCloud({ dir: ':memory:', functionsDir, quiet: true, timers: false, workers: 2, ...options });
  const close = async (): Promise<void> => {
    await cloud.stop();
    rmSync(functionsDir, { recursive: true, force: true });
  };
  return { cloud, functionsDir, close };
}

/** A JSON call over HTTP. */
export async function call(url: string, body?: unknown, init: RequestInit = {}) {
  const reply = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    ...init,
  });
  const text = await reply.text();
  let json: Record<string, never> & Record<string, unknown> = {};
  try {
    json = JSON.parse(text);
  } catch {
    // Not every reply is JSON.
  }
  return { status: reply.status, headers: reply.headers, text, json };
}
