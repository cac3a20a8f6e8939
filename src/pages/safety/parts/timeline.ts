/** The timeline of an alert as people read it. */
import type { AlertView, TimelineEntry } from '../../../../types/safety';
import { type CivilDate, clockText, dayOf, dayText, minuteOf } from '../../../../types/time';
import type { Moment } from '../../../components/Timeline';

const timeOf = (at: TimelineEntry['at'], today: CivilDate): string => {
  const clock = clockText(minuteOf(at));
  return dayOf(at) === today ? clock : `${dayText(dayOf(at), today)} ${clock}`;
};

/** Oldest first, as it happened. The system's lines carry no name. */
export const momentsOf = ({ timeline }: Pick<AlertView, 'timeline'>, today: CivilDate): Moment[] =>
  timeline.map(({ at, by, text }) => ({ time: timeOf(at, today), title: text, text: by, done: true }));
