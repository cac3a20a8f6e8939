import { invalid, refused } from '../errors';
import { compileProjection } from '../query/project';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { own, pathParts } from '../values/paths';
import { evaluateAll } from './evaluate';
import type { Stage } from './stage';

/** Writes a value into a copy of a container: arrays on the way are written element by element, undefined removes. */
export function put(container: Value | undefined, parts: readonly string[], value: Value | undefined): Value {
  const [part, ...rest] = parts as [string, ...string[]];
  if (Array.isArray(container)) return container.map(item => put(item, parts, value));
  const copy: Doc = isDoc(container) ? { ...container } : {};
  const inner =
    rest.length === 0
      ? value
      : value === undefined && own(copy, part) === undefined
        ? undefined
        : put(own(copy, part), rest, value);
  if (inner === undefined) delete copy[part];
  else copy[part] = inner;
  return copy;
}

const isExpression = (value: Value): boolean => !isDoc(value) || Object.keys(value)[0]?.[0] === '$';

/** `{a: {b: 1}}` as `{'a.b': 1}`; expressions stay whole. */
function flatten(spec: Doc, prefix = ''): [path: string, operand: Value][] {
  return Object.entries(spec).flatMap(([key, value]) => {
    if (key.startsWith('$')) throw refused(`FieldPath field names may not start with '$': ${prefix}${key}`);
    return isExpression(value) || Object.keys(value as Doc).length === 0
      ? [[prefix + key, value]]
      : flatten(value as Doc, `${prefix}${key}.`);
  });
}

function object(operand: Value, stage: string): Doc {
  if (isDoc(operand) && Object.keys(operand).length > 0) return operand;
  throw refused(`${stage} specification must be an object with at least one field`);
}

/** `$addFields` and `$set`. All expressions see the documents as they came in. */
export const addFields: Stage = (docs, operand, { variables }) => {
  const fields = flatten(object(operand, '$addFields')).map(
    ([path, expression]) => [pathParts(path), evaluateAll(docs, expression, variables)] as const,
  );
  return docs.map((doc, i) => {
    let out = doc;
    for (const [parts, values] of fields) out = put(out, parts, values[i]) as Doc;
    return out;
  });
};

const isPlain = (operand: Value): boolean => typeof operand === 'number' || typeof operand === 'boolean';

/** `$project`: kept fields first, in the order of the document, then the computed ones. */
export const project: Stage = (docs, operand, { variables }) => {
  const fields = flatten(object(operand, '$project'));
  const computed = fields.filter(([, value]) => !isPlain(value));
  const plain = fields.filter(([, value]) => isPlain(value)).map(([path, value]) => [path, Boolean(value)] as const);
  const excluded = plain.find(([path, keep]) => !keep && path !== '_id');
  if (excluded && (computed.length > 0 || plain.some(([path, keep]) => keep && path !== '_id'))) {
    throw refused(`Invalid $project :: Cannot do exclusion on field ${excluded[0]} in inclusion projection`);
  }
  const kept = compileProjection(Object.fromEntries(plain), computed.length > 0 || plain.some(([, keep]) => keep));
  const values = computed.map(([path, expression]) => [pathParts(path), evaluateAll(docs, expression, variables)] as const);
  return docs.map((doc, i) => {
    let out = kept(doc);
    for (const [parts, list] of values) if (list[i] !== undefined) out = put(out, parts, list[i]) as Doc;
    return out;
  });
};

/** `$unset`. */
export const unset: Stage = (docs, operand, environment) => {
  const names = Array.isArray(operand) ? operand : [operand];
  return project(docs, Object.fromEntries(names.map(name => [String(name), 0])), environment);
};

/** `$replaceRoot` and `$replaceWith`. */
export const replaceRoot =
  (rootOf: (operand: Value) => Value): Stage =>
  (docs, operand, { variables }) =>
    evaluateAll(docs, rootOf(operand), variables).map(root => {
      if (!isDoc(root)) throw refused(`'newRoot' expression must evaluate to an object`);
      return root;
    });

/** `$unwind`: one document for each element. */
export const unwind: Stage = (docs, operand) => {
  const spec = isDoc(operand) ? operand : { path: operand };
  const path = spec['path'];
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw refused('path option to $unwind stage should be prefixed with a $');
  const parts = pathParts(path.slice(1));
  const index = spec['includeArrayIndex'];
  if (index !== undefined && typeof index !== 'string') throw invalid('includeArrayIndex must be a string');
  const numbered = (doc: Doc, position: number | null): Doc =>
    index === undefined ? doc : (put(doc, pathParts(index), position) as Doc);
  return docs.flatMap(doc => {
    let value: Value | undefined = doc;
    for (const part of parts) value = isDoc(value) ? own(value, part) : undefined;
    if (Array.isArray(value) && value.length > 0) return value.map((item, i) => numbered(put(doc, parts, item) as Doc, i));
    if (!Array.isArray(value) && value !== undefined && value !== null) return [numbered(doc, null)];
    if (spec['preserveNullAndEmptyArrays'] !== true) return [];
    return [numbered(Array.isArray(value) ? (put(doc, parts, undefined) as Doc) : doc, null)];
  });
};
