import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { IndexSpec } from '../types';
import { lockFolder } from './lock';

type Row = { coll: string; id: string; body: string };
type Saved = { name: string; indexes: string };
type Change = { coll: string; id: string; body: string | null };

const SCHEMA = `
  create table if not exists colls(name text primary key, indexes text not null) without rowid;
  create table if not exists docs(coll text, id text, body text not null, primary key(coll, id)) without rowid;
`;

/**
 * The durable side: every change is written to SQLite before it is acknowledged. Changes of one turn of the event loop share one
 * transaction. WAL with synchronous=NORMAL outlives the process at any moment; only a power cut may cost the last few commits.
 */
export class Log {
  /** Durable commits so far. */
  commits = 0;
  private readonly db: Database.Database;
  private readonly put: Database.Statement;
  private readonly drop: Database.Statement;
  private pending = new Map<string, Change>();
  private settling: Promise<void> | null = null;
  private broken: Error | null = null;
  private flushNow: (() => void) | null = null;
  private readonly unlock: () => void = () => undefined;

  constructor(dir: string) {
    if (dir !== ':memory:') {
      mkdirSync(dir, { recursive: true });
      this.unlock = lockFolder(dir);
    }
    this.db = new Database(dir === ':memory:' ? dir : join(dir, 'database.sqlite'));
    this.db.exec('pragma journal_mode=wal; pragma synchronous=normal;');
    this.db.exec(SCHEMA);
    this.put = this.db.prepare('insert or replace into docs values(?, ?, ?)');
    this.drop = this.db.prepare('delete from docs where coll = ? and id = ?');
  }

  /** All collections with the specifications of their indexes. */
  savedCollections(): { name: string; indexes: IndexSpec[] }[] {
    const rows = this.db.prepare('select name, indexes from colls').all() as Saved[];
    return rows.map(row => ({ name: row.name, indexes: JSON.parse(row.indexes) as IndexSpec[] }));
  }

  /** All documents. */
  savedDocuments(): Iterable<Row> {
    return this.db.prepare('select coll, id, body from docs').all() as Row[];
  }

  /** Records a collection at once. */
  saveCollection(name: string, indexes: IndexSpec[]): void {
    this.db.prepare('insert or replace into colls values(?, ?)').run(name, JSON.stringify(indexes));
  }

  /** Notes a change; a null body removes. It becomes durable with `settled()`. */
  write(coll: string, id: string, body: string | null): void {
    if (this.broken) throw this.broken;
    this.pending.set(`${coll}\u0000${id}`, { coll, id, body });
    this.settling ??= new Promise((resolve, reject) => {
      this.flushNow = () => {
        this.flushNow = null;
        this.settling = null;
        try {
          this.flush();
          resolve();
        } catch (error) {
          this.broken = error instanceof Error ? error : new Error(String(error));
          reject(this.broken);
        }
      };
      setImmediate(() => this.flushNow?.());
    });
  }

  /** The end of the running group commit, or null if all is durable. Readers wait too: what they saw must survive. */
  settled(): Promise<void> | null {
    return this.settling;
  }

  close(): void {
    this.flushNow?.();
    this.db.close();
    this.unlock();
  }

  private flush(): void {
    const changes = this.pending;
    this.pending = new Map();
    this.db.exec('begin immediate');
    for (const { coll, id, body } of changes.values()) {
      if (body === null) this.drop.run(coll, id);
      else this.put.run(coll, id, body);
    }
    this.db.exec('commit');
    this.commits++;
  }
}
