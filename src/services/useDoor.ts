/** How a page asks (`useQueryOf`) and does (`useCommand`). */
import { hashKey, onlineManager, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ActionName, Contract, InputOf, OutputOf } from '../../types/contract';
import { recallAnswer } from './cache';
import { asFailure, type Door, type Failure } from './door';
import { newRequestId } from './gesture';

/** What a page shows of a query: data when there is any (perhaps old), a failure when there is none. */
export interface Shown<T> {
  data: T | undefined;
  failure: Failure | undefined;
  loading: boolean;
  /** The data is from the phone's memory or an earlier call, and the last try to renew it failed. */
  stale: boolean;
  /** When the data came, in milliseconds. */
  at: number;
  reload: () => Promise<unknown>;
}

export interface QueryOptions {
  /** Keep the answer on the phone, so that the page opens without network. Never for health, children or mediation. */
  keep?: boolean;
  /** False: wait until the input is known. */
  when?: boolean;
  /** Ask again this often while the page is shown, in milliseconds: a counter, a ladder. */
  everyMs?: number;
}

const keyOf = (domain: string, action: string, input: unknown): QueryKey => [domain, action, input];

export function useQueryOf<C extends Contract, A extends ActionName<C>>(
  door: Door<C>,
  action: A,
  input: InputOf<C, A>,
  { keep = false, when = true, everyMs }: QueryOptions = {},
): Shown<OutputOf<C, A>> {
  const queryKey = keyOf(door.domain, action, input);
  const kept = () => (keep ? recallAnswer(hashKey(queryKey)) : undefined);
  const query = useQuery<unknown, Error>({
    queryKey,
    queryFn: () => door(action, input),
    enabled: when,
    meta: { keep },
    initialData: () => kept()?.data,
    initialDataUpdatedAt: () => kept()?.at,
    refetchInterval: everyMs ?? false,
  });
  const { refetch, isStale } = query;
  // A page that comes back into view (from an order, from another app) shows what is true now.
  const again = useRef(false);
  useDidShow(() => {
    if (again.current && when && isStale) void refetch();
    again.current = true;
  });
  const reload = useCallback(() => refetch(), [refetch]);
  return {
    data: query.data as OutputOf<C, A> | undefined,
    failure: query.error && query.data === undefined ? asFailure(query.error) : undefined,
    loading: query.isFetching && query.data === undefined,
    stale: query.error !== null && query.data !== undefined,
    at: query.dataUpdatedAt,
    reload,
  };
}

export interface CommandOptions<I, O> {
  /** After it is done: leave the page, say so. */
  onDone?: (output: O, input: I) => void;
  /** A no, or no answer. Without it the page shows `failure`. */
  onFailure?: (failure: Failure) => void;
  /** Domains whose data changed; the command's own domain is always renewed. */
  touches?: readonly string[];
}

export interface Doing<I> {
  /** Call it from the tap: each call is a new gesture. Ignored while busy, so a double tap is one tap. */
  run: (input: I) => void;
  busy: boolean;
  failure: Failure | undefined;
  /** The same gesture again, after OFFLINE or TIMEOUT: the server will not do it twice. */
  retry: (() => void) | undefined;
  reset: () => void;
}

const LOST = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];

export function useCommand<C extends Contract, A extends ActionName<C>>(
  door: Door<C>,
  action: A,
  { onDone, onFailure, touches = [] }: CommandOptions<InputOf<C, A>, OutputOf<C, A>> = {},
): Doing<InputOf<C, A>> {
  const client = useQueryClient();
  const gesture = useRef<{ input: InputOf<C, A>; requestId: string }>();
  const running = useRef(false);
  const alive = useAlive();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const perform = async (input: InputOf<C, A>, requestId: string) => {
    if (running.current) return;
    running.current = true;
    gesture.current = { input, requestId };
    setBusy(true);
    setFailure(undefined);
    try {
      const output = await door(action, input, requestId);
      for (const domain of [door.domain, ...touches]) void client.invalidateQueries({ queryKey: [domain] });
      if (alive.current) onDone?.(output, input);
    } catch (error) {
      if (alive.current) setFailure(asFailure(error));
      onFailure?.(asFailure(error));
    } finally {
      running.current = false;
      if (alive.current) setBusy(false);
    }
  };

  const last = gesture.current;
  const lost = failure !== undefined && LOST.includes(failure.code);
  return {
    run: input => void perform(input, newRequestId()),
    busy,
    failure,
    retry: lost && last ? () => void perform(last.input, last.requestId) : undefined,
    reset: () => setFailure(undefined),
  };
}

function useAlive() {
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  return alive;
}

/** True while the phone has a network, as far as it knows. */
export const useOnline = (): boolean =>
  useSyncExternalStore(
    listener => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
