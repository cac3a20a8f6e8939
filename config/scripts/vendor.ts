/** The vendors' tools are large and needed only by who deploys: they are fetched by npx when they are, and explained when they cannot run. */
import { spawnSync } from 'node:child_process';
import { ROOT } from './root';

/** Names of variables a deployment needs, each with where it comes from. */
export type Needed = Record<string, string>;

/** Says what is missing, all at once, and ends with code 1. */
export function requireEnvironment(what: string, needed: Needed): Record<string, string> {
  const missing = Object.keys(needed).filter(name => !process.env[name]);
  if (missing.length > 0) {
    console.error(`${what} 还缺 ${missing.length} 项设置（环境变量）：\n`);
    for (const name of missing) console.error(`  ${name.padEnd(24)} ${needed[name]}`);
    console.error('\n详见 docs/deploy.md');
    process.exit(1);
  }
  return Object.fromEntries(Object.keys(needed).map(name => [name, process.env[name]!]));
}

/** Runs a vendor's tool and stops when it fails; `secret` arguments are not shown. */
export function runTool(args: string[], options: { cwd?: string; secret?: boolean } = {}): void {
  console.log(`→ npx ${options.secret ? `${args.slice(0, 3).join(' ')} …` : args.join(' ')}`);
  const { status, error } = spawnSync('npx', ['--yes', ...args], { cwd: options.cwd ?? ROOT, stdio: 'inherit' });
  if (status === 0) return;
  console.error(error ? `工具没有运行起来：${error.message}` : `工具报错，退出码 ${status}。上面是它的原话。`);
  process.exit(1);
}
