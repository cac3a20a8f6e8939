/** What is known about the people of a batch, read side by side: one wave and a handful of calls for two hundred letters. */
import type { CourierSettings, Way } from '../../../types/letters';
import { type MessageCategory, type MessageForm, type MessageKind, messageForms } from '../../../types/messages';
import { dayOf, type Instant } from '../../../types/time';
import { _, db } from '../../_shared/database';
import { accounts } from '../../_shared/directory';
import { LIGHT, Store } from '../../_shared/store';
import { credits, letters, pushChoices } from '../collections';
import { type Facts, hasAccount, needsPhone, rungsOf } from '../rules';
import { settingsOf } from '../settings';
import { type Sendable, whyNot } from './channels';
import { creditId, NO_CREDIT, templateIds } from './credits';

/** The facts of a letter, and the telephone that it would go to. */
export type Known = Facts & { phone?: string };

const formOf = (kind: string): MessageForm | undefined => messageForms[kind as MessageKind];
const unique = (all: readonly string[]): string[] => [...new Set(all)];

export async function factsOf(due: readonly Sendable[], now: Instant): Promise<(letter: Sendable) => Known> {
  const settings = await allSettings(due, now);
  const rungs = (letter: Sendable) =>
    formOf(letter.kind) ? rungsOf(letter.kind, formOf(letter.kind)!, settings.get(letter.communityId)!, letter.to) : [];
  const people = due.filter(({ to }) => hasAccount(to));
  const normal = people.filter(({ urgency }) => urgency === 'normal');
  const callable = people.filter(letter => !letter.phone && needsPhone(rungs(letter)));
  const [off, sentToday, credit, phones] = await Promise.all([
    choicesOf(unique(normal.map(({ to }) => to))),
    pushedToday(unique(normal.map(({ to }) => to)), now),
    creditsOf(people),
    phonesOf(unique(callable.map(({ to }) => to))),
  ]);
  return letter => {
    const own = settings.get(letter.communityId)!;
    const phone = letter.phone ?? phones.get(letter.to);
    const lacking = (way: Way) =>
      whyNot(letter, way, own, phone) ??
      (way === 'subscribe' && !credit.has(creditId(letter.to, templateIds()[letter.kind]!)) ? NO_CREDIT : undefined);
    return {
      now,
      settings: own,
      rungs: rungs(letter),
      whyNot: lacking,
      muted: off.get(letter.to)?.includes(formOf(letter.kind)?.category ?? 'safety') ?? false,
      sentToday: sentToday.get(letter.to) ?? 0,
      phone,
    };
  };
}

async function allSettings(due: readonly Sendable[], now: Instant): Promise<Map<string, CourierSettings>> {
  const communities = unique(due.map(({ communityId }) => communityId));
  return new Map(await Promise.all(communities.map(async id => [id, await settingsOf(id, now)] as const)));
}

async function choicesOf(people: readonly string[]): Promise<Map<string, MessageCategory[]>> {
  const rows = await Store.ofEnvironment().readAll(pushChoices, people, { without: LIGHT });
  return new Map(rows.map(row => [row.id, row.off]));
}

const COUNTED_AT_ONCE = 1000;

/** Normal messages pushed today. A count that overlapping runs share is a courtesy, not a lock: one more may slip through. */
async function pushedToday(people: readonly string[], now: Instant): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  if (people.length === 0) return counts;
  for (let passed = 0; ; passed += COUNTED_AT_ONCE) {
    const { data } = await db()
      .collection(letters.name)
      .where({ to: _.in([...people]), pushedOn: dayOf(now) })
      .field({ to: true })
      .orderBy('_id', 'asc')
      .skip(passed)
      .limit(COUNTED_AT_ONCE)
      .get();
    for (const { to } of data as { to: string }[]) counts.set(to, (counts.get(to) ?? 0) + 1);
    if (data.length < COUNTED_AT_ONCE) return counts;
  }
}

async function creditsOf(people: readonly Sendable[]): Promise<Set<string>> {
  const ids = unique(people.flatMap(({ to, kind }) => (templateIds()[kind] ? creditId(to, templateIds()[kind]!) : [])));
  const rows = await Store.ofEnvironment().readAll(credits, ids, { without: LIGHT });
  return new Set(rows.filter(({ count }) => count > 0).map(({ id }) => id));
}

async function phonesOf(people: readonly string[]): Promise<Map<string, string>> {
  const rows = await Store.ofEnvironment().readAll(accounts, people, { without: LIGHT });
  return new Map(rows.flatMap(({ id, phone }) => (phone ? [[id, phone] as const] : [])));
}
