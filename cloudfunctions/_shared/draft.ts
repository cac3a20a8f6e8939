import { randomUUID } from 'node:crypto';
import { jitter } from './clock';
import type { Collection, Deed, Outgoing, Stored } from './collection';
import { leaveMark, markId } from './courier';
import { _, db, isDuplicate } from './database';
import type { Keeper, Row } from './keeper';
import { Refusal } from './refusal';
import { hurries, outgoingOf, type Tell } from './tell';

/** What a decision yields: the document as it shall stand, and what it causes. Undefined: nothing to change. */
export type Decision<T> = { doc: T; tell?: readonly Tell[]; onBehalfOf?: string } | undefined;

/** Asks the rules. May run again when somebody else wrote in between, so it must not do what cannot be done twice. */
export type Decide<T> = (current: Stored<T> | undefined) => Decision<T> | Promise<Decision<T>>;

export type DraftSetup = {
  /** No events, no messages: leaves no mark. */
  quiet?: boolean;
  /** The document most likely does not exist yet: decide first without reading, insert, and read only on a duplicate key. */
  fresh?: boolean;
};

const TRIES = 6;
/** Deeds kept in a document; the sweep of an old gesture is long over after so many. */
const HISTORY = 60;

export class Draft<T> {
  private readonly ready: Promise<unknown>;
  /** In the same wave as the handler's own reads. */
  private readonly first: Promise<Stored<T> | undefined>;

  constructor(
    private readonly store: Keeper,
    private readonly to: Collection<T>,
    readonly id: string,
    private readonly setup: DraftSetup,
  ) {
    const mark = setup.quiet ? undefined : leaveMark(to.name, store.fullId(to, id), store.author.now);
    this.ready = Promise.all([mark, store.author.guard]);
    this.first = setup.fresh ? Promise.resolve(undefined) : store.read(to, id);
    // A handler may refuse before it ever saves; the rejections are then nobody's business.
    this.ready.catch(() => undefined);
    this.first.catch(() => undefined);
  }

  /** The document as it stood when the draft was opened; undefined for a fresh one or where there is none. */
  current(): Promise<Stored<T> | undefined> {
    return this.first;
  }

  /**
   * Decides and writes; on a conflict reads and decides again. The same gesture again returns the document as it stands now.
   * @throws Refusal BUSY after several conflicts; whatever `decide` refuses.
   */
  async save(decide: Decide<T>): Promise<Stored<T>> {
    await this.ready;
    let current = await this.first;
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      if (current && this.seen(current)) return current;
      const decision = await this.decideOn(current, decide);
      if (decision === 'exists') {
        current = await this.store.read(this.to, this.id);
        continue;
      }
      if (!decision) {
        if (!current) throw new Refusal('NOT_FOUND');
        return current;
      }
      const written = current ? await this.update(current, decision) : await this.insert(decision);
      if (written) return written;
      if (attempt > 1) await jitter(2, 15 * attempt);
      current = await this.store.read(this.to, this.id);
    }
    throw new Refusal('BUSY');
  }

  /**
   * A fresh draft decides without having read. If the rules then refuse, the document may exist after all (the retry of a gesture
   * that succeeded, answered after the cut-off): look, and decide again on what stands there.
   */
  private async decideOn(current: Stored<T> | undefined, decide: Decide<T>): Promise<Decision<T> | 'exists'> {
    try {
      return await decide(current);
    } catch (error) {
      if (!this.setup.fresh || current || !(error instanceof Refusal)) throw error;
      if (!(await this.store.read(this.to, this.id))) throw error;
      return 'exists';
    }
  }

  private seen(current: Stored<T>): boolean {
    return current.history.some(
      deed => deed.requestId === this.store.author.requestId && deed.action === this.store.author.action,
    );
  }

  private deed(decision: NonNullable<Decision<T>>): Deed {
    const { by, action, requestId, now } = this.store.author;
    return { at: now, by, action, requestId, ...(decision.onBehalfOf ? { onBehalfOf: decision.onBehalfOf } : {}) };
  }

  private outgoing(decision: NonNullable<Decision<T>>, version: number): Outgoing[] {
    const tell = decision.tell ?? [];
    if (tell.length && this.setup.quiet) throw new Error(`${this.to.name}: a quiet draft cannot tell anything`);
    const common = { communityId: this.communityOf(decision) || this.store.communityId, at: this.store.author.now };
    const cause = `${this.to.name}:${this.store.fullId(this.to, this.id)}:${version}`;
    return tell.map((item, position) => outgoingOf(item, `${cause}:${position}`, common));
  }

  /** Written: the door calls the courier for what hurries. */
  private errand(outbox: readonly Outgoing[]): void {
    if (outbox.some(hurries)) this.store.author.errands?.add(markId(this.to.name, this.store.fullId(this.to, this.id)));
  }

  private async insert(decision: NonNullable<Decision<T>>): Promise<Stored<T> | undefined> {
    const row = {
      ...this.body(decision),
      communityId: this.communityOf(decision),
      version: 1,
      history: [this.deed(decision)],
      outbox: this.outgoing(decision, 1),
    };
    const _id = this.store.fullId(this.to, this.id);
    try {
      await db()
        .collection(this.to.name)
        .add({ _id, ...row });
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
    this.errand(row.outbox);
    return this.store.fromRow(this.to, { _id, ...row } as Row);
  }

  private async update(current: Stored<T>, decision: NonNullable<Decision<T>>): Promise<Stored<T> | undefined> {
    const body = this.body(decision);
    const deed = this.deed(decision);
    const version = current.version + 1;
    const outbox = this.outgoing(decision, version);
    const change: Record<string, unknown> = { version: _.inc(1), history: _.push({ each: [deed], slice: -HISTORY } as never) };
    if (outbox.length) change.outbox = _.push({ each: outbox } as never);
    for (const [field, value] of Object.entries(body)) {
      if (JSON.stringify(value) !== JSON.stringify((current as Record<string, unknown>)[field])) change[field] = _.set(value);
    }
    for (const field of Object.keys(current)) {
      if (!(field in body) && !KEPT.has(field)) change[field] = _.remove();
    }
    const where = { _id: this.store.fullId(this.to, this.id), version: current.version };
    const { updated } = await db().collection(this.to.name).where(where).update(change);
    if (!updated) return undefined;
    this.errand(outbox);
    const kept = { id: current.id, communityId: current.communityId, version };
    return { ...body, ...kept, history: [...current.history, deed], outbox: [...current.outbox, ...outbox] } as Stored<T>;
  }

  /**
   * Validated by the collection's schema, so that nothing malformed is ever remembered; undefined fields fall away, in lists within
   * as well: the database would keep them as null, which the schema does not know when it reads them again.
   */
  private body(decision: NonNullable<Decision<T>>): Record<string, unknown> {
    return JSON.parse(JSON.stringify(this.to.schema.parse(decision.doc))) as Record<string, unknown>;
  }

  /** An environment document (an account) says itself to which community it belongs. */
  private communityOf(decision: NonNullable<Decision<T>>): string {
    return this.to.scope === 'community'
      ? this.store.communityId
      : ((decision.doc as { communityId?: string }).communityId ?? '');
  }
}

const KEPT = new Set(['id', '_id', 'communityId', 'version', 'history', 'outbox']);

/** A new id that sorts by nothing and reveals nothing. */
export const newId = (prefix: string): string => `${prefix}-${randomUUID().replace(/-/g, '').slice(0, 16)}`;
