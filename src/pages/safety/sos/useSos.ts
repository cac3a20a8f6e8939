/** What happens on the page of 紧急求助: nothing yet, being sent, refused, or an alert. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Failure } from '../../../services/door';
import { newSos, takeSos } from '../../../services/sos';
import { safety } from '../queries';
import { keepSending } from './sending';

export interface Sos {
  /** For whom it goes out; undefined: nothing goes out. */
  sending: { elderId: string | undefined } | undefined;
  /** How often it was lost on the way, and why the last time. */
  lost: { tries: number; code: string } | undefined;
  failure: Failure | undefined;
  /** The alert, once the server has it. */
  raised: string | undefined;
  raise: (elderId?: string) => void;
}

export function useSos(): Sos {
  const client = useQueryClient();
  // Held on the home page: it is on its way already.
  const [gesture, setGesture] = useState(takeSos);
  const [lost, setLost] = useState<Sos['lost']>();
  const [failure, setFailure] = useState<Failure>();
  const [raised, setRaised] = useState<string>();
  useEffect(() => {
    if (!gesture) return;
    return keepSending(gesture, {
      onLost: (tries, code) => setLost({ tries, code }),
      onRaised: alert => {
        client.setQueryData([safety.domain, 'alert', { id: alert.id }], alert);
        void client.invalidateQueries({ queryKey: [safety.domain, 'mySafety'] });
        setRaised(alert.id);
      },
      onRefused: refused => {
        setFailure(refused);
        setGesture(undefined);
      },
    });
  }, [gesture, client]);
  const raise = (elderId?: string) => {
    setLost(undefined);
    setFailure(undefined);
    setGesture(newSos(elderId));
  };
  return { sending: gesture, lost, failure, raised, raise };
}
