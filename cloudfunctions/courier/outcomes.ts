/** How a post went, as its sender is told. Pure. */
import type { EventOf } from '../../types/events';
import type { Letter } from '../../types/letters';

export type Outcomes = EventOf<'post.handed'>['outcomes'];
export type HandedAs = Pick<Outcomes[number], 'channel' | 'outcome'>;

/** Refs put together under what became of them. */
export function grouped(each: readonly (HandedAs & { ref: string })[]): Outcomes {
  const groups = new Map<string, Outcomes[number]>();
  for (const { channel, outcome, ref } of each) {
    const group = groups.get(`${channel} ${outcome}`) ?? { channel, outcome, refs: [] };
    group.refs.push(ref);
    groups.set(`${channel} ${outcome}`, group);
  }
  return [...groups.values()];
}

export const unreached = (refs: readonly string[]) => refs.map(ref => ({ ref, channel: 'nowhere', outcome: 'unsent' }) as const);

/** How a letter begins: in the message centre, and on its way where its kind has a ladder. */
export const startOf = ({ to, state }: Pick<Letter, 'to' | 'state'>): HandedAs =>
  state === 'inside'
    ? { channel: 'inside', outcome: 'inside' }
    : { channel: to.startsWith('phone:') ? 'nowhere' : 'inside', outcome: 'pending' };

/** How a letter ended: the channel that took it, or what there is instead. */
export function endOf({ to, state, attempts }: Pick<Letter, 'to' | 'state' | 'attempts'>): HandedAs {
  const sent = attempts.find(({ outcome }) => outcome === 'sent')?.channel;
  if (sent && sent !== 'robot') return { channel: sent, outcome: 'sent' };
  if (to.startsWith('phone:')) return { channel: 'nowhere', outcome: 'unsent' };
  return { channel: 'inside', outcome: state === 'inside' ? 'inside' : 'unsent' };
}
