import { duplicate } from '../errors';
import type { Doc, IndexSpec, Value } from '../types';
import { encode } from '../values/ejson';
import { emptySlot, type Slot } from './slot';
import { Tree } from './tree';

/** The key of an `_id` in memory and on disk: the string itself, or its EJSON after a mark. */
export const idKey = (id: Value): string => (typeof id === 'string' && id.charCodeAt(0) !== 1 ? id : `\u0001${encode(id)}`);

const ID_INDEX: IndexSpec = { name: '_id_', fields: [{ field: '_id' }], unique: true };

/** The documents of one collection, by id and by index. */
export class Collection {
  readonly name: string;
  readonly slots = new Map<string, Slot>();
  readonly ids = new Tree(ID_INDEX);
  trees: Tree[] = [];
  count = 0;
  private ordinals = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** The place of a document, made if it is missing. */
  slot(key: string): Slot {
    let slot = this.slots.get(key);
    if (!slot) {
      slot = emptySlot(key, ++this.ordinals);
      this.slots.set(key, slot);
    }
    return slot;
  }

  /** Puts a document read from disk; the indexes are filled afterwards. */
  restore(key: string, doc: Doc, body: string): void {
    this.slot(key).current = { doc, body, seq: 0, prev: null };
    this.count++;
  }

  /** Fills `_id` and the given indexes from the documents. A unique index over duplicates is refused. */
  buildIndexes(specs: IndexSpec[]): void {
    const trees = specs.map(spec => {
      const tree = new Tree(spec);
      tree.load(this.slots.values());
      if (spec.unique) this.refuseDuplicates(tree);
      return tree;
    });
    this.ids.load(this.slots.values());
    this.trees = trees;
  }

  /** Refuses a document that an index cannot take: two arrays in a compound key, or a unique key that another document has. */
  check(slot: Slot, doc: Doc): void {
    for (const tree of this.trees) {
      if (!tree.mayRefuse(doc) || tree.sameFields(slot.current.doc, doc)) continue;
      const keys = tree.keys(doc);
      if (tree.spec.unique && keys.some(key => tree.holder(key, other => other === slot))) throw this.duplicate(tree, doc);
    }
  }

  /** E11000 for a document in an index. */
  duplicate(tree: Tree, doc: Doc): Error {
    const shown = tree.spec.fields.map(({ field }) => `${field}: ${encode(doc[field.split('.')[0]!] ?? null)}`);
    return duplicate(this.name, tree.spec.name, `{ ${shown.join(', ')} }`);
  }

  private refuseDuplicates(tree: Tree): void {
    let last: { key: string; slot: Slot } | null = null;
    tree.entries.ascend('', null, entry => {
      if (last?.key === entry.key && last.slot !== entry.slot) throw this.duplicate(tree, entry.slot.current.doc!);
      last = entry;
      return true;
    });
  }
}
