/**
 * Against the handlers: whatever families and the clock do, places add up and the waitlist goes by arrival; and nobody collects a child who
 * is not authorised at that moment.
 */
import * as fc from 'fast-check';
import type { EnrolmentStatus } from '../../types/care';
import { fen } from '../../types/money';
import { addDays, instantAt, readClock } from '../../types/time';
import { openWorld, type Person, type World } from '../world';
import { careOutcome, childDoc, childOf, classWith, daysOf, enrolmentsIn, roomOf } from '../world/care';

let world: World;
let office: Person;
let parents: Person[];
let children: string[];
let daysOn = 0;
let classes = 0;
const FAMILIES = 5;

async function signIn(): Promise<void> {
  office = await world.as('wx-zhouzhuren');
  parents = await Promise.all(Array.from({ length: FAMILIES }, (_unused, i) => world.as(`wx-r-${i + 1}`)));
}

beforeAll(async () => {
  world = await openWorld({ residents: 40, accounts: FAMILIES, past: 0, fill: 0, notices: false });
  await world.at('08:00');
  await signIn();
  children = await Promise.all(parents.map((parent, i) => childOf(parent, `孩子${i + 1}`)));
});
afterAll(() => world.stop());

const family = fc.integer({ min: 0, max: FAMILIES - 1 });
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('signUp' as const), family }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('withdraw' as const), family }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('answer' as const), family, accept: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ring' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('later' as const) }) },
);
const SEATED: readonly EnrolmentStatus[] = ['offered', 'enrolled'];

test('seated ≤ capacity, each seat has one holder, and whoever waits is offered in order of arrival', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 }), async waves => {
      classes += 1;
      const from = `${String(5 + Math.floor(classes / 50)).padStart(2, '0')}:${String(classes % 50).padStart(2, '0')}`;
      const to = `${from.slice(0, 3)}${String((classes % 50) + 1).padStart(2, '0')}`;
      await signIn();
      const classId = await classWith(world, office, { capacity: 2, name: `班${classes}`, from, to });
      let seated = new Map<string, number>();
      const run = (each: (typeof waves)[number][number]): Promise<unknown> => {
        if (each.do === 'ring') return world.fire('care');
        if (each.do === 'later') return world.advance(200_000);
        const [parent, childId] = [parents[each.family]!, children[each.family]!];
        if (each.do === 'signUp') return careOutcome(parent, 'signUp', { classId, childId });
        const id = `${classId}:${childId}`;
        return each.do === 'withdraw'
          ? careOutcome(parent, 'withdraw', { id })
          : careOutcome(parent, 'answerOffer', { id, accept: each.accept });
      };
      for (const wave of waves) {
        await Promise.all(wave.map(run));
        const rows = enrolmentsIn(world, classId);
        const now = rows.filter(({ status }) => SEATED.includes(status));
        expect(now.length).toBeLessThanOrEqual(2);
        expect(new Set(rows.map(({ arrival }) => arrival)).size).toBe(rows.length);
        // Nobody who waits has come before somebody who was offered a place now.
        const offered = now.filter(({ status, childId, round }) => status === 'offered' && seated.get(childId) !== round);
        const waiting = rows.filter(({ status }) => status === 'waiting').map(({ arrival }) => arrival);
        for (const each of offered) expect(Math.min(...waiting, Number.POSITIVE_INFINITY)).toBeGreaterThan(each.arrival);
        seated = new Map(now.map(({ childId, round }) => [childId, round]));
      }
      // When everything has come to rest, holders and seats are the same.
      await world.advance(300_000);
      await world.fire('care');
      await world.advance(200_000);
      await world.fire('care');
      await world.fire('care');
      const rows = enrolmentsIn(world, classId);
      const holders = Object.keys(roomOf(world, classId).holders).sort();
      expect(holders).toEqual(
        rows
          .filter(({ seat }) => seat === 'general')
          .map(({ childId, round }) => `${childId}~${round}`)
          .sort(),
      );
      expect(roomOf(world, classId).left).toBe(2 - holders.length);
      if (rows.some(({ status }) => status === 'waiting')) expect(roomOf(world, classId).left).toBe(0);
      await office.care('stepClass', { id: classId, status: 'ended' });
    }),
    { numRuns: 25 },
  );
});

const who = fc.constantFrom('standing', 'temporary', 'guardian');
const deed = fc.oneof(
  fc.record({ do: fc.constant('standing' as const) }),
  fc.record({ do: fc.constant('temporary' as const) }),
  fc.record({ do: fc.constant('endStanding' as const) }),
  fc.record({ do: fc.constant('endTemporary' as const) }),
  fc.record({ do: fc.constant('bar' as const), who }),
  fc.record({ do: fc.constant('unbar' as const) }),
  fc.record({ do: fc.constant('release' as const), who, code: fc.boolean() }),
  fc.record({ do: fc.constant('nextDay' as const) }),
);

type Model = { here: boolean; standing?: string; temporary?: string; barred: Set<string> };
const allowed = (model: Model, id: string | undefined): boolean =>
  model.here && id !== undefined && !model.barred.has(id) && [model.standing, model.temporary, 'guardian'].includes(id);

/** One child of one family in a class that meets every day; the model is told what was answered, and asked before each release. */
class Door {
  readonly model: Model = { here: false, barred: new Set() };
  private parent = parents[0]!;
  /** Every id there ever was, so that ended ones are tried as well. */
  private ids: Record<string, string | undefined> = {};

  constructor(
    private readonly classId: string,
    private readonly childId: string,
  ) {}

