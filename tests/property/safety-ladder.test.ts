/**
 * A thousand days of one elder's alerts, against a small model: processes that die between reading, writing and answering, two rings at
 * once, clocks that jump, webhooks that come twice. No rung fires twice, none is skipped, and a due rung waits for no more than one ring.
 */
import * as fc from 'fast-check';
import * as changes from '../../cloudfunctions/safety/rules/changes';
import { clockWentBack, isDue, released, tick } from '../../cloudfunctions/safety/rules/ladder';
import type { Alert, AlertLadder } from '../../types/alerts';
import type { Instant } from '../../types/time';
import { onSaturday } from '../builders/canteen';
import { alert, chen, circle, limin, moment } from '../builders/safety';

const MINUTE = 60_000;
type Place = `${number}.${number}.${number}`;
type Call = { place: Place; at: Instant };

/** One document as the database keeps it: replaced only by who read this very version; calls lie in it until the courier takes them. */
type Document = { version: number; doc: Alert; outbox: Call[] };

/** The little that the ladder promises, written down a second time and otherwise. */
class Model {
  calls: Place[] = [];
  private next: { round: number; rung: number; step: number } = { round: 1, rung: 0, step: 0 };

  constructor(
    private readonly ladder: AlertLadder,
    private readonly people: readonly number[],
  ) {}

  /** The position that a ring fires, passing over rungs with nobody. Undefined: the whole round has nobody. */
  fire(): void {
    for (let tried = 0; tried < this.ladder.rungs.length; tried++) {
      const { round, rung, step } = this.next;
      const [there, oneByOne] = [this.people[rung]!, this.ladder.rungs[rung]!.oneByOneEvery !== undefined];
      const last = rung === this.ladder.rungs.length - 1;
      if (oneByOne && step + 1 < there) this.next = { round, rung, step: step + 1 };
      else this.next = last ? { round: round + 1, rung: 0, step: 0 } : { round, rung: rung + 1, step: 0 };
      if (there > 0) {
        this.calls.push(`${round}.${rung}.${step}`);
        return;
      }
      if (last) return;
    }
  }

  /** An acknowledgement ran out: from the beginning of a new round, unless this round had not begun. */
  expire(): void {
    const { round, rung, step } = this.next;
    this.next = { round: rung > 0 || step > 0 ? round + 1 : round, rung: 0, step: 0 };
  }
}

const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('ring' as const), n: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('twoRings' as const), n: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('webhook' as const), n: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('acknowledge' as const), n: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('jump' as const), n: fc.integer({ min: -180, max: 180 }) }) },
);

const rung = fc.record(
  {
    who: fc.constantFrom(['family' as const], ['gridStaff' as const], ['office' as const]),
    after: fc.nat(12),
    way: fc.constant('text' as const),
    oneByOneEvery: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['who', 'after', 'way'] },
);
const ladders = fc.record({ rungs: fc.array(rung, { minLength: 1, maxLength: 5 }), pause: fc.integer({ min: 1, max: 30 }) });
const crowd = fc.record({ family: fc.nat(3), gridStaff: fc.nat(2), office: fc.nat(1) });

class Day {
  document: Document;
  now: Instant;
  readonly model: Model;
  readonly causes = new Set<string>(['c0']);
  private readonly around;

  constructor(
    ladder: AlertLadder,
    { family, gridStaff, office }: { family: number; gridStaff: number; office: number },
    held: boolean,
  ) {
    const many = (person: typeof limin, count: number) =>
      Array.from({ length: count }, (_unused, i) => ({ ...person, account: `${person.account}-${i}` }));
    this.around = circle({
      family: many(limin, family),
      gridStaff: many(chen, gridStaff),
      office: many({ ...chen, account: 'wx-zhou', as: 'office' }, office),
    });
    this.now = onSaturday('09:00');
    const people = ladder.rungs.map(({ who }) => ({ family, gridStaff, office })[who[0] as 'family']);
    this.model = new Model(ladder, people);
    const nextAt = (this.now + (held ? 10_000 : 0)) as Instant;
    this.document = {
      version: 1,
      doc: alert({ ladder, nextAt, setAt: this.now, causes: ['c0'], status: held ? 'held' : 'raised' }),
      outbox: [],
    };
  }

