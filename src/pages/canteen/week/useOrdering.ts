/** What is chosen on the menu and what it costs. The amounts are the server's: one portion's came with the menu, more are asked for. */
import { useEffect, useState } from 'react';
import type { MealView, OrderView, Price, Way } from '../../../../types/canteen';
import { type Fen, lessFen } from '../../../../types/money';
import { type Doing, useCommand, useQueryOf } from '../../../services/useDoor';
import { canteen, type Week } from '../queries';

export type Line = { dishId: string; count: number };
type Amounts = Pick<Price, 'due' | 'subsidy' | 'selfPay'>;
type Booking = { mealId: string; dinerId: string; way: Way; lines: Line[] };

/** Long enough for a second tap on +, short enough not to be waited for. */
const QUOTE_AFTER_MS = 300;

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** Of one portion the menu says everything; `selfPay` is the server's answer for exactly that. */
function onePortion(meal: MealView, lines: readonly Line[]): Amounts | undefined {
  const dish = lines.length === 1 && lines[0]!.count === 1 ? meal.dishes.find(({ id }) => id === lines[0]!.dishId) : undefined;
  return dish && { due: dish.price, selfPay: dish.selfPay, subsidy: lessFen(dish.price as Fen, dish.selfPay as Fen) };
}

export interface Ordering {
  counts: Readonly<Record<string, number>>;
  portions: number;
  setCount: (dishId: string, count: number) => void;
  clear: () => void;
  way: Way;
  setWay: (way: Way) => void;
  /** Undefined while nothing is chosen or the answer is on its way. */
  amounts: Amounts | undefined;
  lines: Line[];
  /** What the chosen dishes hold that the diner must not eat. */
  clashes: string[];
  booking: Doing<Booking>;
  book: (lines?: Line[]) => void;
}

export function useOrdering(week: Week | undefined, meal: MealView | undefined, onBooked: (order: OrderView) => void): Ordering {
  const [counts, setCounts] = useState<Record<string, number>>({});
  const [way, setWay] = useState<Way>('dineIn');
  const dinerId = week?.diner?.id ?? '';
  const lines = (meal?.dishes ?? []).filter(({ id }) => counts[id]).map(({ id }) => ({ dishId: id, count: counts[id]! }));
  const portions = lines.reduce((sum, line) => sum + line.count, 0);
  const wanted = JSON.stringify(lines);
  const settled = useSettled(wanted, QUOTE_AFTER_MS) === wanted;
  const when = settled && portions > 1 && dinerId !== '';
  const quote = useQueryOf(canteen, 'quote', { mealId: meal?.id ?? '', dinerId, lines }, { when });
  const clear = () => setCounts({});
  const booking = useCommand(canteen, 'bookMeal', {
    touches: ['courier'],
    onDone: order => {
      clear();
      onBooked(order);
    },
  });
  return {
    counts,
    portions,
    setCount: (dishId, count) => setCounts(now => ({ ...now, [dishId]: count })),
    clear,
    way,
    setWay,
    amounts: (meal && onePortion(meal, lines)) ?? (when ? quote.data : undefined),
    lines,
    clashes: [...new Set(meal?.dishes.filter(({ id }) => counts[id]).flatMap(dish => dish.clashes))],
    booking,
    book: (chosen = lines) => {
      if (meal && dinerId) booking.run({ mealId: meal.id, dinerId, way, lines: chosen });
    },
  };
}
