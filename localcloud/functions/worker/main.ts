/**
 * The inside of a worker thread: an instance of the platform. It handles one event at a time, keeps the bundles it has loaded,
 * and sets `process.env` and the context anew for each event. Bundled by esbuild at the start of the server.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Job, Outcome, WorkerData, WorkerMessage } from '../job';
import { moveDate } from './date';
import { captureConsole, takeLogs } from './logs';
import { httpReply } from './reply';
import { takeRoundTrips, watchCalls } from './trace';

type Main = (event: unknown, context: unknown) => unknown;

const { clock, admin } = workerData as WorkerData;
const port = parentPort!;
const loaded = new Map<string, Main>();
let variables: string[] = [];

const tell = (message: WorkerMessage): void => port.postMessage(message);

function load(job: Job): Main {
  const known = loaded.get(job.name);
  if (known) return known;
  const { main } = createRequire(job.file)(job.file) as { main?: Main };
  if (typeof main !== 'function') throw new Error(`${job.name} exports no function "main"`);
  loaded.set(job.name, main);
  return main;
}

/** The address of the database names the event, so that each call is counted for the event that made it. */
function setVariables(job: Job): void {
  for (const name of variables) delete process.env[name];
  variables = Object.keys(job.env);
  Object.assign(process.env, job.env);
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${admin}/${job.id}` });
}

async function run(job: Job): Promise<Outcome> {
  setVariables(job);
  let main: Main;
  let began = performance.now();
  const measured = () => ({ ms: performance.now() - began, roundTrips: takeRoundTrips(job.id), logs: takeLogs() });
  try {
    if (!loaded.has(job.name)) {
      main = load(job);
      tell({ kind: 'loaded', id: job.id });
      began = performance.now();
    } else main = load(job);
    const result = await main(JSON.parse(job.event), job.context);
    const http = job.as === 'http' ? httpReply(result) : undefined;
    return { ok: true, result: http ? '' : (JSON.stringify(result) ?? 'null'), http, ...measured() };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message, ...measured() };
  }
}

moveDate(clock);
captureConsole();
watchCalls();
port.on('message', async (job: Job) => {
  const outcome = await run(job);
  tell({ kind: 'done', id: job.id, outcome });
});
