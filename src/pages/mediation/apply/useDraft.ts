import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { isWeapp } from '../../../services/platform';
import { type Draft, EMPTY, isBegun, type Step } from './draft';

/**
 * What was written lives beside the queries, in memory: it survives leaving the page, is gone with the mini-program, and is forgotten with
 * everything else when another person signs in. Never in the phone's storage: what a quarrel is about is nobody else's business.
 */
const KEY = ['mediation-draft'];

interface Kept {
  draft: Draft;
  step: Step | undefined;
}

const keep = (client: QueryClient, kept: Kept) => {
  client.setQueryDefaults(KEY, { gcTime: Number.POSITIVE_INFINITY });
  client.setQueryData(KEY, kept);
};

const WARNING = '写的内容只留在小程序里，没有存进手机。马上回来还在；关掉小程序就没有了。';

/** The phone's own question before this page closes. */
function useWarning(on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    if (isWeapp) {
      Taro.enableAlertBeforeUnload({ message: WARNING });
      return () => Taro.disableAlertBeforeUnload({});
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [on]);
}

export interface Drafting extends Kept {
  change: (part: Partial<Draft>) => void;
  goTo: (step: Step | undefined) => void;
  /** After it was sent. */
  clear: () => void;
}

/** The draft of this session, and where in it one is. */
export function useDraft(): Drafting {
  const client = useQueryClient();
  const [kept, setKept] = useState<Kept>(() => client.getQueryData<Kept>(KEY) ?? { draft: EMPTY, step: undefined });
  useWarning(isBegun(kept.draft));
  const set = (next: (now: Kept) => Kept) =>
    setKept(now => {
      const then = next(now);
      keep(client, then);
      return then;
    });
  return {
    ...kept,
    change: part => set(now => ({ ...now, draft: { ...now.draft, ...part } })),
    goTo: step => set(now => ({ ...now, step })),
    clear: () => {
      client.removeQueries({ queryKey: KEY });
      setKept({ draft: EMPTY, step: undefined });
    },
  };
}
