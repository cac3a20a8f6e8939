import { refused } from '../errors';
import type { Doc, Value } from '../types';
import { compare, equal, isDoc } from '../values/compare';
import { typeTest } from './bsonTypes';
import type { Test, ValueTest } from './types';

const list = (value: Value): Value[] => (Array.isArray(value) ? value : [value]);
const schemas = (value: Value): ValueTest[] => list(value).map(item => schemaOf(item));
const size = (value: Value | undefined): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : Number.NaN;
const isText = (value: Value | undefined): value is string => typeof value === 'string';
const isNumber = (value: Value | undefined): value is number => typeof value === 'number';

const jsonTypes: { [name: string]: string[] } = { boolean: ['bool'], integer: ['int', 'long'] };

function propertiesTest(operand: Value): ValueTest {
  const tests = Object.entries(operand as Doc).map(([field, schema]) => [field, schemaOf(schema)] as const);
  return value => !isDoc(value) || tests.every(([field, test]) => !Object.hasOwn(value, field) || test(value[field]));
}

function extraTest(operand: Value, siblings: Doc): ValueTest {
  const known = new Set(Object.keys((siblings['properties'] as Doc | undefined) ?? {}));
  const test = isDoc(operand) ? schemaOf(operand) : () => operand !== false;
  return value => !isDoc(value) || Object.keys(value).every(field => known.has(field) || test(value[field]));
}

/** JSON Schema keywords as MongoDB knows them; a keyword says nothing about values of other types. */
const keywords: { [keyword: string]: (operand: Value, siblings: Doc) => ValueTest } = {
  bsonType: operand => typeTest(operand),
  type: operand => typeTest(list(operand).flatMap(name => jsonTypes[String(name)] ?? name)),
  required: operand => value => !isDoc(value) || list(operand).every(field => Object.hasOwn(value, String(field))),
  properties: propertiesTest,
  additionalProperties: extraTest,
  items: operand => {
    const test = schemaOf(operand);
    return value => !Array.isArray(value) || value.every(test);
  },
  enum: operand => value => list(operand).some(item => equal(item, value)),
  minimum: operand => value => !isNumber(value) || compare(value, operand) >= 0,
  maximum: operand => value => !isNumber(value) || compare(value, operand) <= 0,
  minLength: operand => value => !isText(value) || size(value) >= Number(operand),
  maxLength: operand => value => !isText(value) || size(value) <= Number(operand),
  minItems: operand => value => !Array.isArray(value) || size(value) >= Number(operand),
  maxItems: operand => value => !Array.isArray(value) || size(value) <= Number(operand),
  pattern: operand => {
    const pattern = new RegExp(String(operand));
    return value => !isText(value) || pattern.test(value);
  },
  allOf: operand => {
    const tests = schemas(operand);
    return value => tests.every(test => test(value));
  },
  anyOf: operand => {
    const tests = schemas(operand);
    return value => tests.some(test => test(value));
  },
  not: operand => {
    const test = schemaOf(operand);
    return value => !test(value);
  },
  title: () => () => true,
  description: () => () => true,
};

function schemaOf(schema: Value): ValueTest {
  if (!isDoc(schema)) throw refused('$jsonSchema must be an object');
  const tests = Object.entries(schema).map(([keyword, operand]) => {
    const make = keywords[keyword];
    if (!make) throw refused(`Unknown $jsonSchema keyword: ${keyword}`);
    return make(operand, schema);
  });
  return value => tests.every(test => test(value));
}

/** The test of `$jsonSchema`. */
export const schemaTest = (schema: Value): Test => schemaOf(schema);
