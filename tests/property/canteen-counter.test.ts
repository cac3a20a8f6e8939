/** Two counters without network hand out the same meals and send it later, in any order and more than once: each order is checked off once. */
import fc from 'fast-check';
import { addDays, type Instant, MINUTE_MS } from '../../types/time';
import { gesture, openWorld, type Person, Refused, type World } from '../world';
import { mealWith, plate } from '../world/canteen';

let world: World;
let cook: Person;
let office: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 60, past: 0, fill: 0, notices: false, kitchen: false });
  [cook, office] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren'].map(world.as))) as [Person, Person];
});
afterAll(() => world.stop());

type Deed = { guest: number; counter: 0 | 1; requestId: string; at: Instant };
type Sent = Deed & { code: string; details: Record<string, unknown> };

async function send(id: string, deed: Deed): Promise<Sent> {
  const person = deed.counter === 0 ? cook : office;
  const where = `${deed.counter + 1} 号窗口`;
  try {
    await person.canteen('redeem', { id, at: deed.at, where }, deed.requestId);
    return { ...deed, code: 'ok', details: {} };
  } catch (error) {
    if (error instanceof Refused) return { ...deed, code: error.code, details: error.details };
    throw error;
  }
}

test('whatever is sent again and in whatever order: one check-off an order, and the second counter hears of the first', async () => {
  let day = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ guest: fc.integer({ min: 0, max: 3 }), counter: fc.constantFrom(0 as const, 1 as const) }), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.array(fc.nat(7), { maxLength: 8 }),
      async (made, repeats) => {
        day += 1;
        await world.at('08:00', day);
        [cook, office] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren'].map(world.as))) as [Person, Person];
        const mealId = await mealWith(world, cook, 20, day);
        const ids = [1, 2, 3, 4].map(n => `${mealId}:r-${n}`);
        await Promise.all([1, 2, 3, 4].map(n => office.canteen('bookMeal', plate(mealId, `r-${n}`))));
        const noon = world.now() + 200 * MINUTE_MS;
        await world.at('12:00', day);
        [cook, office] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren'].map(world.as))) as [Person, Person];
        const deeds = made.map((each, i): Deed => ({ ...each, requestId: gesture(), at: (noon + i * 1000) as Instant }));
        const again = repeats.flatMap(i => deeds[i] ?? []);
        const sent = await Promise.all([...deeds, ...again].map(deed => send(ids[deed.guest]!, deed)));
        for (const [guest, id] of ids.entries()) {
          const tried = sent.filter(each => each.guest === guest);
          const won = new Set(tried.filter(each => each.code === 'ok').map(each => each.requestId));
          expect(won.size).toBe(tried.length > 0 ? 1 : 0);
          const [row] = world.engine.peek('orders', { _id: `xingfuli:${id}` }) as {
            status: string;
            redeemedAt?: number;
            redeemedWhere?: string;
            history: { action: string }[];
          }[];
          expect([row!.status, row!.history.filter(deed => deed.action === 'redeem').length]).toEqual(
            tried.length > 0 ? ['redeemed', 1] : ['booked', 0],
          );
          for (const each of tried.filter(one => !won.has(one.requestId)))
            expect([each.code, each.details]).toEqual([
              'ALREADY_REDEEMED',
              {
                at: row!.redeemedAt,
                where: row!.redeemedWhere,
                by: row!.redeemedWhere === '1 号窗口' ? '刘师傅' : expect.any(String),
              },
            ]);
        }
        expect(addDays(world.today, day)).toBe(mealId.slice(0, 10));
      },
    ),
    { numRuns: 25 },
  );
});
