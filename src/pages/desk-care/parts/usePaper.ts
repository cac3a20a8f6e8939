import { useState } from 'react';
import type { CareContract } from '../../../../types/care';
import type { InputOf } from '../../../../types/contract';
import { asFailure, type Failure } from '../../../services/door';
import { useCommand } from '../../../services/useDoor';
import { openWorkbook } from '../../desk/files';
import { care } from '../queries';

type Papers = 'exportEnrolments' | 'exportMonth' | 'importTemplate';

/** A workbook that the cloud writes and this device opens; both can fail. */
export function usePaper<A extends Papers>(action: A) {
  const [lost, setLost] = useState<Failure>();
  const write = useCommand(care, action, {
    onDone: paper => void openWorkbook(paper).catch(error => setLost(asFailure(error))),
  });
  return {
    busy: write.busy,
    failure: write.failure ?? lost,
    retry: write.retry,
    run: (input: InputOf<CareContract, A>) => {
      setLost(undefined);
      write.run(input);
    },
  };
}
