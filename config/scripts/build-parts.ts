/**
 * Parts are large pieces that few calls need: built once as files of their own, laid beside each function that names them, and
 * loaded from there on first use. The function itself stays as small and as quick to start as without them.
 */
import { copyFileSync, cpSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { packFonts } from './fonts';
import type { PartName } from './functions';
import { ROOT } from './root';

const SOURCES = join(ROOT, 'cloudfunctions', '_parts');
const BUILT = join(ROOT, 'dist', 'parts');
const PARTS: readonly PartName[] = ['papers'];

/** What a part reads beside its code lies in `assets`, made here and not kept in the repository. */
export function makeAssets(): void {
  const assets = join(SOURCES, 'papers', 'assets');
  packFonts(assets);
  const [wasm, copy] = [join(ROOT, 'node_modules', '@resvg', 'resvg-wasm', 'index_bg.wasm'), join(assets, 'resvg.wasm')];
  // Left alone when it is there: somebody may be reading it.
  if (statSync(copy, { throwIfNoEntry: false })?.size !== statSync(wasm).size) copyFileSync(wasm, copy);
}

/** @returns when every part lies in `dist/parts/NAME`. */
export async function buildParts(): Promise<void> {
  makeAssets();
  rmSync(BUILT, { recursive: true, force: true });
  await Promise.all(
    PARTS.map(async name => {
      await build({
        entryPoints: [join(SOURCES, name, 'index.ts')],
        outfile: join(BUILT, name, 'index.js'),
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        minify: true,
        legalComments: 'none',
        logLevel: 'error',
      });
      const assets = join(SOURCES, name, 'assets');
      if (existsSync(assets))
        cpSync(assets, join(BUILT, name, 'assets'), { recursive: true, filter: file => !file.endsWith('.version') });
    }),
  );
}

/** Leaves a part out of the bundle, lays it beside it, and points to it there. A part that is not named is a mistake told at once. */
export const lateParts = (named: readonly PartName[], out: string): Plugin => ({
  name: 'late-parts',
  setup({ onResolve, onEnd }) {
    onResolve({ filter: /\/_parts\/[^/]+$/ }, ({ path }) => {
      const name = PARTS.find(part => path.endsWith(`/${part}`));
      if (!name || !named.includes(name))
        return { errors: [{ text: `config/scripts/functions.ts does not name the part of ${path}` }] };
      return { path: `./${name}/index.js`, external: true };
    });
    onEnd(() => {
      for (const name of named) cpSync(join(BUILT, name), join(out, name), { recursive: true });
    });
  },
});
