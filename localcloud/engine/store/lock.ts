import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const held = new Set<string>();

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function holder(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Takes a folder for this engine alone: a second one would not see what the first has in memory. The file names the process, so
 * what a killed process left behind does not count. Gives the function that releases.
 */
export function lockFolder(dir: string): () => void {
  const file = join(dir, 'engine.pid');
  const pid = holder(file);
  const taken = held.has(file) || (pid !== null && pid !== process.pid && isAlive(pid));
  if (taken) throw new Error(`the database in ${dir} is in use by process ${pid}; if that is something else, delete ${file}`);
  writeFileSync(file, String(process.pid));
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}
