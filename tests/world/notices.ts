/** Notices for scenario, race and property tests: words, the way from draft to letters, what lies in the database. */

import type { InputOf, OutputOf } from '../../types/contract';
import type { Audience, NoticesContract } from '../../types/notices';
import type { Person, World } from '.';

type Words = InputOf<NoticesContract, 'saveNotice'>;
type View = OutputOf<NoticesContract, 'notice'>;

export const words = (audience: Audience, over: Partial<Words> = {}): Words => ({
  title: '停水通知',
  body: '因水管检修，明天 9:00 至 17:00 停水。请提前备好用水。',
  category: 'utilities',
  pictures: [],
  needsConfirmation: false,
  emergency: false,
  public: false,
  robots: [],
  audience,
  ...over,
});

export const building = (...ids: string[]): Audience => ({ kind: 'building', ids });

/** A draft with its preview. */
export async function previewed(author: Person, audience: Audience, over: Partial<Words> = {}): Promise<View> {
  const { id } = await author.notices('saveNotice', words(audience, over));
  return author.notices('previewNotice', { id });
}

/** Previewed and sent, until the last letter is with the courier. */
export async function sent(author: Person, audience: Audience, over: Partial<Words> = {}): Promise<View> {
  const { id, frozen } = await previewed(author, audience, over);
  const first = await author.notices('sendNotice', { id, frozenId: frozen!.id });
  return first.status === 'sending' ? finished(author, id) : first;
}

/** As the page does while it is open. */
export async function finished(person: Person, id: string): Promise<View> {
  for (let step = 0; step < 200; step++) {
    const view = await person.notices('continueNotice', { id });
    if (!view.busy) return view;
  }
  throw new Error(`${id} never came to its end`);
}

export type LetterRow = { _id: string; to: string; kind: string; title: string; text: string; page: string };
/** Letters about notices in the message centres. */
export const lettersOf = (world: World, where: Record<string, unknown> = {}): LetterRow[] =>
  (world.engine.peek('letters', where, 100_000) as LetterRow[]).filter(({ kind }) => kind.startsWith('notice'));

export type ReceiptRow = {
  _id: string;
  ref: string;
  way: string;
  progress: string;
  handed: string;
  byFamily: boolean;
  door: string;
};
export const receiptsOf = (world: World, noticeId: string): ReceiptRow[] =>
  world.engine.peek('receipts', { noticeId }, 100_000) as ReceiptRow[];
