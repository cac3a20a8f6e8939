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
  const all = [...newest, ...older.filter(letter => !newest.some(({ id }) => id === letter.id))];
  const unread = all.filter(({ id, readAt }) => readAt === undefined && !fresh.current.has(id)).map(({ id }) => id);
  for (const id of unread) fresh.current.add(id);

  const told = unread.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `told` names what is to be marked; `run` is made anew each time
  useEffect(() => {
    if (told !== '') run({ ids: told.split(',').slice(0, 50) });
  }, [told]);

  const more = async () => {
    const last = all.at(-1);
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
  const isFresh = ({ id }: LetterView) => fresh.current.has(id);
  const letters = [...all.filter(isFresh), ...all.filter(letter => !isFresh(letter))];
  return { ...shown, letters, isFresh, more: !ended && newest.length === PAGE ? more : undefined, moreFailure };
}
