/** Writing letters: one row for each person, many rows in one call, and never twice. */
import type { CourierSettings, Letter } from '../../types/letters';
import { type Composed, compose, type MessageForm, type MessageKind, messageForms, type Urgency } from '../../types/messages';
import type { Instant } from '../../types/time';
import type { Addressee, Outgoing } from '../_shared/collection';
import { _, db, isDuplicate } from '../_shared/database';
import { urgencyOf } from '../_shared/tell';
import { letters } from './collections';
import { hasAccount, needsPhone, rungsOf } from './rules';

export type LetterRow = { _id: string; version: 1; history: []; outbox: [] } & Letter;
type Item = Exclude<Outgoing, { kind: 'event' }>;

/** What is the same in every letter of an item. */
type Sheet = { item: Item; form: MessageForm; composed: Composed; urgency: Urgency; settings: CourierSettings; now: Instant };

/** @throws Error for a kind of message that this version does not know. */
export function sheetOf(item: Item, settings: CourierSettings, now: Instant): Sheet {
  const form: MessageForm | undefined = messageForms[item.message as MessageKind];
  if (!form) throw new Error(`no such message: ${item.message}`);
  return { item, form, composed: compose(form, item.data), urgency: urgencyOf(item), settings, now };
}

/** The same with the addressee's own words laid over; where there are none, the very same. */
export const ownSheet = (sheet: Sheet, { data }: Addressee): Sheet =>
  data ? { ...sheet, composed: compose(sheet.form, { ...sheet.item.data, ...data }) } : sheet;

/** The letter of one addressee; undefined for somebody whom neither the message centre nor a channel of this kind reaches. */
export function letterTo(sheet: Sheet, id: string, to: string, who: { ref?: string; phone?: string }): LetterRow | undefined {
  const { item, form, composed, urgency, settings, now } = sheet;
  const rungs = rungsOf(item.message, form, settings, to);
  const [inside, byPhone] = [hasAccount(to), needsPhone(rungs)];
  if (to.startsWith('phone:') && !(byPhone && who.phone)) return undefined;
  const { title, text, page, problems, subscribe, sms, voice } = composed;
  const pushed = rungs.length > 0;
  return {
    _id: id,
    communityId: item.communityId,
    to,
    kind: item.message,
    urgency,
    title,
    text,
    page,
    at: item.at,
    ...(form.confirm ? { confirm: true } : {}),
    ...(who.ref ? { ref: who.ref } : {}),
    ...('about' in item && item.about ? { about: item.about } : {}),
    ...(item.kind === 'post' ? { postId: item.id } : {}),
    state: pushed ? 'waiting' : inside ? 'inside' : 'unsent',
    ...(pushed ? { dueAt: now, words: wordsOf({ subscribe, sms, voice, problems }) } : {}),
    ...(pushed && byPhone && who.phone ? { phone: who.phone } : {}),
    lane: urgency === 'normal' ? 'slow' : 'fast',
    rung: 0,
    turn: 0,
    attempts: [],
    version: 1,
    history: [],
    outbox: [],
  };
}

/** Without the channels that have no words: undefined has no place in the database. */
const wordsOf = (words: NonNullable<Letter['words']>): NonNullable<Letter['words']> =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as NonNullable<Letter['words']>;

/** An account has its own letter; who has none, one for the telephone. */
export const addressOf = ({ account, ref }: Addressee): string => account ?? `phone:${ref}`;

/** Rows a call writes. The platform's call takes about 1 MB; a letter is about 1 KB. */
const AT_ONCE = 200;
const TRIES = 4;

/** Inserts what is not there yet, in as few calls as it takes; delivered again, it finds all there and changes nothing. */
export async function insertLetters(rows: readonly LetterRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += AT_ONCE) await insertPart(rows.slice(i, i + AT_ONCE));
}

async function insertPart(rows: readonly LetterRow[]): Promise<void> {
  let missing = rows;
  for (let attempt = 1; missing.length > 0; attempt++) {
    try {
      await db()
        .collection(letters.name)
        .add([...missing]);
      return;
    } catch (error) {
      if (!isDuplicate(error) || attempt === TRIES) throw error;
    }
    if (rows.length === 1) return;
    const ids = missing.map(row => row._id);
    const { data } = await db()
      .collection(letters.name)
      .where({ _id: _.in(ids) })
      .field({ _id: true })
      .limit(AT_ONCE)
      .get();
    const there = new Set((data as { _id: string }[]).map(row => row._id));
    missing = missing.filter(row => !there.has(row._id));
  }
}
