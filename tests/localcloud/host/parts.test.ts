import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunction } from '../../../config/scripts/build-functions';
import { buildParts } from '../../../config/scripts/build-parts';
import { ROOT } from '../../../config/scripts/root';
import { startLocalCloud } from '../../../localcloud';

const spec = { name: 'probe', timeout: 20, memory: 512, timers: [], collections: [] };

describe('a function with a part', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-parts-'));
  const entry = join(folder, 'source', 'index.ts');
  beforeAll(async () => {
    mkdirSync(join(folder, 'source'));
    const kernel = JSON.stringify(join(ROOT, 'cloudfunctions', '_shared', 'papers'));
    writeFileSync(
      entry,
      `import { papers, posterPaper } from ${kernel};
       const paper = posterPaper({ from: '幸福里', title: '停水通知' });
       export const main = async () => {
         const { makePdf, makePng } = await papers();
         return { pdf: (await makePdf(paper)).length, png: (await makePng(paper, 200)).length };
       };`,
    );
    await buildParts();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('stays small, carries the part in its own folder and loads it when it is used', async () => {
    const out = join(folder, 'functions', 'probe');
    const { bytes } = await buildFunction({ ...spec, parts: ['papers'] }, entry, out);
    expect(bytes).toBeLessThan(20_000);
    expect(statSync(join(out, 'papers', 'assets', 'song.ttf')).size).toBeGreaterThan(1_000_000);
    const cloud = await startLocalCloud({ port: 0, dir: ':memory:', functionsDir: join(folder, 'functions'), quiet: true });
    try {
      expect(await cloud.invoke('probe', {})).toEqual({ pdf: expect.any(Number), png: expect.any(Number) });
    } finally {
      await cloud.stop();
    }
  });

  it('is not built when it does not name the part', async () => {
    await expect(buildFunction({ ...spec, parts: [] }, entry, join(folder, 'nameless'))).rejects.toThrow(
      'does not name the part',
    );
  });
});
