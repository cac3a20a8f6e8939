import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { equal, isDoc } from '../values/compare';
import { encode } from '../values/ejson';
import { isPosition, own, valueAt } from '../values/paths';

type Container = Doc | Value[];

const MOST_PADDING = 1_500_000;

/** A document being changed: what is written is copied on the way, the rest is shared with the stored version. */
export class Draft {
  readonly root: Doc;
  /** Something differs from the stored version. */
  changed = false;
  private readonly owned = new Set<Container>();

  constructor(stored: Doc) {
    this.root = { ...stored };
    this.owned.add(this.root);
  }

  get(parts: readonly string[]): Value | undefined {
    return valueAt(this.root, parts);
  }

  /** Writes a value; objects are made where fields are missing. A path through a scalar or null is refused, as in MongoDB. */
  set(parts: readonly string[], value: Value): void {
    const before = this.get(parts);
    if (before !== undefined && equal(before, value)) return;
    let at: Container = this.root;
    for (let i = 0; i < parts.length - 1; i++) at = this.enter(at, parts, i);
    const last = parts[parts.length - 1]!;
    if (Array.isArray(at)) {
      if (!isPosition(last)) throw cannotCreate(last, parts, at);
      pad(at, Number(last));
      at[Number(last)] = value;
    } else {
      at[last] = value;
    }
    this.changed = true;
  }

  /** Removes a field; an array element becomes null. A missing path is no change. */
  unset(parts: readonly string[]): void {
    if (this.get(parts) === undefined) return;
    let at: Container = this.root;
    for (let i = 0; i < parts.length - 1; i++) at = this.enter(at, parts, i);
    const last = parts[parts.length - 1]!;
    if (Array.isArray(at)) at[Number(last)] = null;
    else delete at[last];
    this.changed = true;
  }

  /** The container below, as a copy of our own. */
  private enter(at: Container, parts: readonly string[], i: number): Container {
    const part = parts[i]!;
    if (Array.isArray(at) && !isPosition(part)) throw cannotCreate(part, parts.slice(0, i + 1), at);
    const key = part as keyof Container & string;
    const inner = Array.isArray(at) ? at[Number(part)] : own(at, key);
    if (inner !== undefined && !isDoc(inner) && !Array.isArray(inner))
      throw cannotCreate(parts[i + 1]!, parts.slice(0, i + 2), inner);
    if (inner !== undefined && this.owned.has(inner)) return inner;
    const copy: Container = inner === undefined ? {} : Array.isArray(inner) ? [...inner] : { ...inner };
    this.owned.add(copy);
    if (Array.isArray(at)) {
      pad(at, Number(part));
      at[Number(part)] = copy;
    } else {
      at[part] = copy;
    }
    return copy;
  }
}

function pad(list: Value[], position: number): void {
  if (position - list.length > MOST_PADDING) throw refused(`can't backfill more than ${MOST_PADDING} elements`);
  while (list.length < position) list.push(null);
}

function cannotCreate(field: string, parts: readonly string[], value: Value): Error {
  return refused(`Cannot create field '${field}' in element {${parts[parts.length - 2] ?? ''}: ${encode(value).slice(0, 200)}}`);
}
