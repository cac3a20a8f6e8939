import { useState } from 'react';
import type { InputOf } from '../../../types/contract';
import type { MediationContract } from '../../../types/mediation';
import { asFailure, type Failure } from '../../services/door';
import { useCommand } from '../../services/useDoor';
import { openFile } from '../mediation/files';
import { mediation } from './queries';

type Papers = 'agreementPaper' | 'confirmationPaper' | 'caseFile' | 'exportRegister' | 'exportMonth';

/** A paper that the cloud writes and this device opens; both can fail. */
export function usePaper<A extends Papers>(action: A) {
  const [lost, setLost] = useState<Failure>();
  const write = useCommand(mediation, action, {
    onDone: paper => void openFile(paper).catch(error => setLost(asFailure(error))),
  });
  return {
    busy: write.busy,
    failure: write.failure ?? lost,
    retry: write.retry,
    run: (input: InputOf<MediationContract, A>) => {
      setLost(undefined);
      write.run(input);
    },
  };
}
