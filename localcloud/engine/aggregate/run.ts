import { invalid, refused } from '../errors';
import { find, newest } from '../query/find';
import { metres, nearSpec } from '../query/geo';
import type { Collection } from '../store/collection';
import type { Database } from '../store/database';
import type { Doc, Value } from '../types';
import { isDoc } from '../values/compare';
import { decode } from '../values/ejson';
import { pathParts, valueAt } from '../values/paths';
import { expressionFilter } from './expressionFilter';
import { put } from './reshape';
import type { Environment, PipelineRunner } from './stage';
import { runStages } from './stages';

/** Runs a pipeline as the SDK sends it: `[{stageKey: '$match', stageValue: ejson}, …]`. */
export function aggregate(database: Database, collection: Collection, stages: unknown): Doc[] {
  if (!Array.isArray(stages)) throw invalid('stages must be an array');
  const pipeline = stages.map(({ stageKey, stageValue }) => ({ [String(stageKey)]: decode(String(stageValue), database.now()) }));
  return runPipeline(collection, null, pipeline, { database, variables: {}, run: runPipeline });
}

const all = (collection: Collection, filter: Doc, { database }: Environment): Doc[] =>
  find(collection, filter, newest, database.stats).map(slot => slot.current.doc as Doc);

const runPipeline: PipelineRunner = (collection, docs, pipeline, environment) => {
  if (docs) return runStages(docs, pipeline, environment);
  const first = pipeline[0];
  if (first && '$geoNear' in first)
    return runStages(geoNear(collection, first['$geoNear'] as Value, environment), pipeline.slice(1), environment);
  const filter = first?.['$match'];
  if (!isDoc(filter)) return runStages(all(collection, {}, environment), pipeline, environment);
  return runStages(all(collection, expressionFilter(filter, environment.variables), environment), pipeline.slice(1), environment);
};

/** `$geoNear`: by distance in metres, with the distance in a field. Needs a geographic index, as in MongoDB. */
function geoNear(collection: Collection, operand: Value, environment: Environment): Doc[] {
  if (!isDoc(operand)) throw refused('$geoNear requires an object');
  const fields = collection.trees.flatMap(tree => tree.spec.fields).filter(field => field.direction === '2dsphere');
  const path = typeof operand['key'] === 'string' ? operand['key'] : fields[0]?.field;
  const target = operand['distanceField'];
  if (!path) throw refused('$geoNear requires a 2d or 2dsphere index, but none were found');
  if (typeof target !== 'string') throw refused('$geoNear requires a distanceField');
  const near: Doc = { $geometry: operand['near'] ?? null };
  if (operand['maxDistance'] !== undefined) near['$maxDistance'] = operand['maxDistance'];
  if (operand['minDistance'] !== undefined) near['$minDistance'] = operand['minDistance'];
  const query = isDoc(operand['query']) ? operand['query'] : {};
  const limit = Number(operand['limit'] ?? operand['num'] ?? Number.POSITIVE_INFINITY);
  const places = operand['includeLocs'];
  const { point } = nearSpec(near);
  const factor = Number(operand['distanceMultiplier'] ?? 1);
  const nearest = all(collection, { ...query, [path]: { $nearSphere: near } }, environment).slice(0, limit);
  return nearest.map(doc => {
    const place = valueAt(doc, pathParts(path)) ?? null;
    const out = put(doc, pathParts(target), metres(point, place)! * factor) as Doc;
    return typeof places === 'string' ? (put(out, pathParts(places), place) as Doc) : out;
  });
}
