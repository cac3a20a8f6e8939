/**
 * Checking off. Several can be under way at once in a rush, so each order has a state of its own; a row turns 已取 only when the cloud
 * said so, and one that failed says why and can be tried again as the same gesture.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';
import { asFailure, type Failure } from '../../../services/door';
import { newRequestId } from '../../../services/gesture';
import { canteen } from '../queries';
import type { CounterRow } from './find';

export interface Guest {
  id: string;
  /** From the QR code; staff who know the person leave it out. */
  code?: string;
  /** A037 王桂兰 */
  name: string;
}

export interface Undone {
  guest: Guest;
  failure: Failure;
  /** The same gesture again; only where the call may have been lost. */
  again?: () => void;
}

const LOST: readonly string[] = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];

type Counter = OutputOf<CanteenContract, 'counter'>;

export function useRedeem(onDone: (row: CounterRow) => void) {
  const client = useQueryClient();
  const [busy, setBusy] = useState<readonly string[]>([]);
  const [undone, setUndone] = useState<readonly Undone[]>([]);

  const forget = (id: string) => setUndone(list => list.filter(each => each.guest.id !== id));

  const perform = async (guest: Guest, requestId: string) => {
    forget(guest.id);
    setBusy(list => [...list, guest.id]);
    try {
      const row = await canteen('redeem', { id: guest.id, ...(guest.code ? { code: guest.code } : {}) }, requestId);
      client.setQueriesData<Counter>({ queryKey: ['canteen', 'counter'] }, old => old && replaced(old, row));
      onDone(row);
    } catch (error) {
      const failure = asFailure(error);
      setUndone(list => [
        ...list,
        { guest, failure, ...(LOST.includes(failure.code) ? { again: () => void perform(guest, requestId) } : {}) },
      ]);
      void client.invalidateQueries({ queryKey: ['canteen', 'counter'] });
    } finally {
      setBusy(list => list.filter(id => id !== guest.id));
    }
  };

  return {
    busy,
    undone,
    forget,
    redeem: (guest: Guest) => {
      if (!busy.includes(guest.id)) void perform(guest, newRequestId());
    },
  };
}

const replaced = (old: Counter, row: CounterRow): Counter => ({
  ...old,
  rows: old.rows.map(each => (each.id === row.id ? row : each)),
});
