/** Runs Taro for one target and reports how large the result is. Shared by `build-weapp.ts` and `build-h5.ts`. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export type Target = 'weapp' | 'h5';
export type Size = { name: string; raw: number; gzip: number };

export const root = path.resolve(__dirname, '../..');

export const outputOf = (target: Target): string => path.join(root, 'dist', target);

/** Lines that Taro prints and goes on, although the result would be wrong. */
const FATAL = /Module not found|编译失败|✖ Errors|was not found in|Can't resolve|ERROR in/;

const cache = path.join(root, '.cache');
const stampFile = (target: Target) => path.join(cache, `built-${target}`);

/** Names the sources that a build comes from. */
function fingerprint(target: Target): string {
  const hash = createHash('sha256').update(`${target} ${process.env.JINLIN_API_BASE ?? ''}`);
  for (const folder of ['src', 'types', 'config/plugins']) {
    for (const file of filesIn(path.join(root, folder)).sort())
      hash.update(file).update(readFileSync(path.join(root, folder, file)));
  }
  for (const file of ['config/index.ts', 'package-lock.json', 'package.json']) hash.update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

const isBuilt = (target: Target, stamp: string): boolean =>
  existsSync(entryOf(target)) && existsSync(stampFile(target)) && readFileSync(stampFile(target), 'utf8') === stamp;

const entryOf = (target: Target) => path.join(outputOf(target), target === 'weapp' ? 'app.json' : 'index.html');

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** @returns false when another process that still runs holds the lock. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    // A build that was killed leaves its lock behind.
    if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    return false;
  }
}

/** Two builds into one folder spoil each other: the second waits. */
function alone<T>(target: Target, work: () => T): T {
  const lock = path.join(cache, `building-${target}.pid`);
  mkdirSync(cache, { recursive: true });
  while (!takeLock(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  try {
    return work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @throws Error with what Taro said when it fails, or warns about something that breaks the result. */
function runTaro(target: Target): void {
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const run = spawnSync(process.execPath, [taro, 'build', '--type', target, '--disable-global-config', '--no-check'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target, CI: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  const said = `${run.stdout}\n${run.stderr}`;
  if (run.status !== 0 || FATAL.test(said) || !existsSync(entryOf(target)))
    throw new Error(`taro build --type ${target} failed\n${said}`);
}

/** Licences of what is bundled travel in a subpackage: WeChat's main package has no room to spare. */
function moveLicenses(output: string): void {
  const to = path.join(output, 'pages/people/licenses');
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(output).filter(file => file.endsWith('.LICENSE.txt')))
    renameSync(path.join(output, name), path.join(to, name));
}

function build(target: Target): void {
  const stamp = fingerprint(target);
  runTaro(target);
  if (target === 'weapp') moveLicenses(outputOf(target));
  writeFileSync(stampFile(target), stamp);
}

/** Builds one target. @returns the folder */
export function taroBuild(target: Target): string {
  alone(target, () => build(target));
  return outputOf(target);
}

/** Builds only when the sources changed since the last build. @returns the folder */
export function ensureBuilt(target: Target): string {
  if (isBuilt(target, fingerprint(target))) return outputOf(target);
  return alone(target, () => {
    // Whoever held the lock may have built the same.
    if (!isBuilt(target, fingerprint(target))) build(target);
    return outputOf(target);
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => statSync(path.join(folder, name)).isFile());
}

/** Adds up the files of a folder by the package that `packageOf` names; undefined leaves a file out. */
export function sizesOf(folder: string, packageOf: (file: string) => string | undefined): Size[] {
  const sizes = new Map<string, Size>();
  for (const file of filesIn(folder)) {
    const name = packageOf(file.split(path.sep).join('/'));
    if (!name) continue;
    const body = readFileSync(path.join(folder, file));
    const size = sizes.get(name) ?? { name, raw: 0, gzip: 0 };
    sizes.set(name, { name, raw: size.raw + body.length, gzip: size.gzip + gzipSync(body).length });
  }
  return [...sizes.values()].sort((a, b) => a.name.localeCompare(b.name));
}

const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;

/** Prints the sizes and ends the process when one is over its budget (KB, raw and gzip). */
export function report(title: string, sizes: Size[], budgets: Record<string, { raw: number; gzip: number }>): void {
  console.log(title);
  let over = false;
  for (const { name, raw, gzip } of sizes) {
    const budget = budgets[name];
    const late = budget !== undefined && (raw > budget.raw * 1024 || gzip > budget.gzip * 1024);
    over ||= late;
    const limit = budget ? ` (at most ${budget.raw} KB, gzip ${budget.gzip} KB)${late ? ' TOO LARGE' : ''}` : '';
    console.log(`  ${name.padEnd(18)} ${kb(raw)}, gzip ${kb(gzip)}${limit}`);
  }
  if (over) process.exit(1);
}
