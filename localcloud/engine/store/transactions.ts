import { EngineError, noTransaction } from '../errors';
import { newDocumentId } from '../values/objectId';
import type { Database } from './database';
import type { Session } from './session';
import { Transaction } from './transaction';

/** A transaction lives this long, by the engine's clock. */
const LIFETIME_MS = 30_000;
const SWEEP_MS = 50;

/** The open transactions by id. */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private sweeper: NodeJS.Timeout | null = null;

  constructor(private readonly database: Database) {}

  start(): string {
    const id = newDocumentId();
    this.open.set(id, new Transaction(this.database, this.database.now()));
    this.sweeper ??= setInterval(() => this.sweep(), SWEEP_MS).unref();
    return id;
  }

  /** Runs one action inside a transaction. Any error ends it, as in MongoDB. */
  run<T>(id: unknown, action: (session: Session) => T): T {
    const transaction = this.find(id);
    try {
      return action(transaction);
    } catch (error) {
      this.abort(id);
      throw error;
    }
  }

  commit(id: unknown): void {
    const transaction = this.find(id);
    try {
      transaction.commit();
      this.remove(id as string);
    } catch (error) {
      this.abort(id);
      throw error;
    }
  }

  abort(id: unknown): void {
    this.find(id).abort();
    this.remove(id as string);
  }

  /** Ends all, as when the server stops. */
  close(): void {
    for (const id of [...this.open.keys()]) this.abort(id);
  }

  private find(id: unknown): Transaction {
    this.sweep();
    const transaction = this.open.get(String(id));
    if (!transaction) throw noTransaction();
    return transaction;
  }

  /** Aborts what has expired, so that nobody waits for it. */
  private sweep(): void {
    const oldest = this.database.now() - LIFETIME_MS;
    for (const [id, transaction] of this.open) {
      if (transaction.startedAt > oldest) continue;
      transaction.abort();
      this.remove(id);
    }
  }

  private remove(id: string): void {
    this.open.delete(id);
    if (this.open.size > 0 || !this.sweeper) return;
    clearInterval(this.sweeper);
    this.sweeper = null;
  }
}

/** True for the refusal that makes the SDK run a transaction again. */
export const isConflict = (error: unknown): boolean =>
  error instanceof EngineError && error.code === 'DATABASE_TRANSACTION_CONFLICT';
