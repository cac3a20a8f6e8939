/** Runs Taro for one target and reports how large the result is. Shared by `build-weapp.ts` and `build-h5.ts`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export type Target = 'weapp' | 'h5';
export type Size = { name: string; raw: number; gzip: number };

export const root = path.resolve(__dirname, '../..');

export const outputOf = (target: Target): string => path.resolve(root, process.env.JINLIN_OUTPUT ?? `dist/${target}`);

/** Lines that Taro prints and goes on, although the result would be wrong. */
const FATAL = /Module not found|编译失败|✖ Errors|was not found in|Can't resolve|ERROR in/;

/** Ends the process with what Taro said when it fails, or warns about something that breaks the result. */
export function taroBuild(target: Target): string {
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const run = spawnSync(process.execPath, [taro, 'build', '--type', target, '--disable-global-config', '--no-check'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', TARO_ENV: target, CI: '1', NO_UPDATE_NOTIFIER: '1' },
    maxBuffer: 64 * 1024 * 1024,
  });
  const said = `${run.stdout}\n${run.stderr}`;
  const output = outputOf(target);
  const entry = path.join(output, target === 'weapp' ? 'app.json' : 'index.html');
  if (run.status !== 0 || FATAL.test(said) || !existsSync(entry)) {
    console.error(`taro build --type ${target} failed\n${said}`);
    process.exit(1);
  }
  return output;
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
