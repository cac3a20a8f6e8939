/**
 * The store: one command writes one document.
 *
 * A document carries its version, its history (who, when, which action, which gesture) and its outbox (what it causes and nobody
 * has taken yet). A command reads, asks the rules, and saves that one document by one conditional update on `_id` and `version`.
 * Deduplication, audit and outbox are therefore one write: no transaction, no hot lock.
 *
 * A store is bound to one community. It puts the community into every id and filter, so a handler cannot forget it.
 */
import type { CivilDate, Instant } from '../../types/time';
import type { Collection, Stored } from './collection';
import { _, db } from './database';
import { Draft, type DraftSetup } from './draft';
import type { Author, Keeper, Row } from './keeper';
import { Refusal } from './refusal';
import { type Together, together } from './together';

export type Filter = Record<string, unknown>;
export type Page = {
  /** Fields to sort by, `-field` for descending; `_id` is added so that the order is total. */
  order?: readonly string[];
  /** At most 1000, the platform's cap. */
  limit?: number;
  /** Rows to pass over; only for short lists, a cursor in the filter for long ones. */
  skip?: number;
  /** Fields to leave at home: the heavy ones a list does not show. */
  without?: readonly string[];
};

const NOBODY: Author = { by: 'nobody', action: 'none', requestId: '', now: 0 as Instant };

export class Store implements Keeper {
  private constructor(
    readonly communityId: string,
    readonly author: Author,
  ) {}

  static ofCommunity = (communityId: string, author: Author): Store => new Store(communityId, author);
  /** For the door and for jobs: sees environment collections, and others only through `across`. */
  static ofEnvironment = (author: Author = NOBODY): Store => new Store('', author);

  /** The same author in another community; for jobs and events, whose actor is the system. */
  within = (communityId: string): Store => new Store(communityId, this.author);

  /** The same author at one step of a gesture, so that a later step of it may write a document that an earlier one wrote. */
  at = (step: string): Store => new Store(this.communityId, { ...this.author, action: step });

  /** One document by its id, or undefined. */
  async read<T>(from: Collection<T>, id: string): Promise<Stored<T> | undefined> {
    const { data } = await db().collection(from.name).doc(this.fullId(from, id)).get();
    const [row] = data as Row[];
    return row && this.fromRow<T>(from, row);
  }

  /** One document by its id. @throws Refusal NOT_FOUND */
  async need<T>(from: Collection<T>, id: string): Promise<Stored<T>> {
    const found = await this.read(from, id);
    if (!found) throw new Refusal('NOT_FOUND');
    return found;
  }

  /** Documents by ids, in no particular order; missing ones are left out. One call, at most 1000 ids. */
  async readAll<T>(from: Collection<T>, ids: readonly string[], page: Page = {}): Promise<Stored<T>[]> {
    if (ids.length === 0) return [];
    return this.rows(from, { _id: _.in(ids.map(id => this.fullId(from, id))) }, { limit: ids.length, ...page });
  }

  /** Documents of this community that match. Name an indexed field. */
  find<T>(from: Collection<T>, filter: Filter, page: Page = {}): Promise<Stored<T>[]> {
    return this.rows(from, this.scoped(from, filter), page);
  }

  /** All that match, read in pages of 1000 by cursor; for exports and jobs, not for screens. */
  async findAll<T>(from: Collection<T>, filter: Filter, page: Pick<Page, 'without'> = {}): Promise<Stored<T>[]> {
    const all: Stored<T>[] = [];
    for await (const part of this.pages(from, filter, page)) all.push(...part);
    return all;
  }

  /** The same a page at a time, so that what is read need not be held. */
  async *pages<T>(from: Collection<T>, filter: Filter, page: Pick<Page, 'without'> = {}): AsyncGenerator<Stored<T>[]> {
    for (let after = ''; ; ) {
      const part = await this.find(
        from,
        after ? (_.and([filter, { _id: _.gt(after) }] as never[]) as unknown as Filter) : filter,
        { ...page, limit: 1000 },
      );
      yield part;
      if (part.length < 1000) return;
      after = this.fullId(from, part[part.length - 1]!.id);
    }
  }

