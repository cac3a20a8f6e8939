/** Delivery: 王桂兰 may have lunch brought, 邓强 of the 新火先锋队 carries it, nobody answers, the family and safety hear of it at once. */
import type { DeliveryOutcome } from '../../types/canteen';
import { addDays, type Instant, MINUTE_MS } from '../../types/time';
import { gesture, openWorld, type Person, refusalOf, type World } from '../world';
import { mealWith, outcome, soup } from '../world/canteen';
import { JOB_SECRET, job, lettersOf, lunchOrder, ordersOf } from '../world/standing';

const WANG = 'r-wangguilan';
const ZHAO = 'r-zhaodefu';
/** Of the first grid, so that they share rounds with 王桂兰. */
let neighbours: string[];
let world: World;
let cook: Person;
let daughter: Person;
let lead: Person;
let rider: Person;
let mealId: string;

const brought = (dinerId: string) => ({ mealId, dinerId, way: 'delivery' as const, lines: [{ dishId: soup.id, count: 1 }] });
const record = (orderId: string, what: DeliveryOutcome, roundId: string, at = world.now() as Instant, requestId = gesture()) =>
  rider.canteen('recordDelivery', { roundId, orderId, outcome: what, at }, requestId);

/** A token of the desk is good for a working day. */
async function signIn(): Promise<void> {
  [cook, daughter] = [await world.as('wx-liushifu'), await world.as('wx-limin')];
  [lead, rider] = [await world.as('wx-chenshegong'), await world.as('wx-dengqiang')];
}

beforeAll(async () => {
  world = await openWorld({ residents: 120, past: 0, fill: 0 }, JOB_SECRET);
  await world.at('08:00');
  await signIn();
  const rows = world.engine.peek('residents', { 'address.gridId': 'g1' }, 1000) as { _id: string; name: string }[];
  neighbours = rows
    .map(({ _id }) => _id.slice('xingfuli:'.length))
    .filter(id => /^r-\d+$/.test(id))
    .slice(0, 10);
  mealId = await mealWith(world, cook, 60, 1);
});
afterAll(() => world.stop());

describe('who may have meals brought', () => {
  test('nobody without being granted; the family asks, staff of the grid grant, both hear of it', async () => {
    expect(await refusalOf(daughter.canteen('bookMeal', brought(WANG)))).toBe('NOT_ELIGIBLE');
    await daughter.canteen('askDelivery', { dinerId: WANG, reason: 'livesAlone', from: world.today });
    expect((await lead.canteen('recipients', {})).recipients.map(({ name, asked }) => `${name} ${asked?.byName}`)).toEqual([
      '王桂兰 李敏',
    ]);
    expect(await refusalOf(cook.canteen('grantDelivery', { dinerId: WANG, reason: 'frail', from: world.today }))).toBe(
      'NOT_ALLOWED',
    );
    await lead.canteen('grantDelivery', { dinerId: WANG, reason: 'livesAlone', from: world.today, to: addDays(world.today, 30) });
    await daughter.canteen('saveDoor', { dinerId: WANG, doorNote: '按门铃慢一点' });
    expect(await daughter.canteen('recipient', { dinerId: WANG })).toMatchObject({ eligible: true, doorNote: '按门铃慢一点' });
    await world.settle();
    expect(
      lettersOf(world, 'deliveryDecided')
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['wx-limin', 'wx-wangguilan']);
    expect(await refusalOf(lead.canteen('grantDelivery', { dinerId: 'r-sunyumei', reason: 'frail', from: world.today }))).toBe(
      'OUTSIDE_YOUR_PART',
    );
  });

  test('the menu offers it on the granted days, an order says so, the kitchen counts it', async () => {
    expect((await daughter.canteen('weekMenu', { dinerId: WANG })).delivery).toEqual({
      from: world.today,
      to: addDays(world.today, 30),
    });
    await daughter.canteen('bookMeal', brought(WANG));
    for (const dinerId of [ZHAO, ...neighbours]) {
      await lead.canteen('grantDelivery', { dinerId, reason: 'frail', from: world.today });
      await lead.canteen('bookMeal', brought(dinerId));
    }
    const { meals } = await cook.canteen('kitchenSheet', { days: [addDays(world.today, 1)] });
    const [dish] = meals.find(meal => meal.mealId === mealId)!.dishes;
    expect(dish?.ways.find(({ way }) => way === 'delivery')?.count).toBe(12);
  });
});

