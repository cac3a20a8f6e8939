/** The courier's reports in the timeline of an alert. Pure. */
import type { Alert, Paged, TimelineEntry } from '../../../types/alerts';
import type { EventOf } from '../../../types/events';
import type { Instant } from '../../../types/time';
import { withLine } from './ladder';

const CHANNEL_TEXT: Record<string, string> = {
  inside: '消息中心',
  subscribe: '微信',
  sms: '短信',
  voice: '电话',
  nowhere: '没有联系方式',
};

/**
 * Once when the letters lie there, and once when every ladder has ended; only the end is a line, and only what is new changes a person.
 * @returns undefined when nothing changes.
 */
export function handedOn(alert: Alert, { done, outcomes, postId }: EventOf<'post.handed'>, now: Instant): Alert | undefined {
  if (!done) return undefined;
  const nameOf = (ref: string): string => alert.paged.find(one => one.ref === ref)?.name ?? '';
  const lines = outcomes.map(({ channel, outcome, refs }): TimelineEntry => {
    const how = outcome === 'sent' || outcome === 'inside' ? `${CHANNEL_TEXT[channel]}已送到` : '没有送到，只在消息中心';
    return { at: now, what: 'handed', text: `${refs.map(nameOf).join('、')}：${how}`.slice(0, 300), by: postId.slice(-40) };
  });
  const fresh = lines.filter(
    line => !alert.timeline.some(old => old.what === 'handed' && old.by === line.by && old.text === line.text),
  );
  if (fresh.length === 0) return undefined;
  const paged = alert.paged.map(person => ({ ...person, state: stateOf(person, outcomes) }));
  return { ...alert, paged, timeline: withLine(alert.timeline, ...fresh) };
}

/** Once reached is reached: a later post that did not arrive does not undo it. */
function stateOf(person: Paged, outcomes: EventOf<'post.handed'>['outcomes']): Paged['state'] {
  const mine = outcomes.find(({ refs }) => refs.includes(person.ref));
  if (!mine || person.state === 'seen' || person.state === 'sent') return person.state;
  return mine.outcome === 'sent' ? 'sent' : mine.outcome === 'unsent' ? 'unsent' : person.state;
}

export function seenBy(alert: Alert, person: Paged, how: 'tap' | 'key', now: Instant): Alert {
  const paged = alert.paged.map(one => (one.ref === person.ref ? { ...one, state: 'seen' as const } : one));
  const text = how === 'key' ? '接了电话，按键确认' : '点了“知道了”';
  return { ...alert, paged, timeline: withLine(alert.timeline, { at: now, what: 'seen', by: person.name, text }) };
}
