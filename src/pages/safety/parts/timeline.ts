/** The timeline of an alert as people read it. */
import type { AlertView, TimelineEntry } from '../../../../types/safety';
import { type CivilDate, clockText, dayOf, dayText, minuteOf } from '../../../../types/time';
import type { Moment } from '../../../components/Timeline';

const timeOf = (at: TimelineEntry['at'], today: CivilDate): string => {
  const clock = clockText(minuteOf(at));
  return dayOf(at) === today ? clock : `${dayText(dayOf(at), today)} ${clock}`;
};

/** What carries names alone in the record gets its verb here. */
const titleOf = ({ what, text }: TimelineEntry): string => (what === 'paged' ? `通知${text}` : text);

/** Who did it; a line of the courier names its post there, which nobody needs to read. */
const byOf = ({ what, by }: TimelineEntry): string | undefined => (what === 'handed' ? undefined : by);

/** Oldest first, as it happened. The system's lines carry no name. */
export const momentsOf = ({ timeline }: Pick<AlertView, 'timeline'>, today: CivilDate): Moment[] =>
  timeline.map(entry => ({ time: timeOf(entry.at, today), title: titleOf(entry), text: byOf(entry), done: true }));
