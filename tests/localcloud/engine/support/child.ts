import { openEngine } from '../../../../localcloud/engine';
import { serveEngine } from './http';

/** A server process to be killed: `child.ts <folder>`; says `port <n>` when it listens. */
async function main(dir: string): Promise<void> {
  const engine = await openEngine({ dir });
  await engine.ensureCollection('accounts');
  await engine.ensureCollection('transfers', [{ name: 'client', fields: [{ field: 'client' }] }]);
  const { port } = await serveEngine(engine);
  process.stdout.write(`port ${port}\n`);
}

void main(process.argv[2]!);
