/** Standing orders: 李敏 sets lunch for her mother once, and the canteen keeps to it through absences, edits, crashes and races. */
import { addDays } from '../../types/time';
import { openWorld, type Person, refusalOf, type World } from '../world';
import { mealWith, outcome, plate, soup, stateOf } from '../world/canteen';
import { hear, JOB_SECRET, lettersOf, lunchOrder, make, ordersOf, setLunch } from '../world/standing';

const WANG = 'r-wangguilan';
let world: World;
let cook: Person;
let daughter: Person;
const day = (ahead: number) => addDays(world.today, ahead);
const statusOf = (ahead: number, diner = WANG) => lunchOrder(world, day(ahead), diner)?.status ?? 'none';

beforeAll(async () => {
  // A community without menus: each test writes its own.
  world = await openWorld({ residents: 420, past: 0, fill: 0 }, JOB_SECRET);
  for (const row of world.engine.peek('meals', {}, 1000) as { _id: string }[]) await tearOff(row._id);
  await world.at('08:00');
  [cook, daughter] = [await world.as('wx-liushifu'), await world.as('wx-limin')];
});
afterAll(() => world.stop());
afterEach(() => world.faults.clear());

const tearOff = (_id: string) =>
  world.engine.handle({
    action: 'database.removeDocument',
    collectionName: 'meals',
    query: JSON.stringify({ _id }),
    multi: false,
  });

describe('a pattern, and what becomes of it', () => {
  test('menus that are out are ordered at the next ring, to the horizon, and the second ring changes nothing', async () => {
    for (const ahead of [1, 2, 5, 9]) await mealWith(world, cook, 50, ahead);
    await setLunch(world, daughter, WANG);
    expect(await make(world)).toMatchObject({ made: 3, short: 0 });
    expect([1, 2, 5, 9].map(ahead => statusOf(ahead))).toEqual(['booked', 'booked', 'booked', 'none']);
    const before = JSON.stringify([ordersOf(world, {}), stateOf(world, `${day(1)}:lunch`)]);
    expect(await make(world)).toEqual({ made: 0, changed: 0, short: 0 });
    expect(JSON.stringify([ordersOf(world, {}), stateOf(world, `${day(1)}:lunch`)])).toBe(before);
    expect(lunchOrder(world, day(1), WANG)).toMatchObject({
      bookedBy: 'wx-limin',
      onBehalf: true,
      number: 'A001',
      standing: { patternId: `${WANG}~lunch`, revision: 1, touched: false },
    });
  });

  test('one that she cancels never comes back, one that she changes is never written over', async () => {
    await daughter.canteen('cancelOrder', { id: `${day(1)}:lunch:${WANG}` });
    const lines = [{ dishId: soup.id, count: 2 }];
    await daughter.canteen('changeOrder', { id: `${day(2)}:lunch:${WANG}`, way: 'pickup', lines });
    await setLunch(world, daughter, WANG, { way: 'dineIn', weekdays: [1, 2, 3, 4, 5, 6, 7] });
    await make(world);
    expect([statusOf(1), statusOf(2), statusOf(5)]).toEqual(['cancelled', 'booked', 'booked']);
    expect(lunchOrder(world, day(2), WANG)).toMatchObject({ way: 'pickup', standing: { touched: true, revision: 1 } });
    expect(lunchOrder(world, day(5), WANG)).toMatchObject({ way: 'dineIn', standing: { touched: false, revision: 2 } });
    // Two portions hold two seats, and only those.
    expect(stateOf(world, `${day(2)}:lunch`)).toMatchObject({ portions: 2, held: 2, seats: { left: 48 } });
    expect(stateOf(world, `${day(1)}:lunch`)).toMatchObject({ portions: 0, held: 0, seats: { left: 50 } });
  });

  test('an absence pauses what was made and tells her; back early, it comes again; what she touched stays hers', async () => {
    const stay = { absenceId: `${WANG}~${day(1)}`, residentId: WANG, from: day(1), to: day(6) };
    for (let twice = 0; twice < 2; twice++) await hear(world, 'absence.recorded', stay);
    await make(world);
    expect([statusOf(1), statusOf(2), statusOf(5)]).toEqual(['cancelled', 'booked', 'cancelled']);
    expect(lunchOrder(world, day(5), WANG)?.standing).toMatchObject({ touched: false, pausedBy: 'absence' });
    for (let ring = 0; ring < 2; ring++) await world.settle();
    expect(lettersOf(world, 'mealCancelled').some(({ to, text }) => to === 'wx-limin' && text.includes('外出报备'))).toBe(true);
    await hear(world, 'absence.ended', { absenceId: stay.absenceId, residentId: WANG, on: day(4) });
    await make(world);
    expect([statusOf(1), statusOf(5)]).toEqual(['cancelled', 'booked']);
    expect(lunchOrder(world, day(5), WANG)?.round).toBe(2);
    expect(stateOf(world, `${day(5)}:lunch`)).toMatchObject({ portions: 1, held: 1 });
  });

  test('a day left out before its menu is out is never ordered; its view says so', async () => {
    await daughter.canteen('skipStanding', { id: `${WANG}~lunch`, day: day(6) });
    await mealWith(world, cook, 50, 6);
    await make(world);
    expect(statusOf(6)).toBe('none');
    const { patterns } = await daughter.canteen('standing', { dinerId: WANG });
    const states = Object.fromEntries(patterns[0]!.days.map(each => [each.day, each.state]));
    expect([1, 2, 5, 6, 7].map(ahead => states[day(ahead)])).toEqual(['cancelled', 'changed', 'ordered', 'skipped', 'willOrder']);
    expect(await refusalOf(daughter.canteen('skipStanding', { id: 'r-zhaodefu~lunch', day: day(6) }))).toBe('NOT_YOUR_ELDER');
  });

  test('paused it takes its orders back, resumed it brings them again, ended it is over', async () => {
    const id = `${WANG}~lunch`;
    await daughter.canteen('setStanding', { id, status: 'paused' });
    await make(world);
    expect([statusOf(2), statusOf(5)]).toEqual(['booked', 'cancelled']);
    await daughter.canteen('setStanding', { id, status: 'active' });
    await make(world);
    expect(statusOf(5)).toBe('booked');
    await daughter.canteen('setStanding', { id, status: 'ended' });
    await make(world);
    expect(statusOf(5)).toBe('cancelled');
    expect(await refusalOf(daughter.canteen('setStanding', { id, status: 'active' }))).toBe('STANDING_ENDED');
  });
});

