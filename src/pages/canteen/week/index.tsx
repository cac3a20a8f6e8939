import { Screen } from '../../../components/Screen';
import { useShare } from '../../../services/share';
import { wayOn } from '../../home/ways';
import type { Week } from '../queries';
import { Ask } from './Ask';
import { Booked } from './Booked';
import { ElderWeek, ElderWeekFoot } from './ElderWeek';
import { StandardWeek } from './StandardWeek';
import { useWeekPage, type WeekPageState } from './useWeekPage';
import { WeekFoot } from './WeekFoot';
import './index.css';

/** Nothing to mind: one tap books, and until the deadline it can be cancelled. Otherwise the dishes are shown once more. */
function confirm({ meal, ordering, ask }: WeekPageState): void {
  const chosen = meal?.dishes.filter(({ id }) => ordering.counts[id]);
  if (ordering.clashes.length > 0) ask(chosen);
  else ordering.book();
}

function footOf(page: WeekPageState) {
  const { elder, week, meal, stops, stop, ordering, show } = page;
  if (!week.data || !meal) return undefined;
  if (elder) return <ElderWeekFoot stop={stop} stops={stops} onStop={at => show(stops[at] ?? {})} />;
  if (!meal.may.book.ok || !week.data.diner) return undefined;
  return <WeekFoot meal={meal} today={week.data.today} ordering={ordering} onConfirm={() => confirm(page)} />;
}

/** What lies over the menu: the question before booking, and the number after it. */
function Sheets({ page, week }: { page: WeekPageState; week: Week }) {
  const { elder, meal, ordering, asked, ask, booked, closeBooked } = page;
  const lines = elder ? asked?.map(({ id }) => ({ dishId: id, count: 1 })) : undefined;
  const close = () => {
    ordering.booking.reset();
    ask(undefined);
  };
  return (
    <>
      {meal && asked ? (
        <Ask meal={meal} dishes={asked} week={week} ordering={ordering} onYes={() => ordering.book(lines)} onNo={close} />
      ) : null}
      <Booked order={booked} today={week.today} onClose={closeBooked} />
    </>
  );
}

/** The menu of seven days and the way to a meal. */
export default function WeekPage() {
  const page = useWeekPage();
  const { elder, week, days, day, meal, ordering, ask, show, changeDiner } = page;
  useShare({ title: '这周食堂吃什么', path: 'pages/canteen/week/index' });
  return (
    <Screen title={week.data?.canteen.name ?? '社区食堂'} of={week} footer={footOf(page)} refusedAction={wayOn(week.failure)}>
      {data => (
        <>
          {elder ? <ElderWeek week={data} meal={meal} onWant={dish => ask([dish])} onDiner={changeDiner} /> : null}
          {!elder && day ? (
            <StandardWeek week={data} days={days} day={day} meal={meal} ordering={ordering} onWish={show} onDiner={changeDiner} />
          ) : null}
          <Sheets page={page} week={data} />
        </>
      )}
    </Screen>
  );
}
