/** Tells the community once that the code was scanned, and learns where to call. */
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../types/contract';
import type { SafetyContract } from '../../../../types/safety';
import type { Failure } from '../../../services/door';
import { useCommand } from '../../../services/useDoor';
import { safety } from '../queries';

export type Scanned = OutputOf<SafetyContract, 'scanReturnCode'>;

interface Scan {
  data: Scanned | undefined;
  busy: boolean;
  /** There is no such code. */
  unknown: boolean;
  /** Used too often in this hour. */
  tooMany: boolean;
  /** Anything that another try may change. */
  failure: Failure | undefined;
  again: () => void;
}

export function useScan(code: string): Scan {
  const [data, setData] = useState<Scanned>();
  const scanning = useCommand(safety, 'scanReturnCode', { onDone: setData });
  const { failure, busy, retry } = scanning;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each code; `scanning` is made anew each time
  useEffect(() => {
    if (code) scanning.run({ code });
  }, [code]);
  const unknown = failure?.code === 'NOT_FOUND' || failure?.code === 'BAD_INPUT';
  const tooMany = failure?.code === 'TOO_MANY_TRIES';
  return {
    data,
    busy,
    unknown,
    tooMany,
    failure: unknown || tooMany ? undefined : failure,
    again: retry ?? (() => scanning.run({ code })),
  };
}
