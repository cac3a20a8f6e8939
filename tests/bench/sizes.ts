/** Sizes and starts: packages, function bundles, the local cloud with a full community. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startDemoCloud } from '../../config/scripts/demo-cloud';
import { ROOT } from '../../config/scripts/root';
import type { Figure } from './table';

const KB = 1024;
const FUNCTIONS = join(ROOT, 'dist', 'functions');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** The main package is everything that is not in a subpackage. */
function packageSizes(): Figure[] {
  const weapp = join(ROOT, 'dist', 'weapp');
  const { subPackages = [] } = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const inSub = (file: string) => subPackages.find(({ root }) => file.startsWith(join(weapp, root)));
  const all = filesBelow(weapp).filter(file => !file.endsWith('.map'));
  const sum = (files: string[]) => ({
    raw: files.reduce((total, file) => total + statSync(file).size, 0) / KB,
    gzip: files.reduce((total, file) => total + gzipSync(readFileSync(file)).length, 0) / KB,
  });
  const main = sum(all.filter(file => !inSub(file)));
  const subs = subPackages.map(({ root }) => ({ root, ...sum(all.filter(file => inSub(file)?.root === root)) }));
  return [
    { what: 'WeChat main package, raw', value: main.raw, unit: 'KB', limit: 420 },
    { what: 'WeChat main package, gzip', value: main.gzip, unit: 'KB', limit: 120 },
    ...subs.map(({ root, raw }) => ({ what: `subpackage ${root}, raw`, value: raw, unit: 'KB', limit: 2048 })),
  ];
}

/** Loaded in a process of its own, five times, the median: what a cold instance pays before it can answer. */
function loadTime(name: string): number {
  const code = `const t=process.hrtime.bigint();require(${JSON.stringify(join(FUNCTIONS, name, 'index.js'))});console.log(Number(process.hrtime.bigint()-t)/1e6);process.exit(0)`;
  const runs = Array.from({ length: 5 }, () => Number(execFileSync(process.execPath, ['-e', code]).toString())).sort(
    (a, b) => a - b,
  );
  return runs[2]!;
}

function functionSizes(): Figure[] {
  return readdirSync(FUNCTIONS).flatMap(name => [
    { what: `function ${name}`, value: statSync(join(FUNCTIONS, name, 'index.js')).size / KB / KB, unit: 'MB', limit: 1.3 },
    { what: `function ${name}: loads in`, value: loadTime(name), unit: 'ms', limit: 150 },
  ]);
}

/** Twelve thousand residents and sixty thousand orders on disk; from the call to the first answer. */
async function cloudStart(): Promise<Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), 'jinlin-start-'));
  try {
    const first = await startDemoCloud({ dir, timers: false }, { residents: 12_000, past: 1250 });
    const orders = first.engine.collections().find(({ name }) => name === 'orders')!.count;
    await first.stop();
    const began = Date.now();
    const again = await startDemoCloud({ dir, timers: false }, { residents: 12_000 });
    await fetch(`${again.url}/local/clock`);
    const seconds = (Date.now() - began) / 1000;
    const { scans, queries } = again.engine.stats() as unknown as { scans: number; queries: number };
    await again.stop();
    return [
      { what: 'orders in the large community', value: orders, unit: '', limit: 60_000, sense: 'least' },
      { what: 'local cloud ready with them', value: seconds, unit: 's', limit: 2 },
      { what: `scans among ${queries} queries at start`, value: scans, unit: '' },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

export async function sizes(): Promise<Figure[]> {
  return [...packageSizes(), ...functionSizes(), ...(await cloudStart())];
}
