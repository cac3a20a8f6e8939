import { Aggregator } from 'mingo';
import { invalid } from '../errors';
import { find, newest } from '../query/find';
import type { Collection } from '../store/collection';
import type { Database } from '../store/database';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { decode } from '../values/ejson';
import { context } from './context';
import { guarded } from './guard';

/** Runs a pipeline as the SDK sends it: `[{stageKey: '$match', stageValue: ejson}, …]`. */
export function aggregate(database: Database, collection: Collection, stages: unknown): Value[] {
  if (!Array.isArray(stages)) throw invalid('stages must be an array');
  const pipeline = stages.map(({ stageKey, stageValue }) => ({ [String(stageKey)]: decode(String(stageValue), database.now()) }));
  const first = pipeline[0]?.['$match'];
  const slots = find(collection, isDoc(first) ? first : {}, newest, database.stats);
  const docs = slots.map(slot => slot.current.doc as Doc);
  return guarded(() => new Aggregator(first ? pipeline.slice(1) : pipeline, { context }).run(docs) as Value[]);
}
