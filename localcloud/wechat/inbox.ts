/** Everything that left the system, for the console and the tests. */
import { randomUUID } from 'node:crypto';
import type { Message } from './types';

type Sent = Omit<Message, 'id' | 'at' | 'delivered' | 'openid'> & { openid?: string };

const KEPT = 5000;

export class Inbox {
  private messages: Message[] = [];

  constructor(
    private readonly now: () => number,
    private readonly openidOf: (to: string) => string | undefined,
  ) {}

  /** Records a message; one with an `error` counts as refused. */
  add(sent: Sent): Message {
    const openid = sent.openid ?? this.openidOf(sent.to);
    const message: Message = { id: randomUUID(), at: this.now(), ...sent, openid, delivered: sent.error === undefined };
    this.messages.push(message);
    if (this.messages.length > KEPT) this.messages.splice(0, this.messages.length - KEPT);
    return message;
  }

  /** Oldest first. `all` adds what was refused. */
  list({ openid, channel, all }: { openid?: string; channel?: string; all?: boolean } = {}): Message[] {
    return this.messages.filter(
      message =>
        (all || message.delivered) && (!openid || message.openid === openid) && (!channel || message.channel === channel),
    );
  }

  find(id: string): Message | undefined {
    return this.messages.find(message => message.id === id);
  }

  clear(): void {
    this.messages = [];
  }
}
