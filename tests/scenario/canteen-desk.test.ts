/** What the desk does beside the ordinary: letting an order go, a code that belongs to nothing, the pictures of dishes. */
import { fen } from '../../types/money';
import { openWorld, type Person, refusalOf, type World } from '../world';

const ZHAO = 'r-zhaodefu';
const FISH = { id: 'B1', name: '清蒸鲈鱼', parts: ['鲈鱼'], price: fen(1500), allergens: [], marks: [] };

let world: World;
let cook: Person;
let office: Person;
let lunch: string;

beforeAll(async () => {
  world = await openWorld({ residents: 20, past: 0, fill: 0 });
  await world.at('07:30');
  [cook, office] = (await Promise.all(['wx-liushifu', 'wx-zhouzhuren'].map(world.as))) as [Person, Person];
  lunch = `${world.today}:lunch`;
  await cook.canteen('publishMeal', { day: world.today, period: 'lunch', dishes: [FISH], capacity: 10 });
});
afterAll(() => world.stop());

const leftAt = (mealId: string) =>
  (world.engine.peek('places', { _id: `xingfuli:meal:${mealId}` }) as { left: number }[])[0]!.left;
const guest = async (name: string) => (await cook.canteen('counter', { mealId: lunch })).rows.find(row => row.dinerName === name);

test('old Zhao is in hospital: at noon the cook lets his lunch go, the seat is free and whoever booked hears why', async () => {
  const order = { mealId: lunch, dinerId: ZHAO, way: 'dineIn' as const, lines: [{ dishId: 'B1', count: 1 }] };
  const { id } = await office.canteen('bookMeal', order);
  await world.at('11:20');
  cook = await world.as('wx-liushifu');
  office = await world.as('wx-zhouzhuren');
  expect((await guest('赵德福'))?.may).toEqual({ redeem: { ok: true }, waive: { ok: true } });
  expect(await refusalOf(office.canteen('cancelOrder', { id }))).toBe('CUTOFF_PASSED');
  expect(await refusalOf(cook.canteen('waiveOrder', { id, reason: ' ' }))).toBe('BAD_INPUT');
  const waived = await cook.canteen('waiveOrder', { id, reason: '生病住院' }, 'waive-tap');
  expect(waived).toMatchObject({ status: 'cancelled', cancelReason: '生病住院' });
  await cook.canteen('waiveOrder', { id, reason: '生病住院' }, 'waive-tap');
  expect(await guest('赵德福')).toBeUndefined();
  expect(leftAt(lunch)).toBe(10);
  await world.settle();
  const { letters } = await office.courier('letters', {});
  expect(letters.find(letter => letter.kind === 'mealCancelled')?.text).toContain('生病住院');
  const { total } = await office.canteen('month', { month: world.today.slice(0, 7) });
  expect(total.meals).toBe(0);
});

test('a code that belongs to no order says so; a name without an order is just not found', async () => {
  const nobody = `${lunch}:r-nobody`;
  expect(await refusalOf(cook.canteen('redeem', { id: nobody, code: 'secret' }))).toBe('UNKNOWN_CODE');
  expect(await refusalOf(cook.canteen('redeem', { id: nobody }))).toBe('NOT_FOUND');
});

test('a picture that the cook uploads is what diners see, and only pictures of dishes are shown', async () => {
  const ticket = await cook.canteen('photoTicket', {});
  const form = new FormData();
  for (const [name, value] of Object.entries(ticket.fields)) form.append(name, value);
  form.append('file', new Blob(['a picture']), 'dish.jpg');
  expect((await fetch(ticket.url, { method: 'POST', body: form })).status).toBeLessThan(300);
  const daughter = await world.as('wx-limin');
  const roster = (await office.people('openUpload', {})).fileId;
  const { photos } = await daughter.canteen('photos', { ids: [ticket.fileId, roster, 'dish:bowl'] });
  expect(Object.keys(photos)).toEqual([ticket.fileId]);
  expect(await (await fetch(photos[ticket.fileId]!)).text()).toBe('a picture');
});
