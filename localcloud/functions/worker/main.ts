/**
 * The inside of a worker thread: an instance of the platform. It handles one event at a time, keeps the bundles it has loaded,
 * and sets `process.env` and the context anew for each event. Bundled by esbuild at the start of the server.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { eventVariables, functionContext } from '../context';
import type { AdminAnswer, HostMessage, Job, Outcome, WorkerData, WorkerMessage } from '../job';
import { loadBundle } from './compile';
import { moveDate } from './date';
import { captureConsole, takeLogs } from './logs';
import { httpReply } from './reply';
import { hearAnswers, shortenWay } from './shortcut';
import { takeRoundTrips, watchCalls } from './trace';

type Main = (event: unknown, context: unknown) => unknown;

const { clock, admin, env, tcp, compiled } = workerData as WorkerData;
const port = parentPort!;
const loaded = new Map<string, Main>();
let variables: string[] = [];

const tell = (message: WorkerMessage): void => port.postMessage(message);

function load(job: Job): Main {
  const known = loaded.get(job.name);
  if (known) return known;
  const { main } = loadBundle(job.file, compiled) as { main?: Main };
  if (typeof main !== 'function') throw new Error(`${job.name} exports no function "main"`);
  loaded.set(job.name, main);
  return main;
}

/** The address of the database names the event, so that each call is counted for the event that made it. */
function setVariables({ id, caller }: Job): Record<string, string> {
  const own = eventVariables(caller, env);
  for (const name of variables) if (!(name in own)) delete process.env[name];
  variables = Object.keys(own);
  Object.assign(process.env, own);
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${admin}/${id}` });
  return own;
}

async function run(job: Job): Promise<Outcome> {
  const context = functionContext(job, env, setVariables(job));
  let main: Main;
  let began = performance.now();
  const measured = () => ({ ms: performance.now() - began, roundTrips: takeRoundTrips(job.id), logs: takeLogs() });
  try {
    if (!loaded.has(job.name)) {
      main = load(job);
      tell({ kind: 'loaded', id: job.id });
      began = performance.now();
    } else main = load(job);
    const result = await main(JSON.parse(job.event), context);
    const http = job.caller.kind === 'http' ? httpReply(result) : undefined;
    return { ok: true, result: http ? '' : (JSON.stringify(result) ?? 'null'), http, ...measured() };
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message, ...measured() };
  }
}

moveDate(clock);
captureConsole();
watchCalls();
// A plain object: the SDK reads dozens of variables per call, and each would ask the runtime's store.
process.env = { ...process.env };
if (!tcp) shortenWay(admin, tell);
port.on('message', async (message: HostMessage) => {
  if (Array.isArray(message)) return hearAnswers(message as AdminAnswer[]);
  const outcome = await run(message as Job);
  tell({ kind: 'done', id: (message as Job).id, outcome });
});
