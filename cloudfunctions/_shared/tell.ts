import type { AnyEvent } from '../../types/events';
import type { MessageKind } from '../../types/messages';
import type { Instant } from '../../types/time';
import { type Addressee, type Outgoing, POST_MOST } from './collection';

/** What a deed causes. The courier delivers it at least once; `id` is made of the document, the version and the position. */
export type Tell =
  | { event: AnyEvent }
  | { message: MessageKind; to: string; data: Record<string, string> }
  | { post: MessageKind; to: readonly Addressee[]; data: Record<string, string>; about: string }
  /** An item that was given up, under the id it has always had. */
  | { again: Outgoing };

export const event = <E extends AnyEvent>(name: E['name'], payload: E['payload']): Tell => ({
  event: { name, payload } as AnyEvent,
});
export const message = (kind: MessageKind, to: string, data: Record<string, string>): Tell => ({ message: kind, to, data });

/** The same words to many, at most `POST_MOST` a post; the courier reports back with the event `post.handed`, naming `about`. */
export const post = (kind: MessageKind, to: readonly Addressee[], data: Record<string, string>, about: string): Tell => ({
  post: kind,
  to,
  data,
  about,
});

/** A told thing as it lies in an outbox. */
export function outgoingOf(item: Tell, id: string, common: { communityId: string; at: Instant }): Outgoing {
  if ('again' in item) return item.again;
  if ('event' in item) return { id, kind: 'event', name: item.event.name, payload: item.event.payload, ...common };
  if ('message' in item) return { id, kind: 'message', message: item.message, to: item.to, data: item.data, ...common };
  if (item.to.length > POST_MOST) throw new Error(`a post goes to at most ${POST_MOST}`);
  return { id, kind: 'post', message: item.post, to: [...item.to], data: item.data, about: item.about, ...common };
}
