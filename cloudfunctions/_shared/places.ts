/**
 * Scarce places: seats, course places, appointments, stock. A claim is one conditional update on one document: it joins the
 * holders if there is room and the conditions hold. Claiming twice is claiming once. Claim first, then write the order; a place
 * whose order never came is swept by a job of the domain.
 */
import * as z from 'zod';
import { zInstant } from '../../types/schemas';
import type { Instant } from '../../types/time';
import { collection } from './collection';
import { _, db, isDuplicate } from './database';
import { Refusal } from './refusal';
import type { Store } from './store';

const placesFields = {
  capacity: z.number().int(),
  /** capacity − Σ held; below zero when the capacity was lowered under what was taken. */
  left: z.number().int(),
  /** Closed places are claimed by nobody. */
  open: z.boolean(),
  closesAt: zInstant,
  /** Counts claims ever made, for a number that can be said aloud. */
  issued: z.number().int(),
  /** Holder → `count@instant`: one short text each, because the whole list comes back with every claim. */
  holders: z.record(z.string(), z.string()),
} as const;

export const places = collection('places', {
  schema: z.object(placesFields),
  indexes: [{ fields: ['communityId', 'closesAt'] }],
  retention: '随所属记录保留',
});

/** `before`: this holder has it already, from an attempt whose answer was lost, or from a rival of the same name. */
export type Claim = { taken: 'now'; issued: number } | { taken: 'before' } | { taken: 'no'; why: 'full' | 'closed' | 'none' };

const CLAIM_TRIES = 4;

/** A holder key is part of a field path. */
const safe = (holder: string): string => holder.replace(/[.$:]/g, '_');

export const holdText = (count: number, at: Instant): string => `${count}@${at}`;
export function readHold(text: string): { count: number; at: Instant } {
  const [count, at] = text.split('@').map(Number);
  return { count: count ?? 0, at: (at ?? 0) as Instant };
}

type PlacesRow = { left: number; open: boolean; closesAt: Instant; issued: number; holders: Record<string, string> };

export class Places {
  constructor(private readonly store: Store) {}

  /**
   * One round trip when it succeeds; a second one to say why it did not. `holder`: letters, digits, `-`, `~`.
   * @throws Refusal BUSY when others came between several times although there was room.
   */
  async claim(id: string, holder: string, count: number): Promise<Claim> {
    const now = this.store.author.now;
    const key = `holders.${safe(holder)}`;
    const free = {
      _id: this.store.fullId(places, id),
      open: true,
      closesAt: _.gt(now),
      left: _.gte(count),
      [key]: _.exists(false),
    };
    const taking = { left: _.inc(-count), issued: _.inc(1), version: _.inc(1), [key]: holdText(count, now) };
    for (let attempt = 0; attempt < CLAIM_TRIES; attempt++) {
      const { doc } = await db().collection('places').where(free).updateAndReturn(taking);
      if (doc) return { taken: 'now', issued: (doc as PlacesRow).issued };
      const why = await this.whyNot(id, holder, count);
      if (why) return why;
    }
    throw new Refusal('BUSY');
  }

  /** Undefined: nothing stands against it, so the claim met somebody else's write. */
  private async whyNot(id: string, holder: string, count: number): Promise<Claim | undefined> {
    const row = (await this.store.read(places, id)) as unknown as PlacesRow | undefined;
    if (!row) return { taken: 'no', why: 'none' };
    if (row.holders[safe(holder)]) return { taken: 'before' };
    if (!row.open || row.closesAt <= this.store.author.now) return { taken: 'no', why: 'closed' };
    return row.left < count ? { taken: 'no', why: 'full' } : undefined;
  }

  /** A fresh number for somebody whose first attempt claimed and then lost its answer; numbers may have gaps, never twins. */
  async issue(id: string): Promise<number> {
    const { doc } = await db()
      .collection('places')
      .where({ _id: this.store.fullId(places, id) })
      .updateAndReturn({ issued: _.inc(1), version: _.inc(1) });
    return (doc as PlacesRow).issued;
  }

  /** Gives a place back; giving it back twice is giving it back once. A holder that may hold this or that many says so in its name. */
  async release(id: string, holder: string, count: number): Promise<boolean> {
    const key = `holders.${safe(holder)}`;
    const { updated } = await db()
      .collection('places')
      .where({ _id: this.store.fullId(places, id), [key]: _.exists(true) })
      .update({ left: _.inc(count), version: _.inc(1), [key]: _.remove() });
    return (updated ?? 0) > 0;
  }

  /**
   * Hands a held place on to another holder, in one update: nobody can come between, and no place is ever free meanwhile.
   * @returns `passed`; `had`: the new holder has one and the old one none, as after a step that is repeated; `no`: neither holds one, or
   * the new holder has a place of its own.
   */
  async pass(id: string, from: string, to: string, count: number): Promise<'passed' | 'had' | 'no'> {
    const [old, next] = [`holders.${safe(from)}`, `holders.${safe(to)}`];
    const { updated } = await db()
      .collection('places')
      .where({ _id: this.store.fullId(places, id), [old]: _.exists(true), [next]: _.exists(false) })
      .update({ version: _.inc(1), [old]: _.remove(), [next]: holdText(count, this.store.author.now) });
    if (updated) return 'passed';
    const row = (await this.store.read(places, id)) as unknown as PlacesRow | undefined;
    return row?.holders[safe(to)] && !row.holders[safe(from)] ? 'had' : 'no';
  }

  /** Opens places or changes how many there are and until when; who holds one keeps it. */
  async open(id: string, capacity: number, closesAt: Instant): Promise<void> {
    const _id = this.store.fullId(places, id);
    const fresh = {
      communityId: this.store.communityId,
      capacity,
      left: capacity,
      open: true,
      closesAt,
      issued: 0,
      holders: {},
      version: 1,
      history: [],
      outbox: [],
    };
    try {
      await db()
        .collection('places')
        .add({ _id, ...fresh });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.resize(_id, capacity, closesAt);
    }
  }

  /** What stands already is left alone; the loop ends because a rival's change is seen at the next reading. */
  private async resize(_id: string, capacity: number, closesAt: Instant): Promise<void> {
    for (;;) {
      const { data } = await db().collection('places').doc(_id).field({ capacity: true, closesAt: true, open: true }).get();
      const [row] = data as { capacity: number; closesAt: Instant; open: boolean }[];
      if (!row || (row.capacity === capacity && row.closesAt === closesAt && row.open)) return;
      const change = { capacity, left: _.inc(capacity - row.capacity), open: true, closesAt, version: _.inc(1) };
      const { updated } = await db().collection('places').where({ _id, capacity: row.capacity }).update(change);
      if (updated) return;
    }
  }

  /** From now on nobody claims; who holds one keeps it until it is released. */
  async close(id: string): Promise<void> {
    await db()
      .collection('places')
      .where({ _id: this.store.fullId(places, id) })
      .update({ open: false, version: _.inc(1) });
  }
}
