import { type EventName, listeners } from '../../types/events';
import { fillIn, type MessageKind, messageForms } from '../../types/messages';
import { type Instant, MINUTE_MS } from '../../types/time';
import type { Outgoing } from '../_shared/collection';
import { _, cloud, db, isDuplicate } from '../_shared/database';
import { makeToken } from '../_shared/token';
import { subscribeMessage } from './channels';

/** Brings one item to where it belongs. Throws when it must be tried again. Doing it twice is doing it once. */
export const deliver = (item: Outgoing, now: Instant): Promise<void> =>
  item.kind === 'event' ? tellDomains(item, now) : item.kind === 'post' ? writeLetters(item, now) : writeLetter(item, now);

/** One letter for each who has a message centre. */
async function writeLetters(item: Extract<Outgoing, { kind: 'post' }>, now: Instant): Promise<void> {
  const { message, data, communityId, at } = item;
  for (const { ref, account, data: own } of item.to)
    if (account)
      await writeLetter(
        { id: `${item.id}:${ref}`, kind: 'message', message, to: account, data: { ...data, ...own }, communityId, at },
        now,
      );
}

async function tellDomains(item: Extract<Outgoing, { kind: 'event' }>, now: Instant): Promise<void> {
  const systemToken = makeToken('courier', 'system', (now + 5 * MINUTE_MS) as Instant);
  const { id, name, communityId, payload } = item;
  for (const domain of listeners[name as EventName] ?? []) {
    const data = { action: 'hear', input: { id, name, communityId, payload }, requestId: id.slice(-80), systemToken };
    const { result } = await cloud().callFunction({ name: domain, data });
    const reply = result as { ok?: boolean; error?: { code: string } } | undefined;
    if (!reply?.ok) throw new Error(`${domain} did not hear ${name}: ${reply?.error?.code ?? 'no answer'}`);
  }
}

/**
 * The letter first, then the channel. The attempt is written down before it is made, so a crash in between loses a push, never
 * repeats one; the letter itself is never lost.
 */
async function writeLetter(item: Extract<Outgoing, { kind: 'message' }>, now: Instant): Promise<void> {
  const form = messageForms[item.message as MessageKind];
  const letter = {
    to: item.to,
    kind: item.message,
    title: form.title,
    text: fillIn(form.text, item.data),
    page: fillIn(form.page, item.data),
    at: item.at,
    attempts: [],
  };
  try {
    await db()
      .collection('letters')
      .add({ _id: item.id, ...letter, communityId: item.communityId, version: 1, history: [], outbox: [] });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const mine = await db()
    .collection('letters')
    .where({ _id: item.id, pushed: _.exists(false) })
    .update({ pushed: now, version: _.inc(1) });
  if (!mine.updated) return;
  const attempt = await subscribeMessage(item.message, form, item.to, item.data, now);
  await db()
    .collection('letters')
    .where({ _id: item.id })
    .update({ attempts: _.push({ each: [attempt] } as never), version: _.inc(1) });
}