describe('rounds', () => {
  test('none before the cut-off; then one ring makes them, another adds nothing', async () => {
    expect(await refusalOf(cook.canteen('makeRounds', { mealId }))).toBe('BEFORE_CUTOFF');
    await world.at('09:01', 1);
    await signIn();
    // The ring of that minute has made them.
    expect(await job(world, 'buildRounds')).toEqual({ made: 0 });
    expect(await cook.canteen('makeRounds', { mealId })).toEqual({ made: 0 });
    const { rounds, meals } = await cook.canteen('rounds', { day: addDays(world.today, 1) });
    expect(rounds.map(({ stops }) => stops.length).sort()).toEqual([6, 6]);
    expect(new Set(rounds.flatMap(({ stops }) => stops.map(({ orderId }) => orderId))).size).toBe(12);
    expect(meals.find(({ id }) => id === mealId)).toMatchObject({ orders: 12, loose: 0 });
  });

  test('volunteers take them by themselves, each once; a list for taking names no person', async () => {
    const { open, mine } = await rider.canteen('myRounds', {});
    expect([open.length, mine.length, JSON.stringify(open).includes('王桂兰')]).toEqual([2, 0, false]);
    const id = open[0]!.id;
    const all = await Promise.all([rider, lead, cook].map(person => outcome(person, 'takeRound', { id })));
    expect(all.map(({ code }) => code).sort()).toEqual(['ROUND_TAKEN', 'ROUND_TAKEN', 'ok']);
    const takers = [rider, lead, cook];
    const winner = takers[all.findIndex(({ code }) => code === 'ok')]!;
    await winner.canteen('giveBackRound', { id });
    await rider.canteen('takeRound', { id });
    expect(await refusalOf(daughter.canteen('myRounds', {}))).toBe('NOT_ALLOWED');
  });

  test('or staff assign them; only to somebody who carries', async () => {
    const { rounds, carriers } = await lead.canteen('rounds', { day: addDays(world.today, 1) });
    const second = rounds.find(({ status }) => status === 'open')!;
    expect(carriers.map(({ name }) => name)).toContain('邓强');
    expect(await refusalOf(lead.canteen('assignRound', { id: second.id, account: 'wx-sunyumei' }))).toBe('NOT_A_CARRIER');
    await lead.canteen('assignRound', { id: second.id, account: 'wx-dengqiang' });
    expect((await rider.canteen('myRounds', {})).mine).toHaveLength(2);
    await world.settle();
    expect(lettersOf(world, 'roundAssigned').map(({ to }) => to)).toEqual(['wx-dengqiang']);
  });

  test('a sheet on paper for when telephones fail', async () => {
    const { url, name } = await cook.canteen('printRounds', { day: addDays(world.today, 1), period: 'lunch' });
    const pdf = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect([pdf.subarray(0, 5).toString(), name]).toEqual(['%PDF-', `配送单-${addDays(world.today, 1)}-午餐.pdf`]);
  });
});