  private get waiting(): boolean {
    return isDue(this.document.doc, this.now);
  }

  /** What one process does between reading and writing; @returns false when somebody else wrote in between. */
  private save(read: Document, doc: Alert, calls: readonly Call[]): boolean {
    if (read.version !== this.document.version) return false;
    this.document = { version: read.version + 1, doc, outbox: [...this.document.outbox, ...calls] };
    return true;
  }

  /** @param dies 0 never, 1 after reading, 2 after deciding, 3 after the write was durable. */
  ring(dies: number, read: Document = this.document): void {
    if (dies === 1) return;
    const fired = tick(read.doc, this.around, moment(this.now));
    if (!fired || dies === 2) return;
    const { round, rung: at, step: person } = positionOf(read.doc, fired.alert);
    const calls = fired.calling ? [{ place: `${round}.${at}.${person}` as Place, at: this.now }] : [];
    const due = isDue(read.doc, this.now) && !clockWentBack(read.doc, this.now);
    if (!this.save(read, fired.alert, calls)) return;
    if (!due) return;
    if (read.doc.status === 'acknowledged') this.model.expire();
    this.model.fire();
  }

  /** Both read before either writes. */
  twoRings(dies: number): void {
    const read = this.document;
    this.ring(0, read);
    this.ring(dies, read);
  }

  webhook(n: number): void {
    const cause = `c${n}`;
    const more = changes.joined(this.document.doc, { kind: 'sos', cause, facts: [], at: this.now });
    this.causes.add(cause);
    if (more) this.save(this.document, more, []);
  }

  acknowledge(): void {
    if (this.document.doc.status !== 'raised') return;
    const doc = changes.acknowledged(this.document.doc, { account: 'wx-chen', name: '陈社工' }, this.now, 15);
    this.save(this.document, doc, []);
  }

  run({ do: what, n }: { do: string; n: number }): void {
    if (what === 'jump') this.now = (this.now + n * MINUTE) as Instant;
    else if (what === 'ring') this.ring(n);
    else if (what === 'twoRings') this.twoRings(n);
    else if (what === 'webhook') this.webhook(n);
    else this.acknowledge();
    this.now = (this.now + MINUTE) as Instant;
  }

  check(): void {
    const places = this.document.outbox.map(({ place }) => place);
    expect(places).toEqual(this.model.calls);
    expect(new Set(places).size).toBe(places.length);
    expect(this.document.doc.reports).toBe(this.causes.size);
  }

  /** One ring that lives is enough for whatever is due, and an hour behind the clock is made good by waiting as long again. */
  settle(): void {
    this.ring(0);
    expect(this.waiting && this.document.doc.nextAt! < this.now).toBe(false);
  }
}

/** What fired, seen from outside: the last line that says so. */
function positionOf(before: Alert, after: Alert): { round: number; rung: number; step: number } {
  const line = [...after.timeline].reverse().find(({ what }) => what === 'paged');
  const rungOf = line?.rung ?? 0;
  const sameRung = before.round === line?.round && before.rung === rungOf && before.status === 'raised';
  return { round: line?.round ?? 0, rung: rungOf, step: sameRung ? before.step : 0 };
}

test('a thousand days: every rung once, in order, none left out', () => {
  fc.assert(
    fc.property(
      ladders,
      crowd,
      fc.boolean(),
      fc.array(step, { minLength: 60, maxLength: 300 }),
      (ladder, people, held, steps) => {
        const day = new Day(ladder as unknown as AlertLadder, people, held);
        for (const each of steps) day.run(each);
        day.settle();
        day.check();
      },
    ),
    { numRuns: 1000 },
  );
});

test('whoever took back an SOS in time called nobody; released, it calls as if it had never been held', () => {
  const held = alert({ status: 'held', nextAt: (onSaturday('09:00') + 10_000) as Instant });
  const now = (onSaturday('09:00') + 10_001) as Instant;
  const byRing = tick(held, circle(), moment(now))!;
  const byHand = tick({ ...released(held, now), nextAt: now }, circle(), moment(now))!;
  expect(byRing.calling).toEqual(byHand.calling);
  expect(tick(changes.cancelled(held, { account: 'a', name: 'a' }, now), circle(), moment(now))).toBeUndefined();
});
