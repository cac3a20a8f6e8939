import { useState } from 'react';
import { asFailure, type Failure } from '../../../services/door';
import { openFile } from '../files';
import { mediation } from '../queries';

/** Has a paper made and opens it; its address is good for ten minutes, so it is asked for at each tap. */
export function usePaper(paper: 'agreementPaper' | 'confirmationPaper') {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = async (id: string, format: 'pdf' | 'docx') => {
    setFailure(undefined);
    setBusy(true);
    try {
      await openFile(await mediation(paper, { id, format }));
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, open };
}