describe('at the door', () => {
  let roundId: string;
  let others: string[];

  beforeAll(async () => {
    const { mine } = await rider.canteen('myRounds', {});
    const round = mine.find(({ stops }) => stops.some(({ name }) => name === '王桂兰'))!;
    roundId = round.id;
    others = round.stops.filter(({ name }) => name !== '王桂兰').map(({ orderId }) => orderId);
    expect(round.stops.find(({ name }) => name === '王桂兰')).toMatchObject({ doorNote: '按门铃慢一点', phone: '13900000001' });
  });

  test('it leaves hot and on time, or the screen says that it does not', async () => {
    await world.at('11:00', 1);
    expect(await rider.canteen('leaveKitchen', { id: roundId, celsius: 58, at: world.now() as Instant })).toEqual({ cold: true });
    const { rounds } = await cook.canteen('rounds', { day: addDays(world.today, 1) });
    const out = rounds.find(({ id }) => id === roundId)!;
    expect(out).toMatchObject({ status: 'out', cold: true, late: false, dueAt: (out.leftAt as number) + 40 * MINUTE_MS });
    expect(await refusalOf(rider.canteen('giveBackRound', { id: roundId }))).toBe('ROUND_LEFT');
  });

  test('nobody answers at the door of who lives alone: family and safety hear of it at once', async () => {
    await world.at('11:10', 1);
    await record(`${mealId}:${WANG}`, 'notHome', roundId, (world.now() - 3 * MINUTE_MS) as Instant);
    for (let ring = 0; ring < 2; ring++) await world.settle();
    expect(lettersOf(world, 'deliveryMissed').some(({ to, text }) => to === 'wx-limin' && text.includes('11:07'))).toBe(true);
    const alerts = world.engine.peek('alerts', { subjectId: WANG }, 10) as { kind: string; title: string; open: boolean }[];
    expect(alerts).toMatchObject([{ kind: 'mealMissed', title: '送餐没有人应门', open: true }]);
    const order = await daughter.canteen('order', { id: `${mealId}:${WANG}` });
    expect(order.delivery).toMatchObject({ outcome: 'notHome', byName: '邓强' });
  });

  test('the carrier comes again and she opens: handed over, a sign of life, and the alert is over', async () => {
    await record(`${mealId}:${WANG}`, 'handedOver', roundId);
    for (let ring = 0; ring < 2; ring++) await world.settle();
    expect(lunchOrder(world, addDays(world.today, 1), WANG)).toMatchObject({
      status: 'redeemed',
      delivery: { outcome: 'handedOver' },
    });
    expect(world.engine.peek('alerts', { subjectId: WANG, open: true }, 10)).toEqual([]);
    expect(await refusalOf(record(`${mealId}:${WANG}`, 'notHome', roundId))).toBe('ALREADY_DELIVERED');
  });

  test('what a phone kept without network arrives twice and out of order: each outcome once', async () => {
    const sent = others.map((orderId, i) => ({
      orderId,
      what: (['handedOver', 'refused', 'wrongAddress'] as const)[i % 3]!,
      at: (world.now() - (20 - i) * MINUTE_MS) as Instant,
      requestId: `offline-${i}`,
    }));
    const all = [...sent, ...[...sent].reverse(), ...sent];
    const replies = await Promise.all(
      all.map(({ orderId, what, at, requestId }) =>
        outcome(rider, 'recordDelivery', { roundId, orderId, outcome: what, at }, requestId),
      ),
    );
    expect(replies.every(({ code }) => code === 'ok')).toBe(true);
    const orders = ordersOf(world, { mealId }) as unknown as {
      _id: string;
      delivery?: { outcome: string; at: number };
      history: { action: string }[];
    }[];
    for (const { orderId, what, at } of sent) {
      const order = orders.find(({ _id }) => _id === `xingfuli:${orderId}`)!;
      expect(order.delivery).toMatchObject({ outcome: what, at });
      expect(order.history.filter(({ action }) => action === 'recordDelivery')).toHaveLength(1);
    }
    await rider.canteen('finishRound', { id: roundId });
    const { rounds } = await cook.canteen('rounds', { day: addDays(world.today, 1) });
    expect(rounds.find(({ id }) => id === roundId)?.status).toBe('done');
  });

  test('a round with doors left is not finished, another’s round is nobody else’s', async () => {
    const { mine } = await rider.canteen('myRounds', {});
    const left = mine.find(({ id }) => id !== roundId)!;
    expect(await refusalOf(rider.canteen('finishRound', { id: left.id }))).toBe('DOORS_LEFT');
    const input = {
      roundId: left.id,
      orderId: left.stops[0]!.orderId,
      outcome: 'handedOver' as const,
      at: world.now() as Instant,
    };
    expect(await refusalOf(lead.canteen('recordDelivery', input))).toBe('NOT_YOUR_ROUND');
  });

  test('a meal that nobody brought is no meal that its diner missed', async () => {
    await world.at('12:45', 1);
    await world.fire('canteen');
    for (let ring = 0; ring < 2; ring++) await world.settle();
    expect(world.engine.peek('alerts', { open: true }, 50)).toEqual([]);
  });
});
