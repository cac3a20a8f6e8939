/**
 * Check-offs and plates go through a box on the phone: handed out the moment the button is pressed, sent when there is a network, each
 * once. What the cloud does not take stays on the list until somebody has read why.
 */

import type { CanteenContract } from '../../../../types/canteen';
import type { InputOf, OutputOf } from '../../../../types/contract';
import { type Deed, outbox } from '../../../services/outbox';
import { queryClient } from '../../../services/query';
import { canteen } from '../queries';
import type { CounterRow } from './find';

/** `name` is for the list on this phone: A037 王桂兰. */
export type CheckOff = InputOf<CanteenContract, 'redeem'> & { name: string };
type Counter = OutputOf<CanteenContract, 'counter'>;

const KEY = ['canteen', 'counter'];

const replaced = (old: Counter, row: CounterRow): Counter => ({
  ...old,
  rows: old.rows.map(each => (each.id === row.id ? { ...each, ...row, phoneTail: each.phoneTail } : each)),
});

export const checkOffs = outbox<CheckOff>('checkoffs', async ({ name: _name, ...input }, requestId) => {
  try {
    const row = await canteen('redeem', input, requestId);
    queryClient.setQueriesData<Counter>({ queryKey: KEY }, old => old && replaced(old, row));
  } catch (error) {
    void queryClient.invalidateQueries({ queryKey: KEY });
    throw error;
  }
});

export const plates = outbox<InputOf<CanteenContract, 'logPlate'>>('plates', (input, requestId) =>
  canteen('logPlate', input, requestId),
);

/** Rows as they stand here: what waits to be sent was handed out already. */
export function withWaiting(rows: readonly CounterRow[], waiting: readonly Deed<CheckOff>[]): CounterRow[] {
  const byId = new Map(waiting.map(deed => [deed.input.id, deed]));
  return rows.map(row => {
    const deed = byId.get(row.id);
    if (!deed || row.status !== 'booked') return row;
    return {
      ...row,
      status: 'redeemed',
      redeemedAt: deed.input.at,
      redeemedWhere: deed.input.where,
      may: { redeem: NO, waive: NO },
    };
  });
}

const NO = { ok: false, code: 'ALREADY_REDEEMED' } as const;
