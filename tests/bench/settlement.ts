/** The statement of a month with 9,000 meals: worked out, locked, exported. */
import type { Order } from '../../types/canteen';
import { fen } from '../../types/money';
import { addDays, civilDate, type Instant, instantAt } from '../../types/time';
import { openWorld, type World } from '../world';
import { download } from '../world/people';
import type { Figure } from './table';

const DINERS = 300;
const FIRST = civilDate('2026-11-01');
const MONTH = '2026-11';
const RULES = [
  { id: 'R1', name: '助餐补贴', funder: '街道', amount: fen(300) },
  { id: 'R2', name: '高龄加补', funder: '市民政局', amount: fen(200) },
];

function meal(day: number, diner: number): Order & { _id: string; communityId: string } {
  const date = addDays(FIRST, day);
  const at = instantAt(date, 11 * 60 + 30) as Instant;
  const mealId = `${date}:lunch`;
  return {
    _id: `xingfuli:${mealId}:r-bench-${diner}`,
    communityId: 'xingfuli',
    mealId,
    day: date,
    period: 'lunch',
    dinerId: `r-bench-${diner}`,
    dinerName: `长者${diner}`,
    bookedBy: 'wx-chenshegong',
    bookedByName: '陈社工',
    onBehalf: true,
    bookedAt: at,
    way: 'dineIn',
    lines: [{ dishId: 'A1', name: '狮子头套餐', price: fen(1200), count: 1 }],
    price: { due: fen(1200), subsidy: fen(500), selfPay: fen(700), age: 80, rules: RULES },
    clashes: [],
    tellTo: [],
    number: `A${String(diner).padStart(3, '0')}`,
    code: `bench-${day}-${diner}`,
    status: 'redeemed',
    round: 1,
    redeemedAt: at,
    redeemedBy: 'wx-liushifu',
  };
}

async function seed(world: World): Promise<void> {
  for (let day = 0; day < 30; day++) {
    const rows = Array.from({ length: DINERS }, (_, diner) => ({ ...meal(day, diner), version: 1, history: [], outbox: [] }));
    const reply = await world.engine.handle({
      action: 'database.insertDocument',
      collectionName: 'orders',
      data: rows.map(row => JSON.stringify(row)),
    });
    if (reply.code) throw new Error(`${reply.code} ${reply.message}`);
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export async function settlementFigures(): Promise<Figure[]> {
  const world = await openWorld({ residents: 60, past: 0, fill: 0 }, { workers: 1 });
  try {
    await seed(world);
    await world.at('09:00', 5);
    const office = await world.as('wx-zhouzhuren');
    await office.canteen('settings', {});
    world.resetStats();
    let total = 0;
    const worked = await secondsOf(async () => {
      total = (await office.canteen('settlement', { month: MONTH })).total;
    });
    const locked = await secondsOf(() => office.canteen('submitSettlement', { month: MONTH, total }));
    let size = 0;
    const exported = await secondsOf(async () => {
      size = (await download((await office.canteen('exportSettlement', { month: MONTH })).url)).length;
    });
    const stats = world.stats();
    const trips = (action: string) => stats[`canteen.${action}`]!.roundTrips.max;
    return [
      { what: 'statement of 9,000 meals, worked out', value: worked, unit: 's', limit: 3 },
      { what: 'round trips for it', value: trips('settlement'), unit: '', limit: 2 },
      { what: 'its sum, beside 9,000 × ¥5', value: total / 100, unit: 'yuan', limit: 45_000, sense: 'exactly' },
      { what: 'submitted and locked', value: locked, unit: 's', limit: 3 },
      { what: 'exported, every meal of it', value: exported, unit: 's', limit: 3 },
      { what: 'the workbook', value: Math.round(size / 1024), unit: 'KB' },
    ];
  } finally {
    await world.stop();
  }
}
