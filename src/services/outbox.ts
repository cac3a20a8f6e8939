/**
 * Deeds done without network: kept on the phone and sent later, each once. A box belongs to one kind of work (doors of a round, check-offs
 * at a counter). Every deed has the request id of its gesture, so however often it is sent the server does it once; deeds of one lane
 * (one order) go in the order in which they were done, lanes go side by side.
 *
 *   const doors = outbox<Door>('doors', (input, requestId) => canteen('recordDelivery', input, requestId));
 *   doors.add('lane', input);            // from the tap; it is safe when this returns true
 *   const { waiting, refused } = useOutbox(doors);
 */
import { onlineManager } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import type { Details } from '../../types/contract';
import { asFailure } from './door';
import { newRequestId } from './gesture';
import { systemNow } from './platform';
import { BOXES, forget, keep, onForget, recall } from './store';

/** `id` is the request id of the gesture. */
export interface Deed<I> {
  id: string;
  lane: string;
  /** When it was done, by this phone. */
  at: number;
  input: I;
  /** The server's no: sending again would not change it, a person has to know. */
  refused?: { code: string; details: Details };
}

export interface Outbox<I> {
  /** @returns false when the phone has no room for it: it is sent now, but would not survive closing the app. */
  add: (lane: string, input: I) => boolean;
  /** Tries to send what waits; resolves when there is nothing left or the network is gone. */
  flush: () => Promise<void>;
  /** Takes a refused deed off the list, once the person has read why. */
  dismiss: (id: string) => void;
  deeds: () => readonly Deed<I>[];
  subscribe: (listener: () => void) => () => void;
}

/** No answer, or none that says the deed was understood. */
const LOST: readonly string[] = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];
/** Side by side: WeChat allows ten calls at once, pages need some too. */
const LANES = 6;
const PAUSE_MS = [2_000, 5_000, 15_000, 60_000] as const;

const keyOf = (name: string): string => `jl:outbox:${name}`;

class Box<I> implements Outbox<I> {
  private list: readonly Deed<I>[];
  private readonly listeners = new Set<() => void>();
  private running: Promise<void> | undefined;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly name: string,
    private readonly send: (input: I, requestId: string, deed: Deed<I>) => Promise<unknown>,
  ) {
    this.list = recall<Deed<I>[]>(keyOf(name)) ?? [];
  }

  deeds = (): readonly Deed<I>[] => this.list;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add = (lane: string, input: I): boolean => {
    const kept = this.write([...this.list, { id: newRequestId(), lane, at: systemNow(), input }]);
    void this.flush();
    return kept;
  };

  dismiss = (id: string): void => void this.write(this.list.filter(deed => deed.id !== id));

  flush = (): Promise<void> => {
    this.running ??= this.work();
    return this.running;
  };

  /** Another person uses this phone. */
  drop = (): void => {
    clearTimeout(this.timer);
    this.write([]);
  };

  /** Ends in the very step in which it found nothing more, so that a deed added next starts it anew. */
  private async work(): Promise<void> {
    await Promise.resolve();
    clearTimeout(this.timer);
    try {
      for (let next = this.due(); next.length > 0; next = this.due()) {
        const went = await Promise.all(next.map(deed => this.one(deed)));
        if (went.includes(false)) {
          this.later();
          return;
        }
        this.failures = 0;
      }
    } finally {
      this.running = undefined;
    }
  }

  /** The oldest deed of each lane, as many lanes as may go at once. A lane with a refused deed goes on: each answers for itself. */
  private due(): Deed<I>[] {
    const first = new Map<string, Deed<I>>();
    for (const deed of this.list) if (!deed.refused && !first.has(deed.lane)) first.set(deed.lane, deed);
    return [...first.values()].slice(0, LANES);
  }

  /** @returns false when it has to be sent again. */
  private async one(deed: Deed<I>): Promise<boolean> {
    try {
      await this.send(deed.input, deed.id, deed);
      this.dismiss(deed.id);
      return true;
    } catch (error) {
      const { code, details } = asFailure(error);
      if (LOST.includes(code)) return false;
      this.write(this.list.map(each => (each.id === deed.id ? { ...each, refused: { code, details } } : each)));
      return true;
    }
  }

  private later(): void {
    const pause = PAUSE_MS[Math.min(this.failures, PAUSE_MS.length - 1)];
    this.failures += 1;
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private write(list: readonly Deed<I>[]): boolean {
    this.list = list;
    if (list.length === 0) forget(keyOf(this.name));
    const kept = list.length === 0 || keep(keyOf(this.name), list);
    for (const listener of this.listeners) listener();
    return kept;
  }
}

/** Opens the box of this name, with what an earlier run of the app left in it; call once, where its door is. */
export function outbox<I>(name: string, send: (input: I, requestId: string, deed: Deed<I>) => Promise<unknown>): Outbox<I> {
  const box = new Box(name, send);
  // What was not sent would go out under another person's name.
  onForget.add(box.drop);
  keep(BOXES, [...new Set([...(recall<string[]>(BOXES) ?? []), keyOf(name)])]);
  onlineManager.subscribe(isOnline => isOnline && void box.flush());
  Taro.onAppShow(() => void box.flush());
  void box.flush();
  return box;
}

/** What waits and what was refused, as it changes. */
export function useOutbox<I>(box: Outbox<I>): { waiting: readonly Deed<I>[]; refused: readonly Deed<I>[] } {
  const deeds = useSyncExternalStore(box.subscribe, box.deeds, box.deeds);
  return { waiting: deeds.filter(deed => !deed.refused), refused: deeds.filter(deed => deed.refused) };
}