  private day = (): string => `${addDays(world.today, daysOn)}:${this.classId}:${this.childId}`;
  private guardianId = (): string => childDoc(world, this.childId).guardians[0]!.id;

  async nextDay(): Promise<void> {
    if (this.model.here) await office.care('undoSignIn', { id: this.day() });
    daysOn += 1;
    await world.at('16:35', daysOn);
    await signIn();
    this.parent = parents[0]!;
    await office.care('signIn', { classId: this.classId, childId: this.childId, how: 'tap' });
    this.model.here = true;
    this.model.temporary = undefined;
  }

  private async bar(names: readonly string[]): Promise<void> {
    const barred = names.map(id => ({
      name: `登记${id.slice(-6)}`,
      relation: '',
      adultId: id === 'guardian' ? this.guardianId() : id,
    }));
    await office.care('saveCustody', {
      childId: this.childId,
      barred: barred.map(each => ({ ...each, relation: '亲属' })),
      note: '',
      end: [],
    });
    this.model.barred = new Set(names);
  }

  async play(each: { do: string; who?: string; code?: boolean }): Promise<void> {
    const { childId, parent, model } = this;
    const person = { name: `人${daysOn}${Math.abs(classes)}`, relation: '亲属' };
    switch (each.do) {
      case 'standing': {
        if (model.standing) return;
        const { code, data } = await careOutcome(parent, 'addAdult', { childId, ...person });
        if (code !== 'ok') return;
        const { adults } = data as { adults: { id: string }[] };
        this.ids.standing = model.standing = adults[adults.length - 1]!.id;
        return;
      }
      case 'temporary': {
        const { code } = await careOutcome(parent, 'addTemporary', { attendanceId: this.day(), ...person, text: false });
        if (code !== 'ok') return;
        const { temporaries } = daysOf(world, { childId, day: addDays(world.today, daysOn) })[0]!;
        if (model.temporary) await careOutcome(parent, 'endTemporary', { attendanceId: this.day(), adultId: model.temporary });
        this.ids.temporary = model.temporary = temporaries[temporaries.length - 1]!.id;
        return;
      }
      case 'endStanding':
        if ((await careOutcome(parent, 'endAdult', { childId, adultId: model.standing ?? 'p-none' })).code === 'ok')
          model.standing = undefined;
        return;
      case 'endTemporary':
        if (
          (await careOutcome(parent, 'endTemporary', { attendanceId: this.day(), adultId: model.temporary ?? 't-none' })).code ===
          'ok'
        )
          model.temporary = undefined;
        return;
      case 'bar': {
        const { who: barred = 'standing' } = each;
        const id = barred === 'guardian' ? 'guardian' : this.ids[barred];
        return id ? this.bar([...model.barred, id]) : undefined;
      }
      case 'unbar':
        return this.bar([]);
      case 'nextDay':
        return this.nextDay();
      default:
        return this.release(each.who ?? 'guardian', each.code ?? false);
    }
  }

  private async release(asked: string, code: boolean): Promise<void> {
    const id = asked === 'guardian' ? 'guardian' : this.ids[asked];
    const adultId = id === 'guardian' ? this.guardianId() : (id ?? 'p-none');
    const { matches } = await office.care('checkPickup', { text: '人' });
    const shown = matches.flatMap(match => match.adults).find(each => each.id === adultId);
    const may = allowed(this.model, id);
    if (this.model.here && shown) expect(shown.authorised.ok).toBe(may);
    // Somebody else's six digits are nobody's.
    const proof = code ? { how: 'code', code: '000000' } : { how: 'look' };
    const { code: answer } = await careOutcome(office, 'release', { id: this.day(), adultId, ...proof });
    if (answer === 'ok') expect([may, code]).toEqual([true, false]);
    else if (may && !code) expect(answer).toBe('ok');
    if (answer === 'ok') this.model.here = false;
  }
}

test('no sequence of authorities, revocations, temporary codes and clock moves hands a child to somebody not authorised then', async () => {
  const term = await office.care('saveTerm', {
    name: '长学期',
    first: world.today,
    last: addDays(world.today, 300),
    holidays: [],
  });
  const cls = await office.care('saveClass', {
    termId: term.id,
    kind: 'afternoon',
    name: '每天班',
    place: '二楼',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    from: readClock('16:30')!,
    to: readClock('18:00')!,
    capacity: 100,
    reserved: 0,
    ratio: 10,
    fee: fen(0),
    minAge: 5,
    maxAge: 14,
    mode: 'firstCome',
    opensAt: instantAt(world.today),
    closesAt: instantAt(addDays(world.today, 300)),
  });
  await office.care('stepClass', { id: cls.id, status: 'open' });
  // A Friday of December: far from the holidays that the table knows.
  daysOn = 4;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 10 }), async steps => {
      classes += 1;
      await signIn();
      const childId = await childOf(parents[0]!, `人${classes}`);
      await parents[0]!.care('signUp', { classId: cls.id, childId });
      const door = new Door(cls.id, childId);
      await door.nextDay();
      for (const each of steps) await door.play(each);
      // The guardian would be one child richer with every run.
      await office.care('saveCustody', { childId, barred: [], note: '', end: [] });
      if (door.model.here)
        await careOutcome(office, 'undoSignIn', { id: `${addDays(world.today, daysOn)}:${cls.id}:${childId}` });
      await parents[0]!.care('withdraw', { id: `${cls.id}:${childId}` });
      await parents[0]!.care('eraseChild', { childId });
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
