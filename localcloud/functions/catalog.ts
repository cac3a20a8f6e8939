/** The folder of built functions, read as the platform reads a deployment, and noticed when it is rebuilt. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { IndexSpec } from '../engine';

export type CollectionSpec = { name: string; indexes?: IndexSpec[] };
export type TimerSpec = { name: string; cron: string };

/** `function.json`; everything is optional there. */
export type FunctionConfig = {
  /** Seconds; the platform's default is 3. */
  timeout: number;
  timers: TimerSpec[];
  collections: CollectionSpec[];
  /** A path of the server that leads to the function, beside `/api/NAME`. */
  httpPath?: string;
};

export type FunctionEntry = {
  readonly name: string;
  readonly file: string;
  /** Changes whenever the bundle or its settings are rebuilt. */
  readonly version: string;
  readonly config: FunctionConfig;
  /** Pending while its collections are being made. */
  ready?: Promise<void>;
};

const NAME = /^[A-Za-z][\w-]{0,59}$/;

const stamp = (file: string): string => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs}:${stat.size}:${stat.ino}` : '';
};

function readConfig(file: string): FunctionConfig {
  const defaults: FunctionConfig = { timeout: 3, timers: [], collections: [] };
  if (!statSync(file, { throwIfNoEntry: false })) return defaults;
  try {
    return { ...defaults, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<FunctionConfig>) };
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${String(error)}`);
  }
}

export class Catalog {
  private readonly entries = new Map<string, FunctionEntry>();

  constructor(
    private readonly folder: string,
    /** Told of each new or rebuilt function; may set `ready`. */
    private readonly changed: (entry: FunctionEntry, isRebuild: boolean) => void,
  ) {}

  /** @returns the function as it is built now, or undefined. Two `stat` calls (about 10 µs) each time keep it current. */
  get(name: string): FunctionEntry | undefined {
    const known = this.entries.get(name);
    if (!known && !NAME.test(name)) return undefined;
    const file = known?.file ?? path.join(this.folder, name, 'index.js');
    const bundle = stamp(file);
    // While a bundler replaces the file there is none for a moment; what is known stays in use.
    if (!bundle) return known;
    const settings = path.join(path.dirname(file), 'function.json');
    const version = `${bundle}|${stamp(settings)}`;
    if (known?.version === version) return known;
    const entry: FunctionEntry = { name, file, version, config: readConfig(settings) };
    this.entries.set(name, entry);
    this.changed(entry, known !== undefined);
    return entry;
  }

  /** Every function that is built at the moment. */
  list(): FunctionEntry[] {
    let names: string[] = [];
    try {
      names = readdirSync(this.folder);
    } catch {
      // The folder appears with the first build.
    }
    return names.sort().flatMap(name => this.get(name) ?? []);
  }

  /** The function whose `httpPath` is this path or a parent of it. */
  byHttpPath(urlPath: string): FunctionEntry | undefined {
    for (const { name, config } of this.entries.values()) {
      const { httpPath } = config;
      if (httpPath && (urlPath === httpPath || urlPath.startsWith(`${httpPath}/`))) return this.get(name);
    }
    return undefined;
  }
}
