/**
 * Loads a bundle as `require` would, and keeps what V8 made of its text, so that the next thread or the next start need not compile it
 * again. That is nearly half of the time a bundle of a megabyte takes to load.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { threadId } from 'node:worker_threads';

type Wrapped = (exports: object, require: NodeJS.Require, module: { exports: object }, file: string, folder: string) => void;

/** The name says the content: an older build is never taken for the newer one. V8 itself refuses what another version of it made. */
const nameOf = (source: string): string => `${createHash('sha1').update(source).digest('hex')}.v8`;

function kept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all; a folder that cannot be written costs time, nothing else. */
function keep(file: string, data: Buffer): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.${threadId}`;
    writeFileSync(draft, data);
    renameSync(draft, file);
  } catch {
    // Compiled again next time.
  }
}

/** @param folder where compiled bundles are kept; without it nothing is kept and nothing looked for. @returns its exports */
export function loadBundle(file: string, folder: string | undefined): object {
  const require = createRequire(file);
  if (!folder) return require(file) as object;
  const source = readFileSync(file, 'utf8');
  const compiled = path.join(folder, nameOf(source));
  const cachedData = kept(compiled);
  const script = new Script(wrap(source), { filename: file, cachedData });
  const module = { exports: {} };
  (script.runInThisContext() as Wrapped)(module.exports, require, module, file, path.dirname(file));
  // After it ran, so that the functions it needed at once are in it too.
  if (!cachedData || script.cachedDataRejected) keep(compiled, script.createCachedData());
  return module.exports;
}
