/** The functions of the product: which there are, what each needs on the platform. One list for build, deploy and local cloud. */
import type { Collection } from '../../cloudfunctions/_shared/collection';
import { clockwork } from '../../cloudfunctions/_shared/timer';
import * as canteenCollections from '../../cloudfunctions/canteen/collections';
import * as careCollections from '../../cloudfunctions/care/collections';
import * as courierCollections from '../../cloudfunctions/courier/collections';
import * as mediationCollections from '../../cloudfunctions/mediation/collections';
import * as noticesCollections from '../../cloudfunctions/notices/collections';
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
  /** Large pieces in files of their own beside the function, loaded when first used: folders of `cloudfunctions/_parts`. */
  parts: readonly PartName[];
};

/** `papers`: what makes PDFs, Word files and posters. */
export type PartName = 'papers';

/** Every minute, on the minute; which jobs are due is said by the contract. */
const EVERY_MINUTE = '0 * * * * * *';

type Needs = { memory?: number; parts?: readonly PartName[] };
/** With `papers`, give 512 MB: typefaces and a long case file take some 200. */
const spec = (name: string, module: object, timeout: number, { memory = 256, parts = [] }: Needs = {}): FunctionSpec => ({
  name,
  timeout,
  memory,
  timers: [{ name: `${name}-minute`, cron: EVERY_MINUTE }],
  collections: [...collectionsOf(module), clockwork as AnyCollection],
  parts,
});

export const functionSpecs: readonly FunctionSpec[] = [
  spec('people', peopleCollections, 60, { memory: 512 }),
  spec('canteen', canteenCollections, 20),
  spec('care', careCollections, 60, { memory: 512 }),
  spec('mediation', mediationCollections, 60, { memory: 512, parts: ['papers'] }),
  spec('safety', safetyCollections, 60),
  spec('courier', courierCollections, 60),
  spec('notices', noticesCollections, 60, { memory: 512, parts: ['papers'] }),
];

/** Index definitions as the database wants them: a name, fields with a direction. */
export const indexesOf = (of: AnyCollection) =>
  of.indexes.map(index => ({
    name: index.fields.join('_').replace(/[.-]/g, '_'),
    unique: index.unique ?? false,
    fields: index.fields.map(field => ({ field: field.replace(/^-/, ''), direction: field.startsWith('-') ? 'desc' : 'asc' })),
  }));
