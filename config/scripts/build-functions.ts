/** Bundles each function to one file and writes beside it what it needs: `dist/functions/NAME/{index.js,function.json,package.json}`. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { buildParts, lateParts } from './build-parts';
import { type FunctionSpec, functionSpecs, indexesOf } from './functions';
import { ROOT } from './root';

export async function buildFunctions(outRoot = join(ROOT, 'dist', 'functions')): Promise<{ name: string; bytes: number }[]> {
  rmSync(outRoot, { recursive: true, force: true });
  await buildParts();
  return Promise.all(
    functionSpecs.map(spec => buildFunction(spec, join(ROOT, 'cloudfunctions', spec.name, 'index.ts'), join(outRoot, spec.name))),
  );
}

/**
 * The SDK's entry to language models comes with 300 KB of browser adapters and stream polyfills, loaded at every cold start. No
 * function of ours calls it; the rest of the SDK stays as it is published.
 */
const withoutModels: Plugin = {
  name: 'without-models',
  setup({ onLoad }) {
    const contents = "exports.createAI = () => { throw new Error('language models are not part of this build'); };";
    onLoad({ filter: /@cloudbase\/node-sdk\/dist\/ai\/index\.js$/ }, () => ({ contents, loader: 'js' }));
  },
};

/** One function with the parts it names, which must have been built. */
export async function buildFunction(spec: FunctionSpec, entry: string, out: string): Promise<{ name: string; bytes: number }> {
  mkdirSync(out, { recursive: true });
  const outfile = join(out, 'index.js');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // What is loaded later is required then: kept bundles of the local cloud cannot import.
    supported: { 'dynamic-import': false },
    minify: true,
    keepNames: false,
    legalComments: 'none',
    plugins: [withoutModels, lateParts(spec.parts, out)],
    logLevel: 'error',
  });
  const { name, timeout, memory, timers } = spec;
  const collections = spec.collections.map(of => ({ name: of.name, indexes: indexesOf(of) }));
  writeFileSync(
    join(out, 'function.json'),
    `${JSON.stringify({ name, timeout, memory, runtime: 'Nodejs20.19', httpPath: `/api/${name}`, timers, collections }, null, 2)}\n`,
  );
  writeFileSync(join(out, 'package.json'), `${JSON.stringify({ name, version: '1.0.0', main: 'index.js' })}\n`);
  return { name, bytes: statSync(outfile).size };
}

if (process.argv[1] === __filename) {
  buildFunctions().then(
    built => {
      for (const { name, bytes } of built) console.log(`${name.padEnd(10)} ${(bytes / 1024).toFixed(0)} KB`);
    },
    error => {
      console.error(error);
      process.exit(1);
    },
  );
}