describe('when there are not seats for all', () => {
  const people = Array.from({ length: 6 }, (_each, i) => `r-${i + 10}`);
  let mealId: string;

  test('who set it first is served; the others, and the kitchen, are told once', async () => {
    for (const diner of people) await setLunch(world, cook, diner, { weekdays: [1, 2, 3, 4, 5, 6, 7], from: day(3), to: day(3) });
    mealId = await mealWith(world, cook, 4, 3);
    expect(await make(world)).toMatchObject({ made: 4, short: 2 });
    expect(people.map(diner => statusOf(3, diner))).toEqual(['booked', 'booked', 'booked', 'booked', 'none', 'none']);
    await mealWith(world, cook, 4, 3);
    expect(await make(world)).toMatchObject({ made: 0, short: 2 });
    for (let ring = 0; ring < 2; ring++) await world.settle();
    // The cook set them all, so the cook hears of both, and once of the meal.
    expect(lettersOf(world, 'standingShort')).toHaveLength(2);
    expect(lettersOf(world, 'standingShortKitchen').filter(({ to }) => to === 'wx-liushifu')).toHaveLength(1);
    const { shortages } = await cook.canteen('standingList', {});
    expect(shortages.map(({ dinerId, why }) => `${dinerId} ${why}`)).toEqual([`${people[4]} full`, `${people[5]} full`]);
  });

  test('a seat that comes free goes to the next of them', async () => {
    await cook.canteen('cancelOrder', { id: `${mealId}:${people[0]}` });
    await make(world);
    expect(people.map(diner => statusOf(3, diner))).toEqual(['cancelled', 'booked', 'booked', 'booked', 'booked', 'none']);
    expect((await cook.canteen('standingList', {})).shortages).toHaveLength(1);
  });
});