  async count<T>(from: Collection<T>, filter: Filter): Promise<number> {
    return (await db().collection(from.name).where(this.scoped(from, filter)).count()).total ?? 0;
  }

  /**
   * How many documents there are of each combination of these fields' values, counted by the database: one call, however many there
   * are. Name fields that every document has. At most ten thousand combinations.
   */
  async tally<T, F extends keyof T & string>(
    from: Collection<T>,
    filter: Filter,
    fields: readonly F[],
  ): Promise<({ [K in F]: T[K] } & { count: number })[]> {
    const { data } = await db()
      .collection(from.name)
      .aggregate()
      .match(this.scoped(from, filter))
      .group({ _id: Object.fromEntries(fields.map(field => [field, `$${field}`])), count: _.aggregate.sum(1) })
      .limit(10_000)
      .end();
    return (data as { _id: { [K in F]: T[K] }; count: number }[]).map(({ _id, count }) => ({ ..._id, count }));
  }

  /** Documents of every community; for the door and for jobs alone. */
  across<T>(from: Collection<T>, filter: Filter, page: Page = {}): Promise<Stored<T>[]> {
    return this.rows(from, filter, page);
  }

  /**
   * Opens a document for writing. Unless `quiet`, the courier's mark goes out now, in parallel with the reads that follow:
   * a mark without a deed costs nothing, a deed without a mark cannot exist.
   */
  draft<T>(to: Collection<T>, id: string, setup: DraftSetup = {}): Draft<T> {
    return new Draft(this, to, id, setup);
  }

  /** All or nothing over several documents, by id only; rare. No side effects inside: the callback may run again. */
  together<R>(work: (tx: Together) => Promise<R>): Promise<R> {
    return together(this, work);
  }

  /** The `_id` as it stands in the database. */
  fullId<T>(of: Collection<T>, id: string): string {
    return of.scope === 'community' ? `${this.own()}:${id}` : id;
  }

  /** A row of the database as handlers see it: with its local `id`. */
  fromRow<T>(from: Collection<T>, row: Row): Stored<T> {
    const { _id, ...fields } = row;
    const id = from.scope === 'community' ? _id.slice(_id.indexOf(':') + 1) : _id;
    return { ...fields, id } as unknown as Stored<T>;
  }

  /** A logic command (`_.and`, `_.or`) must not be spread: its conditions would be lost. */
  private scoped<T>(from: Collection<T>, filter: Filter): Filter {
    if (from.scope !== 'community') return filter;
    const own = { communityId: this.own() };
    return 'operands' in filter ? (_.and([own, filter]) as unknown as Filter) : { ...own, ...filter };
  }

  private own(): string {
    if (!this.communityId) throw new Error('this store is bound to no community');
    return this.communityId;
  }

  private async rows<T>(from: Collection<T>, filter: Filter, page: Page): Promise<Stored<T>[]> {
    let asked = db()
      .collection(from.name)
      .where(filter)
      .limit(Math.min(page.limit ?? 1000, 1000));
    for (const field of [...(page.order ?? []), '_id']) {
      asked = field.startsWith('-') ? asked.orderBy(field.slice(1), 'desc') : asked.orderBy(field, 'asc');
    }
    if (page.skip) asked = asked.skip(page.skip);
    if (page.without) asked = asked.field(Object.fromEntries(page.without.map(field => [field, false])));
    const { data } = await asked.get();
    return (data as Row[]).map(row => this.fromRow<T>(from, row));
  }
}

/** What every list leaves at home. */
export const LIGHT = ['history', 'outbox'] as const;

/** `{day: from…to}` for a filter. */
export const between = (from: CivilDate, to: CivilDate): unknown => _.gte(from).and(_.lte(to));
