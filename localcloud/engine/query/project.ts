import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { own } from '../values/paths';
import { itemTest } from './compile';

type Node = { children: Map<string, Node>; leaf: ((value: Value) => Value | undefined) | null };

/** A compiled projection. */
export type Projection = (doc: Doc) => Doc;

const node = (): Node => ({ children: new Map(), leaf: null });

function slice(value: Value, operand: Value): Value {
  if (!Array.isArray(value)) return value;
  if (typeof operand === 'number') return operand < 0 ? value.slice(operand) : value.slice(0, operand);
  if (!Array.isArray(operand) || operand.length !== 2) throw refused('$slice needs a number or [skip, limit]');
  const [skip, limit] = operand as [number, number];
  const start = skip < 0 ? Math.max(0, value.length + skip) : skip;
  return value.slice(start, start + limit);
}

function leafOf(path: string, operand: Value): { leaf: (value: Value) => Value | undefined; mode: 'in' | 'out' | 'slice' } {
  if (isDoc(operand)) {
    const [operator] = Object.keys(operand);
    const inner = operand[operator ?? ''] as Value;
    if (operator === '$slice') return { leaf: value => slice(value, inner), mode: 'slice' };
    if (operator !== '$elemMatch' || !isDoc(inner)) throw refused(`Unsupported projection option: ${path}`);
    const passes = itemTest(inner);
    const leaf = (value: Value): Value | undefined => {
      const index = Array.isArray(value) ? value.findIndex(passes) : -1;
      return index < 0 ? undefined : [(value as Value[])[index]!];
    };
    return { leaf, mode: 'in' };
  }
  return operand === 0 || operand === false ? { leaf: () => undefined, mode: 'out' } : { leaf: value => value, mode: 'in' };
}

/**
 * Compiles `{a: 1}`, `{a: 0}`, `{list: {$slice: n}}` and `{list: {$elemMatch: …}}`. `$slice` alone keeps the other fields.
 * `forced` says whether only named fields stay where the specification itself leaves it open.
 */
export function compileProjection(spec: Doc, forced?: boolean): Projection {
  const root = node();
  let inclusive: boolean | null = null;
  for (const path in spec) {
    const { leaf, mode } = leafOf(path, spec[path] as Value);
    if (mode !== 'slice' && path !== '_id') {
      if (inclusive !== null && inclusive !== (mode === 'in'))
        throw refused(`Cannot do ${mode}clusion on field ${path} in the other kind of projection`);
      inclusive = mode === 'in';
    }
    let at = root;
    for (const part of path.split('.')) {
      if (!at.children.has(part)) at.children.set(part, node());
      at = at.children.get(part)!;
    }
    at.leaf = leaf;
  }
  const only = forced ?? inclusive ?? (Object.keys(spec).length === 1 && Boolean(spec['_id']));
  if (only && !root.children.has('_id')) root.children.set('_id', { children: new Map(), leaf: value => value });
  return doc => apply(doc, root, only) as Doc;
}

function apply(value: Value, at: Node, only: boolean): Value | undefined {
  if (at.leaf) return at.leaf(value);
  if (Array.isArray(value)) {
    return value.map(item => apply(item, at, only)).filter(item => item !== undefined) as Value[];
  }
  if (!isDoc(value)) return only ? undefined : value;
  const out: Doc = {};
  for (const field of Object.keys(value)) {
    const child = at.children.get(field);
    const kept = child ? apply(own(value, field) as Value, child, only) : only ? undefined : value[field];
    if (kept !== undefined) out[field] = kept;
  }
  return out;
}
