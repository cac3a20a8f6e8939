import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useCommand, useQueryOf } from '../../../services/useDoor';
import { mediation } from '../queries';
import { type Draft, EMPTY, isBegun, readKept, type Step, textOf } from './draft';

/**
 * What was written lives beside the queries, in memory, and sealed on the server for thirty days, so that closing the mini-program costs
 * nothing. Never in the phone's storage: what a quarrel is about is nobody else's business.
 */
const KEY = ['mediation-draft'];
/** The hand rests. */
const REST_MS = 2_000;

export interface Kept {
  draft: Draft;
  step: Step | undefined;
}
const NOTHING: Kept = { draft: EMPTY, step: undefined };

const keep = (client: QueryClient, kept: Kept) => {
  client.setQueryDefaults(KEY, { gcTime: Number.POSITIVE_INFINITY });
  client.setQueryData(KEY, kept);
};

/** What cannot be kept now is kept with the next stroke, and at the latest handed in. */
const send = (kept: Kept): void => {
  mediation('saveDraft', { draft: textOf(kept) }).catch(() => undefined);
};

/** Saves when the hand rests and when the page is left. */
function useSaving(kept: Kept, touched: boolean): void {
  const unsaved = useRef<Kept>();
  useEffect(() => {
    if (!touched || !isBegun(kept.draft)) {
      unsaved.current = undefined;
      return undefined;
    }
    unsaved.current = kept;
    const timer = setTimeout(() => {
      unsaved.current = undefined;
      send(kept);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [kept, touched]);
  useEffect(
    () => () => {
      if (unsaved.current) send(unsaved.current);
    },
    [],
  );
}

export interface Drafting extends Kept {
  /** The draft of an earlier day was asked for, and is here if there is one. */
  ready: boolean;
  /** It goes on with what was written earlier. */
  goesOn: boolean;
  change: (part: Partial<Draft>) => void;
  goTo: (step: Step | undefined) => void;
  /** After it was sent, or when it shall not be sent after all: gone here and on the server. */
  clear: () => void;
}

/** The draft of this person, and where in it one is. */
export function useDraft(): Drafting {
  const client = useQueryClient();
  const here = client.getQueryData<Kept>(KEY);
  const earlier = useQueryOf(mediation, 'myDraft', {}, { when: here === undefined });
  const [own, setOwn] = useState<Kept | undefined>(here);
  const found = readKept(earlier.data?.draft);
  const kept = own ?? found ?? NOTHING;
  useSaving(kept, own !== undefined);
  const set = (next: (now: Kept) => Kept) =>
    setOwn(now => {
      const then = next(now ?? found ?? NOTHING);
      keep(client, then);
      return then;
    });
  const dropping = useCommand(mediation, 'saveDraft');
  const clear = () => {
    client.removeQueries({ queryKey: KEY });
    setOwn(NOTHING);
    dropping.run({});
  };
  return {
    ...kept,
    ready: own !== undefined || earlier.data !== undefined || earlier.failure !== undefined,
    goesOn: own === undefined && found !== undefined,
    change: part => set(now => ({ ...now, draft: { ...now.draft, ...part } })),
    goTo: step => set(now => ({ ...now, step })),
    clear,
  };
}
