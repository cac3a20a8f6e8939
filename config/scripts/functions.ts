/** The functions of the product: which there are, what each needs on the platform. One list for build, deploy and local cloud. */
import type { Collection } from '../../cloudfunctions/_shared/collection';
import { clockwork } from '../../cloudfunctions/_shared/timer';
import * as canteenCollections from '../../cloudfunctions/canteen/collections';
import * as courierCollections from '../../cloudfunctions/courier/collections';
import * as peopleCollections from '../../cloudfunctions/people/collections';
import * as safetyCollections from '../../cloudfunctions/safety/collections';

type AnyCollection = Collection<unknown>;

const isCollection = (value: unknown): value is AnyCollection =>
  typeof (value as AnyCollection)?.name === 'string' && 'retention' in (value as object);
const collectionsOf = (module: object): AnyCollection[] => Object.values(module).filter(isCollection);

export type FunctionSpec = {
  name: string;
  /** Seconds. */
  timeout: number;
  /** Megabytes. */
  memory: number;
  timers: { name: string; cron: string }[];
  collections: AnyCollection[];
};

/** Every minute, on the minute; which jobs are due is said by the contract. */
const EVERY_MINUTE = '0 * * * * * *';

const spec = (name: string, module: object, timeout: number, memory = 256): FunctionSpec => ({
  name,
  timeout,
  memory,
  timers: [{ name: `${name}-minute`, cron: EVERY_MINUTE }],
  collections: [...collectionsOf(module), clockwork as AnyCollection],
});

export const functionSpecs: readonly FunctionSpec[] = [
  spec('people', peopleCollections, 60, 512),
  spec('canteen', canteenCollections, 20),
  spec('safety', safetyCollections, 60),
  spec('courier', courierCollections, 60),
];

/** Index definitions as the database wants them: a name, fields with a direction. */
export const indexesOf = (of: AnyCollection) =>
  of.indexes.map(index => ({
    name: index.fields.join('_').replace(/[.-]/g, '_'),
    unique: index.unique ?? false,
    fields: index.fields.map(field => ({ field: field.replace(/^-/, ''), direction: field.startsWith('-') ? 'desc' : 'asc' })),
  }));
