/** 120 seats and a crowd: each resident asks twice, 128 calls under way at once. */
import { gesture, openWorld, type World } from '../world';
import { mealWith, plate, stateOf } from '../world/canteen';
import { fire, type Shot } from './load';
import type { Figure } from './table';

const CALLERS = 128;
const SEATS = 120;

/** Each resident with an account of their own, asking twice by two gestures, shuffled the same way every time. */
async function crowd(world: World, mealId: string, residents: number): Promise<Shot[]> {
  const tokens = new Map<string, string>();
  for (let i = 1; i <= residents; i++) tokens.set(`r-${i}`, (await world.as(`wx-r-${i}`)).token);
  const twice = [...tokens, ...tokens].map(([diner, token], i) => ({ diner, token, order: (i * 7919) % (residents * 2) }));
  twice.sort((a, b) => a.order - b.order);
  return twice.map(({ diner, token }) => ({
    token,
    domain: 'canteen',
    body: { action: 'bookMeal', input: plate(mealId, diner), requestId: gesture() },
  }));
}

async function one(world: World, residents: number, delayMs: number, daysAhead: number): Promise<Figure[]> {
  const cook = await world.as('wx-liushifu');
  const mealId = await mealWith(world, cook, SEATS, daysAhead);
  const shots = await crowd(world, mealId, residents);
  world.faults.delay(delayMs);
  const { answers, seconds } = await fire(world.port, shots, CALLERS);
  world.faults.clear();
  const { standing } = stateOf(world, mealId);
  const said = (code: string): number => answers.filter(answer => answer.code === code).length;
  const booked = new Set(standing.map(order => order.dinerId));
  // Whoever hears "already booked" must have an order.
  const falsely = answers.filter(
    (answer, i) =>
      answer.code === 'ALREADY_BOOKED' && !booked.has((shots[i]!.body as { input: { dinerId: string } }).input.dinerId),
  ).length;
  const title = `${residents} residents × 2, ${delayMs} ms a database call`;
  return [
    { what: `${title}: orders`, value: standing.length, unit: '', limit: SEATS, sense: 'exactly' },
    { what: `${title}: diners twice`, value: standing.length - booked.size, unit: '', limit: 0 },
    { what: `${title}: false "already booked"`, value: falsely, unit: '', limit: 0 },
    { what: `${title}: 5xx`, value: answers.filter(answer => answer.status >= 500).length, unit: '', limit: 0 },
    {
      what: `${title}: neither booked nor refused rightly`,
      value: answers.length - said('ok') - said('SOLD_OUT') - said('ALREADY_BOOKED'),
      unit: '',
      limit: 0,
    },
    { what: `${title}: took`, value: seconds, unit: 's' },
  ];
}

export async function rush(): Promise<Figure[]> {
  const world = await openWorld({ residents: 1010, accounts: 1000, past: 0, fill: 0 });
  try {
    await world.at('08:00');
    return [...(await one(world, 400, 0, 2)), ...(await one(world, 400, 10, 3)), ...(await one(world, 1000, 0, 4))];
  } finally {
    await world.stop();
  }
}
