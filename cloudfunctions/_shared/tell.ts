import { type AnyEvent, urgentEvents } from '../../types/events';
import { type MessageKind, messageForms, type Urgency } from '../../types/messages';
import type { Instant } from '../../types/time';
import { type Addressee, type How, type Outgoing, POST_MOST } from './collection';

/** What a deed causes. The courier delivers it at least once; `id` is made of the document, the version and the position. */
export type Tell =
  | { event: AnyEvent }
  | { message: MessageKind; to: string; data: Record<string, string>; how?: How }
  | { post: MessageKind; to: readonly Addressee[]; data: Record<string, string>; about: string; urgency?: Urgency }
  /** An item that was given up, under the id it has always had. */
  | { again: Outgoing };

export const event = <E extends AnyEvent>(name: E['name'], payload: E['payload']): Tell => ({
  event: { name, payload } as AnyEvent,
});

/** To one account, or to the staff group `robot:<key>`. `how.urgency` overrides the kind's own. */
export const message = (kind: MessageKind, to: string, data: Record<string, string>, how?: How): Tell => ({
  message: kind,
  to,
  data,
  how,
});

/** The same words to many, at most `POST_MOST` a post; the courier reports back with the event `post.handed`, naming `about`. */
export const post = (
  kind: MessageKind,
  to: readonly Addressee[],
  data: Record<string, string>,
  about: string,
  urgency?: Urgency,
): Tell => ({
  post: kind,
  to,
  data,
  about,
  urgency,
});

/** A told thing as it lies in an outbox. */
export function outgoingOf(item: Tell, id: string, common: { communityId: string; at: Instant }): Outgoing {
  if ('again' in item) return item.again;
  if ('event' in item) return { id, kind: 'event', name: item.event.name, payload: item.event.payload, ...common };
  if ('message' in item)
    return { id, kind: 'message', message: item.message, to: item.to, data: item.data, ...defined(item.how ?? {}), ...common };
  if (item.to.length > POST_MOST) throw new Error(`a post goes to at most ${POST_MOST}`);
  const { post: kind, to, data, about, urgency } = item;
  return { id, kind: 'post', message: kind, to: [...to], data, about, ...defined({ urgency }), ...common };
}

/** Without what is undefined: it has no place in the database. */
const defined = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

export const urgencyOf = (item: Outgoing): Urgency =>
  item.kind === 'event'
    ? urgentEvents.has(item.name)
      ? 'urgent'
      : 'normal'
    : (item.urgency ?? messageForms[item.message as MessageKind]?.urgency ?? 'normal');

/** Whether the courier is called right after the deed: what is urgent, and what goes to many. */
export const hurries = (item: Outgoing): boolean => item.kind === 'post' || urgencyOf(item) !== 'normal';
