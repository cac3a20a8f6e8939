import type { Doc, IndexSpec } from '../types';
import { pathParts } from '../values/paths';
import { indexKeys, type Notes } from './indexKeys';
import type { Slot } from './slot';
import { type Entry, SortedEntries } from './sortedEntries';

/** One index of a collection, kept in step with the newest commits. */
export class Tree {
  readonly spec: IndexSpec;
  /** The indexed paths; geographic fields permit queries but have no keys. */
  readonly names: readonly string[];
  readonly fields: readonly (readonly string[])[];
  readonly entries = new SortedEntries();
  /** Per field: an array was indexed once, so a document may have several entries. */
  readonly multikey: boolean[];
  /** The entries come in BSON order and once for each document. */
  ordered = true;
  /** A document may have several entries. */
  multi = false;
  private readonly roots: readonly string[];
  private readonly notes: Notes;

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.names = spec.fields.filter(field => field.direction !== '2dsphere').map(field => field.field);
    this.fields = this.names.map(pathParts);
    this.multikey = this.fields.map(() => false);
    this.roots = [...new Set(this.fields.map(parts => parts[0]!))];
    this.notes = {
      array: field => {
        this.multikey[field] = true;
        this.multi = true;
        this.ordered = false;
      },
      unordered: () => {
        this.ordered = false;
      },
    };
  }

  /** Fills an empty index. */
  load(slots: Iterable<Slot>): void {
    const all: Entry[] = [];
    for (const slot of slots) {
      if (slot.current.doc) for (const key of this.keys(slot.current.doc)) all.push({ key, slot });
    }
    this.entries.load(all);
  }

  /** The keys of a document. */
  keys(doc: Doc): string[] {
    return indexKeys(doc, this.fields, this.notes);
  }

  /** True if an older version has the very same indexed fields: versions share what did not change. */
  sameFields(from: Doc | null, to: Doc): boolean {
    return from !== null && this.roots.every(root => from[root] === to[root]);
  }

  /** False if no version of this shape can be refused, so that its keys need not be made twice. */
  mayRefuse(doc: Doc): boolean {
    return (
      this.spec.unique === true || (this.fields.length > 1 && this.roots.filter(root => typeof doc[root] === 'object').length > 1)
    );
  }

  /** Replaces the entries of a document. */
  replace(slot: Slot, from: Doc | null, to: Doc | null): void {
    if (to && this.sameFields(from, to)) return;
    const old = from ? this.keys(from) : [];
    const fresh = to ? this.keys(to) : [];
    for (const key of old) if (!fresh.includes(key)) this.entries.remove(key, slot);
    for (const key of fresh) if (!old.includes(key)) this.entries.add(key, slot);
  }

  /** Another document that has the key, if any. */
  holder(key: string, except: (slot: Slot) => boolean): Slot | null {
    let found: Slot | null = null;
    this.entries.ascend(key, null, entry => {
      if (entry.key !== key) return false;
      if (!except(entry.slot)) found = entry.slot;
      return found === null;
    });
    return found;
  }
}
