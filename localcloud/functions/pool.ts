/**
 * A pool of instances. An event goes to an idle instance, best one that has the bundle loaded; otherwise it waits its turn.
 * While events wait though every instance itself only waits (for a slow network, for another function), the pool grows, as the
 * platform does. When the processor is the limit, more threads would only get in each other's way. Events of functions go first, and the
 * instances that were made for them do not take events from outside: each of those would call functions in its turn.
 */
import { type Answering, Instance } from './instance';
import { failedOutcome, type Job, type Outcome, type WorkerData } from './job';

type Waiting = { job: Job; resolve: (outcome: Outcome) => void };
const isNested = ({ job }: Waiting): boolean => job.caller.kind === 'function';

/** More threads than this cost memory and win nothing on one machine. */
const MOST = 24;
const GROW_EVERY_MS = 50;
/** An event that takes longer than this waits for something, most likely for another event. */
const LONG_MS = 1000;

export class Pool {
  private readonly instances = new Set<Instance>();
  private readonly queue: Waiting[] = [];
  private grower: NodeJS.Timeout | undefined;
  private stopped = false;
  /** Events from outside that run side by side. */
  private abreast: number;

  constructor(
    private readonly size: number,
    private readonly data: WorkerData,
    private readonly env: Record<string, string>,
    /** Whether an event is held up by the simulated network at the moment, or by another function that it called. */
    private readonly isWaiting: (jobId: string) => boolean,
    private readonly answer: Answering,
  ) {
    this.abreast = size;
    for (let i = 0; i < size; i++) this.spawn();
  }

  /**
   * Never rejects. The event of another function, which waits meanwhile, does not wait behind events from outside (on the platform
   * functions do not share a queue), and gets an instance of its own while too many of those that there are wait like that.
   */
  submit(job: Job): Promise<Outcome> {
    if (this.stopped) return Promise.resolve(failedOutcome('FUNCTIONS_EXECUTE_FAIL', 'the local cloud has stopped'));
    return new Promise(resolve => {
      const isAwaited = job.caller.kind === 'function';
      if (isAwaited && !this.free(job) && this.working < this.size && this.instances.size < MOST) this.spawn();
      if (isAwaited) this.queue.splice(this.queue.filter(isNested).length, 0, { job, resolve });
      else this.queue.push({ job, resolve });
      this.dispatch();
    });
  }

  /** Replaces the instances that hold an older build of a function: module state of the old build must not survive. */
  retire(name: string): void {
    for (const instance of this.instances) if (instance.idle && instance.loaded.has(name)) this.replace(instance);
  }

  /** Ends the instance that handles an event, as a crash would. */
  kill(jobId: string, why: string): void {
    for (const instance of this.instances) if (instance.jobId === jobId) void instance.kill(why);
  }

  get sizeNow(): number {
    return this.instances.size;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.grower);
    for (const { resolve } of this.queue.splice(0))
      resolve(failedOutcome('FUNCTIONS_EXECUTE_FAIL', 'the local cloud has stopped'));
    await Promise.all([...this.instances].map(instance => instance.kill('the local cloud has stopped')));
  }

  private spawn(): void {
    this.instances.add(new Instance(this.data, this.env, this.answer, instance => this.gone(instance)));
  }

  private gone(instance: Instance): void {
    this.instances.delete(instance);
    while (!this.stopped && this.instances.size < this.size) this.spawn();
    this.dispatch();
  }

  private replace(instance: Instance): void {
    this.instances.delete(instance);
    void instance.kill('replaced by a newer build');
    this.spawn();
  }

  private free(job: Job): Instance | undefined {
    let cold: Instance | undefined;
    for (const instance of this.instances) {
      if (!instance.idle) continue;
      if (instance.loaded.get(job.name) === job.version) return instance;
      if (!instance.fits(job)) this.replace(instance);
      else cold ??= instance;
    }
    return cold;
  }

  private dispatch(): void {
    while (this.queue.length > 0 && (isNested(this.queue[0]!) || this.outside < this.abreast)) {
      const instance = this.free(this.queue[0]!.job);
      if (!instance) {
        break;
      }
      const { job, resolve } = this.queue.shift()!;
      instance.run(job, outcome => {
        // The next event first: a worker thread begins with it while this thread writes the reply.
        this.dispatch();
        resolve(outcome);
      });
    }
    if (this.queue.length > 0) this.watch();
  }

  private get outside(): number {
    return [...this.instances].filter(({ job }) => job && job.caller.kind !== 'function').length;
  }

  /** Instances that do not just wait. */
  private get working(): number {
    const waits = (instance: Instance) => instance.runsLongerThan(LONG_MS) || this.isWaiting(instance.jobId ?? '');
    return [...this.instances].filter(instance => !instance.idle && !waits(instance)).length;
  }

  private watch(): void {
    this.grower ??= setInterval(() => this.grow(), GROW_EVERY_MS).unref();
  }

  private grow(): void {
    if (this.queue.length === 0) {
      clearInterval(this.grower);
      this.grower = undefined;
      this.abreast = this.size;
      return;
    }
    if (this.working > 0) return;
    this.abreast++;
    if (!this.free(this.queue[0]!.job) && this.instances.size < MOST) this.spawn();
    this.dispatch();
  }
}
