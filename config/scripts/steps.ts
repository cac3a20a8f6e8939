/** What `npm run check` and `npm test` have in common: steps that pass or fail, and one plain line at the end. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root';

export type Outcome = { passed: number; failed: number };

const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', name);

/** @returns true when the command ended well; its output is shown when it did not. */
function run(command: string, args: string[]): Promise<{ ok: boolean; said: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', part => (said += part));
    child.stderr.on('data', part => (said += part));
    child.on('exit', code => resolve({ ok: code === 0, said }));
  });
}

/** One thing that must hold. */
export async function step(title: string, command: string, args: string[]): Promise<Outcome> {
  const began = Date.now();
  const { ok, said } = await run(bin(command), args);
  console.log(`${ok ? '✓' : '✗'} ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(said);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

export const types = () => step('types', 'tsc', ['--noEmit', '-p', '.']);
export const lint = () => step('lint and format', 'biome', ['check', '--config-path=config', '.']);
export const boundaries = () =>
  step('boundaries', 'depcruise', [
    '--config',
    'config/boundaries.cjs',
    '--output-type',
    'err',
    'types',
    'cloudfunctions',
    'src',
    'localcloud',
  ]);
export const buildFunctions = () => step('build: functions', 'tsx', ['config/scripts/build-functions.ts']);
export const buildWeapp = () => step('build: WeChat', 'tsx', ['config/scripts/build-weapp.ts']);
export const buildH5 = () => step('build: web', 'tsx', ['config/scripts/build-h5.ts']);

/** Jest over these projects (all when none is named), in a time zone; a suite that cannot even start counts as a failure. */
export async function tests(projects: string[] = [], timeZone = 'UTC'): Promise<Outcome> {
  const report = join(ROOT, '.cache', 'jest-report.json');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const select = projects.length ? ['--selectProjects', ...projects] : [];
  await new Promise<void>(resolve => {
    // A suite that leaves something open must not keep the sum from being printed.
    // Jest leaves one processor to itself, which on two is half of them.
    const workers = ['--maxWorkers', '100%'];
    const args = [
      '--config',
      'config/jest.config.cjs',
      ...workers,
      '--json',
      '--outputFile',
      report,
      '--silent',
      '--forceExit',
      ...select,
    ];
    spawn(bin('jest'), args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, TZ: timeZone } }).on(
      'exit',
      () => resolve(),
    );
  });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The plain last line, and the exit code. */
export function finish(outcomes: Outcome[]): never {
  const sum = (key: keyof Outcome): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);
}
