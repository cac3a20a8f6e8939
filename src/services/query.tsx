/** Data of the pages: TanStack Query, bound to the life of the mini-program and to the network. */
import { focusManager, onlineManager, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { forgetAnswers, keepAnswer } from './cache';
import { asFailure } from './door';
import { BOXES, forget, onForget, recall } from './store';

/** Only a lost call is worth a second try; a no is a no. */
const retry = (count: number, error: Error) => count < 1 && ['OFFLINE', 'TIMEOUT'].includes(asFailure(error).code);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: (data, query) => {
      if (query.meta?.keep) keepAnswer(query.queryHash, data);
    },
  }),
  defaultOptions: {
    // 'always': without network the call fails at once and the page says so, instead of waiting silently.
    queries: { networkMode: 'always', retry, retryDelay: 800, staleTime: 20_000, gcTime: 30 * 60_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});

function followNetwork(): void {
  onlineManager.setEventListener(setOnline => {
    const listen = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected);
    Taro.onNetworkStatusChange(listen);
    Taro.getNetworkType({ success: ({ networkType }) => setOnline(networkType !== 'none') });
    return () => Taro.offNetworkStatusChange(listen);
  });
}

function followShow(): void {
  focusManager.setEventListener(setFocused => {
    const shown = () => setFocused(true);
    const hidden = () => setFocused(false);
    Taro.onAppShow(shown);
    Taro.onAppHide(hidden);
    return () => {
      Taro.offAppShow(shown);
      Taro.offAppHide(hidden);
    };
  });
}

/** Call once when the app starts. */
export function startQueries(): void {
  followNetwork();
  followShow();
}

/** Forgets everything fetched so far: after signing out, or when another person uses this phone. */
export function forgetAll(): void {
  queryClient.clear();
  forgetAnswers();
  for (const name of recall<string[]>(BOXES) ?? []) forget(name);
  for (const drop of onForget) drop();
}

export function QueryProvider({ children }: PropsWithChildren) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
