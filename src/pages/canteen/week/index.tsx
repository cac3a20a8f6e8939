import { useMemo, useState } from 'react';
import type { OrderView, Period } from '../../../../types/canteen';
import { type CivilDate, isCivilDate } from '../../../../types/time';
import { Screen } from '../../../components/Screen';
import { useElder } from '../../../services/elder';
import { useParams } from '../../../services/go';
import { useShare } from '../../../services/share';
import { wayOn } from '../../home/ways';
import { useWeek } from '../queries';
import { Ask } from './Ask';
import { Booked } from './Booked';
import type { MenuDish } from './DishCard';
import { dayFor, daysOf, firstStop, mealFor, stopsOf, type Wish } from './days';
import { ElderWeek, ElderWeekFoot } from './ElderWeek';
import { StandardWeek } from './StandardWeek';
import { useOrdering } from './useOrdering';
import { WeekFoot } from './WeekFoot';
import './index.css';

/** `?dinerId=` a bound elder, or the resident for whom staff order; `?day=&period=` where to begin. */
function useStart(): { dinerId: string | undefined; wish: Wish } {
  const { dinerId, day, period } = useParams();
  return { dinerId, wish: { day: isCivilDate(day) ? (day as CivilDate) : undefined, period: period as Period | undefined } };
}

/** The menu of seven days and the way to a meal. */
export default function WeekPage() {
  const start = useStart();
  const elder = useElder();
  const [dinerId, setDinerId] = useState(start.dinerId);
  const [wish, setWish] = useState<Wish>(start.wish);
  const [wanted, setWanted] = useState<MenuDish[]>();
  const [booked, setBooked] = useState<OrderView>();
  const week = useWeek(dinerId);
  useShare({ title: '这周食堂吃什么', path: 'pages/canteen/week/index' });

  const days = useMemo(() => (week.data ? daysOf(week.data) : []), [week.data]);
  const day = dayFor(days, wish);
  const stops = useMemo(() => stopsOf(days), [days]);
  const stop = firstStop(stops, wish);
  const meal = elder ? stops[stop] : day && mealFor(day, wish);
  const ordering = useOrdering(week.data, meal, order => {
    setWanted(undefined);
    setBooked(order);
    setWish({ day: order.day, period: order.period });
  });
  const show = (next: Wish) => {
    ordering.clear();
    ordering.booking.reset();
    setWish(next);
  };
  const changeDiner = (id: string) => {
    show(wish);
    setDinerId(id);
  };
  const chosen = () => meal?.dishes.filter(({ id }) => ordering.counts[id]) ?? [];
  // Nothing to mind: one tap books, and until the deadline it can be cancelled. Otherwise the dish is shown once more.
  const confirm = () => (ordering.clashes.length > 0 ? setWanted(chosen()) : ordering.book());
  const foot = () => {
    if (!week.data || !meal) return undefined;
    if (elder) return <ElderWeekFoot stop={stop} stops={stops} onStop={at => show(stops[at] ?? {})} />;
    return meal.may.book.ok && week.data.diner ? (
      <WeekFoot meal={meal} today={week.data.today} ordering={ordering} onConfirm={confirm} />
    ) : undefined;
  };

  return (
    <Screen title={week.data?.canteen.name ?? '社区食堂'} of={week} footer={foot()} refusedAction={wayOn(week.failure)}>
      {data => (
        <>
          {elder ? (
            <ElderWeek week={data} meal={meal} onWant={dish => setWanted([dish])} onDiner={changeDiner} />
          ) : (
            day && (
              <StandardWeek
                week={data}
                days={days}
                day={day}
                meal={meal}
                ordering={ordering}
                onWish={show}
                onDiner={changeDiner}
              />
            )
          )}
          {meal && wanted ? (
            <Ask
              meal={meal}
              dishes={wanted}
              week={data}
              ordering={ordering}
              onYes={() => ordering.book(elder ? wanted.map(({ id }) => ({ dishId: id, count: 1 })) : undefined)}
              onNo={() => setWanted(undefined)}
            />
          ) : null}
          <Booked order={booked} today={data.today} onClose={() => setBooked(undefined)} />
        </>
      )}
    </Screen>
  );
}
