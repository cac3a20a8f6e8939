/** Counts per function action, so that benchmarks and tests can assert budgets. */

/** `ms` are milliseconds from arrival to reply, over the last 5,000 calls; the other figures are over all calls since the reset. */
export type ActionStats = {
  calls: number;
  errors: number;
  databaseCalls: { total: number; mean: number; max: number };
  roundTrips: { mean: number; max: number };
  ms: { p50: number; p99: number };
};

type Sample = { ms: number; failed: boolean; databaseCalls: number; roundTrips: number };

const KEPT = 5000;

class Counter {
  calls = 0;
  errors = 0;
  databaseCalls = 0;
  mostDatabaseCalls = 0;
  roundTrips = 0;
  mostRoundTrips = 0;
  private readonly ms = new Float64Array(KEPT);

  add({ ms, failed, databaseCalls, roundTrips }: Sample): void {
    this.ms[this.calls % KEPT] = ms;
    this.calls += 1;
    if (failed) this.errors += 1;
    this.databaseCalls += databaseCalls;
    this.mostDatabaseCalls = Math.max(this.mostDatabaseCalls, databaseCalls);
    this.roundTrips += roundTrips;
    this.mostRoundTrips = Math.max(this.mostRoundTrips, roundTrips);
  }

  figures(): ActionStats {
    const sorted = this.ms.slice(0, Math.min(this.calls, KEPT)).sort();
    const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
    return {
      calls: this.calls,
      errors: this.errors,
      databaseCalls: { total: this.databaseCalls, mean: round(this.databaseCalls / this.calls), max: this.mostDatabaseCalls },
      roundTrips: { mean: round(this.roundTrips / this.calls), max: this.mostRoundTrips },
      ms: { p50: at(0.5), p99: at(0.99) },
    };
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

export class Stats {
  private readonly counters = new Map<string, Counter>();

  add(action: string, sample: Sample): void {
    const counter = this.counters.get(action) ?? new Counter();
    this.counters.set(action, counter);
    counter.add(sample);
  }

  all(): Record<string, ActionStats> {
    return Object.fromEntries(
      [...this.counters].sort(([a], [b]) => a.localeCompare(b)).map(([name, counter]) => [name, counter.figures()]),
    );
  }

  reset(): void {
    this.counters.clear();
  }
}
