import type { Collection } from '../store/collection';
import type { Database } from '../store/database';
import type { Doc, Value } from '../types';
import type { Variables } from './evaluate';

/** Runs stages over given documents, or over the collection: then a `$match` at the beginning uses the indexes. */
export type PipelineRunner = (collection: Collection, docs: Doc[] | null, pipeline: Doc[], environment: Environment) => Doc[];

/** What a stage may reach besides its documents; `run` is for stages that hold pipelines of other collections. */
export type Environment = { database: Database; variables: Variables; run: PipelineRunner };

/** One stage: documents in, documents out. Documents are never changed. */
export type Stage = (docs: Doc[], operand: Value, environment: Environment) => Doc[];
