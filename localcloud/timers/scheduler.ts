/** Rings the timers that functions declare, by the movable clock. */
import type { Clock } from '../clock';
import type { Catalog, TimerSpec } from '../functions/catalog';
import type { Outcome } from '../functions/job';
import type { Runner } from '../functions/runner';
import { Cron } from './cron';

export type Timer = { name: string; function: string; cron: string };

type Known = Timer & { schedule: Cron };

const TICK_MS = 1000;

export class Scheduler {
  private seen: number;
  private ticker: NodeJS.Timeout | undefined;
  private readonly schedules = new Map<string, Cron>();

  constructor(
    private readonly clock: Clock,
    private readonly catalog: Catalog,
    private readonly runner: Runner,
    private readonly report: (line: string) => void,
  ) {
    this.seen = clock.now();
  }

  start(): void {
    this.ticker = setInterval(() => void this.ring(), TICK_MS).unref();
  }

  stop(): void {
    clearInterval(this.ticker);
  }

  list(): (Timer & { next: number | undefined })[] {
    return this.timers().map(({ schedule, ...timer }) => ({ ...timer, next: schedule.next(this.clock.now()) }));
  }

  /** Moves the clock. Forward with `catchUp`: each timer due in between rings once, for the last time it was due. */
  async move(now: number, catchUp: boolean): Promise<void> {
    const isForward = now > this.clock.now();
    this.clock.set(now);
    if (!isForward || !catchUp) this.seen = this.clock.now();
    else await this.ring();
  }

  /** Runs a timer now. Several functions may have a timer of this name: all of them run, the last result is given. */
  async fire(name: string): Promise<Outcome | undefined> {
    const named = this.timers().filter(timer => timer.name === name);
    const wanted = named.length > 0 ? named : this.timers().filter(timer => timer.function === name);
    let outcome: Outcome | undefined;
    for (const timer of wanted) outcome = await this.run(timer, this.clock.now());
    return outcome;
  }

  private async ring(): Promise<void> {
    const from = this.seen;
    const now = this.clock.now();
    if (now <= from) return;
    this.seen = now;
    const due = this.timers().flatMap(timer => {
      const last = timer.schedule.previous(now);
      return last !== undefined && last > from ? [{ timer, last }] : [];
    });
    await Promise.all(due.map(({ timer, last }) => this.run(timer, last)));
  }

  private run(timer: Timer, at: number): Promise<Outcome> {
    const value = { Type: 'Timer', TriggerName: timer.name, Time: new Date(at).toISOString(), Message: '' };
    return this.runner.run(timer.function, { kind: 'timer' }, { value, action: `timer:${timer.name}` });
  }

  private timers(): Known[] {
    return this.catalog.list().flatMap(({ name, config }) =>
      config.timers.flatMap(timer => {
        const schedule = this.schedule(name, timer);
        return schedule ? [{ name: timer.name, function: name, cron: timer.cron, schedule }] : [];
      }),
    );
  }

  private schedule(owner: string, { name, cron }: TimerSpec): Cron | undefined {
    const known = this.schedules.get(cron);
    if (known) return known;
    try {
      const schedule = new Cron(cron);
      this.schedules.set(cron, schedule);
      return schedule;
    } catch (error) {
      this.report(`timer ${name} of ${owner}: ${(error as Error).message}`);
      return undefined;
    }
  }
}