describe('races and crashes', () => {
  const rivals = Array.from({ length: 20 }, (_each, i) => `r-${i + 30}`);

  test('making orders while the same people book and cancel the same meal: one order and one seat each', async () => {
    for (const diner of rivals) await setLunch(world, cook, diner, { from: day(4), to: day(4) });
    const mealId = await mealWith(world, cook, 25, 4);
    const hands = rivals.flatMap(diner => [
      outcome(cook, 'bookMeal', plate(mealId, diner)),
      outcome(cook, 'cancelOrder', { id: `${mealId}:${diner}` }),
    ]);
    await Promise.all([make(world), ...hands, make(world)]);
    await make(world);
    await world.advance(240_000);
    await world.fire('canteen');
    await world.advance(300_000);
    await world.fire('canteen');
    const { standing, portions, held, seats } = stateOf(world, mealId);
    expect(new Set(standing.map(({ dinerId }) => dinerId)).size).toBe(standing.length);
    expect([held, seats.left]).toEqual([portions, 25 - portions]);
    const cancelled = ordersOf(world, { mealId }).filter(order => order.status === 'cancelled' && rivals.includes(order.dinerId));
    expect(cancelled.every(({ standing: made }) => !made || made.touched)).toBe(true);
  });

  test.each([
    ['database.insertDocument', 'error'],
    ['orders', 'crash-after-commit'],
    ['standingRuns', 'crash-after-commit'],
  ] as const)('dying at %s (%s): the next ring completes it and nothing is doubled', async (target, kind) => {
    const ahead = { 'database.insertDocument': 7, orders: 6, standingRuns: 5 }[target];
    const people = Array.from({ length: 12 }, (_each, i) => `r-${i + 60 + ahead * 20}`);
    const mealId = await mealWith(world, cook, 60, ahead);
    for (const diner of people) await setLunch(world, cook, diner, { from: day(ahead), to: day(ahead) });
    world.faults.add({ target, kind, times: 1 });
    await make(world).catch(() => undefined);
    world.faults.clear();
    await make(world);
    const { standing, portions, held, seats } = stateOf(world, mealId);
    expect(standing.filter(({ dinerId }) => people.includes(dinerId))).toHaveLength(12);
    expect([held, seats.left]).toEqual([portions, 60 - portions]);
    for (let ring = 0; ring < 2; ring++) await world.settle();
    const known = world.engine.peek('diners', { day: day(ahead), standing: true }, 1000) as { residentId: string }[];
    expect(people.every(diner => known.some(({ residentId }) => residentId === diner))).toBe(true);
  });
});

test('who leaves eats here no more, and of who asks for erasure nothing stays', async () => {
  await mealWith(world, cook, 50, 2);
  await setLunch(world, cook, 'r-zhaodefu', { from: day(2) });
  await setLunch(world, cook, 'r-sunyumei', { from: day(2) });
  await make(world);
  expect([statusOf(2, 'r-zhaodefu'), statusOf(2, 'r-sunyumei')]).toEqual(['booked', 'booked']);
  await hear(world, 'resident.left', { residentId: 'r-zhaodefu' });
  await hear(world, 'resident.erased', { residentId: 'r-sunyumei' });
  await make(world);
  expect([statusOf(2, 'r-zhaodefu'), statusOf(2, 'r-sunyumei')]).toEqual(['cancelled', 'cancelled']);
  const left = world.engine.peek('standingOrders', {}, 1000) as { _id: string; status: string }[];
  expect(left.find(({ _id }) => _id.includes('r-zhaodefu'))?.status).toBe('ended');
  expect(left.some(({ _id }) => _id.includes('r-sunyumei'))).toBe(false);
});

test('300 orders of one meal are made in at most 40 calls', async () => {
  const people = Array.from({ length: 300 }, (_each, i) => `r-${i + 100}`);
  const rows = people.map((dinerId, i) => ({
    ...{ period: 'dinner', weekdays: [1, 2, 3, 4, 5, 6, 7], want: 'first', way: 'dineIn', from: world.today },
    ...{ dinerId, status: 'active', skips: [], revision: 1, setBy: 'wx-liushifu', setByName: '刘师傅', onBehalf: true },
    ...{
      setAt: 1000 + i,
      tellTo: [],
      _id: `xingfuli:${dinerId}~dinner`,
      communityId: 'xingfuli',
      version: 1,
      history: [],
      outbox: [],
    },
  }));
  await world.engine.handle({
    action: 'database.insertDocument',
    collectionName: 'standingOrders',
    data: rows.map(row => JSON.stringify(row)),
  });
  await cook.canteen('publishMeal', { day: day(5), period: 'dinner', dishes: [soup], capacity: 400 });
  world.resetStats();
  expect(await make(world)).toMatchObject({ made: 300, short: 0 });
  expect(world.stats()['canteen.makeStanding']?.databaseCalls.max).toBeLessThanOrEqual(40);
  expect(stateOf(world, `${day(5)}:dinner`)).toMatchObject({ portions: 300, held: 300, seats: { left: 100 } });
});
