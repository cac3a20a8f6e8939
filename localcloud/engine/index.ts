import { actions, type Body, isBusy } from './actions';
import { EngineError, invalid } from './errors';
import { find, newest } from './query/find';
import { Database } from './store/database';
import { Log } from './store/log';
import { directSession, type Session } from './store/session';
import { isConflict, Transactions } from './store/transactions';
import type { AdminReply, Doc, Engine, EngineStats, IndexSpec } from './types';
import { decodeValue } from './values/ejson';
import { newDocumentId } from './values/objectId';

export type { AdminReply, Direction, Engine, EngineStats, IndexSpec } from './types';

/*
 * The database of the local cloud. `actions` reads a call of the wire protocol; `query` finds documents, `update` makes new versions,
 * `aggregate` runs pipelines; `store` holds collections, indexes, transactions and the durable log; `values` knows types and order.
 */

/**
 * Opens the database in a folder (made if missing), or in memory only. `now` is the clock (epoch ms) of server dates and of the
 * expiry of transactions.
 */
export async function openEngine(options: { dir: string | ':memory:'; now?: () => number }): Promise<Engine> {
  return new LocalEngine(new Log(options.dir), options.now ?? Date.now);
}

class LocalEngine implements Engine {
  private readonly database: Database;
  private readonly transactions: Transactions;
  private readonly direct: Session;

  constructor(
    private readonly log: Log,
    now: () => number,
  ) {
    this.database = new Database(log, now);
    this.transactions = new Transactions(this.database);
    this.direct = directSession(this.database);
  }

  async handle(body: Body): Promise<AdminReply> {
    const requestId = newDocumentId();
    let reply: Omit<AdminReply, 'requestId'>;
    try {
      reply = await this.answer(body);
    } catch (error) {
      if (isConflict(error)) this.database.stats.conflicts++;
      reply = refusal(error);
    }
    try {
      const settled = this.log.settled();
      if (settled) await settled;
    } catch (error) {
      reply = refusal(error);
    }
    return { requestId, ...reply };
  }

  /** Runs an action, again each time that a transaction it had to wait for has ended. */
  private async answer(body: Body): Promise<Omit<AdminReply, 'requestId'>> {
    for (;;) {
      try {
        return this.perform(body);
      } catch (error) {
        if (!isBusy(error)) throw error;
        await error.lock.ended;
      }
    }
  }

  private perform(body: Body): Omit<AdminReply, 'requestId'> {
    const id = body['transactionId'];
    switch (body.action) {
      case 'database.startTransaction':
        return { transactionId: this.transactions.start() };
      case 'database.commitTransaction':
        this.transactions.commit(id);
        return {};
      case 'database.abortTransaction':
        this.transactions.abort(id);
        return {};
    }
    const action = actions[body.action.slice('database.'.length)];
    if (!action || !body.action.startsWith('database.')) throw invalid(`unknown action: ${body.action}`);
    const run = (session: Session): unknown => action(this.database, session, body);
    return { data: id === undefined ? run(this.direct) : this.transactions.run(id, run) };
  }

  async ensureCollection(name: string, indexes?: IndexSpec[]): Promise<void> {
    this.database.ensure(name, indexes);
  }

  collections(): { name: string; count: number; indexes: IndexSpec[] }[] {
    return [...this.database.collections.values()]
      .map(({ name, count, trees }) => ({ name, count, indexes: trees.map(tree => tree.spec) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  peek(name: string, filter: object = {}, limit = 1000): unknown[] {
    const collection = this.database.collection(name);
    const uncounted: EngineStats = { ...this.database.stats };
    const wanted = decodeValue(structuredClone(filter), this.database.now()) as Doc;
    return find(collection, wanted, newest, uncounted, { sort: [], skip: 0, limit }).map(slot => slot.current.doc);
  }

  stats(): EngineStats {
    return { ...this.database.stats, commits: this.log.commits };
  }

  async close(): Promise<void> {
    this.transactions.close();
    this.log.close();
  }
}

function refusal(error: unknown): Omit<AdminReply, 'requestId'> {
  if (error instanceof EngineError) return { code: error.code, message: error.message };
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error) };
}
