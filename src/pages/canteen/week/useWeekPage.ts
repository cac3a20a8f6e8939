/** The state of the menu page: whose week, which meal, what is being asked and what was just booked. */
import { useMemo, useState } from 'react';
import type { MealView, OrderView, Period } from '../../../../types/canteen';
import { type CivilDate, isCivilDate } from '../../../../types/time';
import { useElder } from '../../../services/elder';
import { useParams } from '../../../services/go';
import type { Shown } from '../../../services/useDoor';
import { useWeek, type Week } from '../queries';
import type { MenuDish } from './DishCard';
import { dayFor, daysOf, firstStop, mealFor, stopsOf, type WeekDay, type Wish } from './days';
import { type Ordering, useOrdering } from './useOrdering';

export interface WeekPageState {
  elder: boolean;
  week: Shown<Week>;
  days: WeekDay[];
  day: WeekDay | undefined;
  meal: MealView | undefined;
  /** The elder view's meals one after the other, and which of them is shown. */
  stops: MealView[];
  stop: number;
  ordering: Ordering;
  /** Dishes that are shown once more before they are booked. */
  asked: readonly MenuDish[] | undefined;
  ask: (dishes: readonly MenuDish[] | undefined) => void;
  booked: OrderView | undefined;
  closeBooked: () => void;
  show: (wish: Wish) => void;
  changeDiner: (dinerId: string) => void;
}

/** `?dinerId=` a bound elder, or the resident for whom staff order; `?day=&period=` where to begin. */
function useStart(): { dinerId: string | undefined; wish: Wish } {
  const { dinerId, day, period } = useParams();
  return { dinerId, wish: { day: isCivilDate(day) ? (day as CivilDate) : undefined, period: period as Period | undefined } };
}

export function useWeekPage(): WeekPageState {
  const start = useStart();
  const elder = useElder();
  const [dinerId, setDinerId] = useState(start.dinerId);
  const [wish, setWish] = useState<Wish>(start.wish);
  const [asked, ask] = useState<readonly MenuDish[]>();
  const [booked, setBooked] = useState<OrderView>();
  const week = useWeek(dinerId);
  const days = useMemo(() => (week.data ? daysOf(week.data) : []), [week.data]);
  const stops = useMemo(() => stopsOf(days), [days]);
  const day = dayFor(days, wish);
  const stop = firstStop(stops, wish);
  const meal = elder ? stops[stop] : day && mealFor(day, wish);
  const ordering = useOrdering(week.data, meal, order => {
    ask(undefined);
    setBooked(order);
    setWish({ day: order.day, period: order.period });
  });
  const show = (next: Wish) => {
    ordering.clear();
    ordering.booking.reset();
    // Another day may not be one on which meals are brought.
    ordering.setWay('dineIn');
    setWish(next);
  };
  const changeDiner = (id: string) => {
    show(wish);
    setDinerId(id);
  };
  const closeBooked = () => setBooked(undefined);
  return { elder, week, days, day, meal, stops, stop, ordering, asked, ask, booked, closeBooked, show, changeDiner };
}
