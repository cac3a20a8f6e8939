/**
 * One command for several children at once, as at the door at half past four: each has a state of its own, nothing waits for another, and
 * one that failed says why and can be tried again as the same gesture.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CareContract } from '../../../../types/care';
import type { ActionName, InputOf, OutputOf } from '../../../../types/contract';
import { asFailure, type Failure } from '../../../services/door';
import { newRequestId } from '../../../services/gesture';
import { care } from '../queries';

export interface One<A extends ActionName<CareContract>> {
  /** The child or its attendance: the same key runs once at a time. */
  key: string;
  /** 12号 王小明 */
  name: string;
  input: InputOf<CareContract, A>;
}

export interface Undone {
  key: string;
  name: string;
  failure: Failure;
  /** The same gesture again; only where the call may have been lost. */
  again?: () => void;
}

const LOST: readonly string[] = ['OFFLINE', 'TIMEOUT', 'BUSY', 'INTERNAL'];

/** @param onDone what the cloud answered, at once; the queries of the care are asked again by themselves */
export function useMany<A extends ActionName<CareContract>>(
  action: A,
  onDone: (output: OutputOf<CareContract, A>, one: One<A>) => void,
) {
  const client = useQueryClient();
  const [busy, setBusy] = useState<readonly string[]>([]);
  const [undone, setUndone] = useState<readonly Undone[]>([]);
  const forget = (key: string) => setUndone(list => list.filter(each => each.key !== key));

  const perform = async (one: One<A>, requestId: string) => {
    forget(one.key);
    setBusy(list => [...list, one.key]);
    try {
      onDone(await care(action, one.input, requestId), one);
    } catch (error) {
      const failure = asFailure(error);
      const again = LOST.includes(failure.code) ? { again: () => void perform(one, requestId) } : {};
      setUndone(list => [...list.filter(each => each.key !== one.key), { key: one.key, name: one.name, failure, ...again }]);
    } finally {
      setBusy(list => list.filter(key => key !== one.key));
      void client.invalidateQueries({ queryKey: ['care'] });
    }
  };

  const run = (one: One<A>) => {
    if (!busy.includes(one.key)) void perform(one, newRequestId());
  };
  return { busy, undone, forget, run };
}
