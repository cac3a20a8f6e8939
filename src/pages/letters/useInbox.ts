/** The letters as a person goes through them: unread first, older ones on demand, read once they were shown. */
import { useEffect, useRef, useState } from 'react';
import { asFailure, type Failure } from '../../services/door';
import type { Shown } from '../../services/useDoor';
import { useCommand } from '../../services/useDoor';
import { courier, type Letters, type LetterView, useLetters } from './queries';

/** As many as one answer of the server holds. */
const PAGE = 20;

export interface Inbox extends Shown<Letters> {
  /** Unread ones first, each part newest first. */
  letters: LetterView[];
  isFresh: (letter: LetterView) => boolean;
  /** Undefined when there are no older ones. */
  more: (() => Promise<void>) | undefined;
  moreFailure: Failure | undefined;
  /** 知道了; never fails loudly: the button stays until it is known. */
  know: (id: string) => Promise<void>;
}

export function useInbox(): Inbox {
  const shown = useLetters();
  const { run } = useCommand(courier, 'markRead');
  const [older, setOlder] = useState<LetterView[]>([]);
  const [ended, setEnded] = useState(false);
  const [moreFailure, setMoreFailure] = useState<Failure>();
  // What was new when the page opened stays marked and on top while it is read, although the server knows by then.
  const fresh = useRef(new Set<string>());
  const newest = shown.data?.letters ?? [];
  const known = new Set(newest.map(({ id }) => id));
  const before = [...(shown.data?.older ?? []), ...older].filter(({ id }) => !known.has(id) && known.add(id));
  const all = [...newest, ...before];
  const unread = all.filter(({ id, readAt }) => readAt === undefined && !fresh.current.has(id)).map(({ id }) => id);
  for (const id of unread) fresh.current.add(id);

  const told = unread.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `told` names what is to be marked; `run` is made anew each time
  useEffect(() => {
    if (told !== '') run({ ids: told.split(',').slice(0, 50) });
  }, [told]);

  const more = async () => {
    const last = older.at(-1) ?? newest.at(-1);
    if (!last) return;
    setMoreFailure(undefined);
    try {
      const { letters } = await courier('letters', { before: last.at });
      setOlder(now => [...now, ...letters]);
      setEnded(letters.length < PAGE);
    } catch (error) {
      setMoreFailure(asFailure(error));
    }
  };
  const know = async (id: string) => {
    try {
      await courier('acknowledge', { id });
      await shown.reload();
    } catch (error) {
      setMoreFailure(asFailure(error));
    }
  };
  const isFresh = ({ id }: LetterView) => fresh.current.has(id);
  // What asks for an answer first, then what is new; each part newest first.
  const rank = (letter: LetterView) => (letter.asks ? 0 : isFresh(letter) ? 1 : 2);
  const letters = [0, 1, 2].flatMap(wanted => all.filter(letter => rank(letter) === wanted));
  return { ...shown, letters, isFresh, more: !ended && newest.length === PAGE ? more : undefined, moreFailure, know };
}
