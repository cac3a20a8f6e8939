/** One worker thread and the event that it handles. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { Answer } from '../admin/answer';
import {
  type AdminAnswer,
  type AdminCall,
  failedOutcome,
  type HostMessage,
  type Job,
  type Outcome,
  type WorkerData,
  type WorkerMessage,
} from './job';

/** Answers a call of the SDK; the text is its JSON body. Undefined: the connection is cut. Never rejects. */
export type Answering = (text: string, event: string) => Promise<Answer | undefined>;

let built: string | undefined;

/** The worker's code as one text, built once per process: threads cannot load TypeScript. */
function workerCode(): string {
  built ??= buildSync({
    entryPoints: [path.join(__dirname, 'worker/main.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    write: false,
  }).outputFiles[0]!.text;
  return built;
}

/** Time for loading a bundle, which the platform does not count as running either. */
const LOADING_MS = 20_000;

type Running = { job: Job; timer: NodeJS.Timeout; done: (outcome: Outcome) => void; began: number };

export class Instance {
  /** Versions of the bundles that this worker has loaded, by function. */
  readonly loaded = new Map<string, string>();
  private readonly worker: Worker;
  private running: Running | undefined;
  private ended = false;
  private answers: AdminAnswer[] = [];

  /** @param gone called once when the worker has ended, for whatever reason. */
  constructor(
    data: WorkerData,
    env: Record<string, string>,
    private readonly answering: Answering,
    gone: (instance: Instance) => void,
  ) {
    // Standard output is captured per event inside; whatever still arrives here belongs to nobody.
    this.worker = new Worker(workerCode(), { eval: true, workerData: data, env, stdout: true, stderr: true });
    this.worker.on('message', (message: WorkerMessage) => this.hear(message));
    this.worker.on('error', error =>
      this.end(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, gone),
    );
    this.worker.on('exit', code => this.end(`the function ended its process with code ${code}`, gone));
    this.worker.unref();
  }

  get idle(): boolean {
    return !this.running && !this.ended;
  }

  get job(): Job | undefined {
    return this.running?.job;
  }

  get jobId(): string | undefined {
    return this.running?.job.id;
  }

  /** False when it holds an older build of this function. */
  fits(job: Job): boolean {
    const version = this.loaded.get(job.name);
    return version === undefined || version === job.version;
  }

  runsLongerThan(ms: number): boolean {
    return this.running !== undefined && performance.now() - this.running.began > ms;
  }

  /** Only when idle. `done` is called once, whatever happens. */
  run(job: Job, done: (outcome: Outcome) => void): void {
    const isWarm = this.loaded.has(job.name);
    const timer = this.timeLimit(isWarm ? job.seconds * 1000 : LOADING_MS);
    this.running = { job, timer, done, began: performance.now() };
    this.loaded.set(job.name, job.version);
    this.tell(job);
  }

  /** Ends the worker at once; its event fails with `why`. */
  async kill(why: string, code = 'FUNCTIONS_EXECUTE_FAIL'): Promise<void> {
    this.ended = true;
    this.settle(failedOutcome(code, why, this.running ? performance.now() - this.running.began : 0));
    await this.worker.terminate();
  }

  private timeLimit(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      const message = `Invoking task timed out after ${this.running?.job.seconds ?? 0} seconds`;
      void this.kill(message, 'FUNCTIONS_TIME_LIMIT_EXCEEDED');
    }, ms);
  }

  private tell(message: HostMessage): void {
    this.worker.postMessage(message);
  }

  private async answer([number, event, body]: AdminCall): Promise<void> {
    const answer = await this.answering(body, event);
    // Answers of one turn travel together: a group commit releases several at once.
    if (this.answers.length === 0) process.nextTick(() => this.tell(this.answers.splice(0)));
    this.answers.push(answer ? [number, answer.status, answer.body, answer.isDatabase] : [number, 0, '', true]);
  }

  private hear(message: WorkerMessage): void {
    if (Array.isArray(message)) {
      for (const call of message) void this.answer(call);
      return;
    }
    const { running } = this;
    if (!running || running.job.id !== message.id) return;
    clearTimeout(running.timer);
    if (message.kind === 'done') this.settle(message.outcome);
    else running.timer = this.timeLimit(running.job.seconds * 1000);
  }

  private settle(outcome: Outcome): void {
    const { running } = this;
    if (!running) return;
    clearTimeout(running.timer);
    this.running = undefined;
    running.done(outcome);
  }

  private end(why: string, gone: (instance: Instance) => void): void {
    this.ended = true;
    this.settle(failedOutcome('FUNCTIONS_EXECUTE_FAIL', why));
    gone(this);
  }
}
