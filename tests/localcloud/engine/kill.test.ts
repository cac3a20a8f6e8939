import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../../localcloud/engine';
import { type Database, sdk } from './support/cloud';

const ACCOUNTS = 6;
const EACH = 1000;
const CLIENTS = 8;
const ROUNDS = 4;

// The SDK forgets the slowness timer of a request that failed; it would speak after the test is over.
console.warn = () => undefined;

type Server = { child: ChildProcess; db: Database };
type Transaction = Awaited<ReturnType<Database['startTransaction']>>;

/** What the clients were told: the transfers that were acknowledged, and the claims, with those that may or may not have happened. */
class Ledger {
  readonly transfers: string[] = [];
  claimed = 0;
  unknownClaims = 0;
}

async function startServer(dir: string): Promise<Server> {
  const script = join(__dirname, 'support/child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, db: sdk(Number(/port (\d+)/.exec(said.toString())![1])) };
}

/** Moves money between two accounts and notes it, all in one transaction. */
async function transfer(db: Database, client: number, id: string): Promise<void> {
  const from = `a${(client + id.length) % ACCOUNTS}`;
  const to = `a${(client * 3 + 1) % ACCOUNTS}`;
  await db.runTransaction(async (transaction: Transaction) => {
    const accounts = transaction.collection('accounts');
    if (from !== to) {
      await accounts.doc(from).update({ fen: db.command.inc(-1) });
      await accounts.doc(to).update({ fen: db.command.inc(1) });
    }
    await transaction.collection('transfers').doc(id).set({ client });
  });
}

/** Takes one of the scarce places by a conditional update. */
async function claim(db: Database, ledger: Ledger): Promise<void> {
  ledger.unknownClaims++;
  const { updated } = await db
    .collection('accounts')
    .where({ _id: 'places', left: db.command.gte(1) })
    .update({ left: db.command.inc(-1) });
  ledger.unknownClaims--;
  ledger.claimed += updated ?? 0;
}

/** Works until the server is gone. Conflicts are part of the game. */
async function client(db: Database, number: number, round: number, ledger: Ledger): Promise<void> {
  for (let i = 0; ; i++) {
    const id = `r${round}-c${number}-${i}`;
    try {
      if (i % 3 === 0) await claim(db, ledger);
      else {
        await transfer(db, number, id);
        ledger.transfers.push(id);
      }
    } catch (error) {
      if ((error as { code: string }).code !== 'DATABASE_TRANSACTION_CONFLICT') return;
    }
  }
}

test('kill -9 loses nothing that was acknowledged, and sums hold', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'engine-kill-'));
  const setup = await openEngine({ dir });
  await setup.ensureCollection('accounts');
  const accounts = Array.from({ length: ACCOUNTS }, (_, i) => JSON.stringify({ _id: `a${i}`, fen: EACH }));
  const data = [...accounts, JSON.stringify({ _id: 'places', left: 1_000_000 })];
  await setup.handle({ action: 'database.insertDocument', collectionName: 'accounts', data });
  await setup.close();

  const ledger = new Ledger();
  for (let round = 0; round < ROUNDS; round++) {
    const { child, db } = await startServer(dir);
    const clients = Array.from({ length: CLIENTS }, (_, number) => client(db, number, round, ledger));
    await new Promise(resolve => setTimeout(resolve, 150 + Math.random() * 400));
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await Promise.all([gone, ...clients]);
  }

  const engine = await openEngine({ dir });
  const stored = engine.peek('accounts') as { _id: string; fen?: number; left?: number }[];
  const kept = new Set((engine.peek('transfers', {}, Number.POSITIVE_INFINITY) as { _id: string }[]).map(({ _id }) => _id));
  expect(ledger.transfers.length).toBeGreaterThan(0);
  expect(ledger.transfers.filter(id => !kept.has(id))).toEqual([]);
  expect(stored.reduce((sum, { fen = 0 }) => sum + fen, 0)).toBe(ACCOUNTS * EACH);
  const taken = 1_000_000 - stored.find(({ _id }) => _id === 'places')!.left!;
  expect(taken).toBeGreaterThanOrEqual(ledger.claimed);
  expect(taken).toBeLessThanOrEqual(ledger.claimed + ledger.unknownClaims);
  await engine.close();
  rmSync(dir, { recursive: true });
}, 40_000);
