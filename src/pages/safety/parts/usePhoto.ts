/** One photo of what is seen, for an alert: chosen, uploaded, and then named in what is sent. */
import { useState } from 'react';
import { asFailure, type Failure } from '../../../services/door';
import { takePhoto } from '../../desk/photo';
import { safety } from '../queries';

export interface Photo {
  /** Its name in the storage, once it is there. */
  id: string | undefined;
  busy: boolean;
  failure: Failure | undefined;
  take: () => void;
}

/** @param onTaken when it is in the storage */
export function usePhoto(onTaken?: (id: string) => void): Photo {
  const [id, setId] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const take = async () => {
    setFailure(undefined);
    try {
      const taken = await takePhoto(
        () => safety('photoTicket', {}),
        () => setBusy(true),
      );
      if (!taken) return;
      setId(taken);
      onTaken?.(taken);
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return { id, busy, failure, take: () => void take() };
}
