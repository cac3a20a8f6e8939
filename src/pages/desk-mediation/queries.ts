/** What the mediators' desk asks of the cloud. Nothing of it is kept on the device: what is said in a case leaves no trace there. */
import { useQueryOf } from '../../services/useDoor';
import { mediation, useCase } from '../mediation/queries';

export { mediation, useCase };

export const useMediationSettings = (when = true) => useQueryOf(mediation, 'settings', {}, { when });
/** Numbers, and the most urgent rows, of what waits for the committee. */
export const useWaits = (when = true) => useQueryOf(mediation, 'queue', {}, { when, everyMs: 60_000 });
export const useMyCases = (ended = false, when = true) =>
  useQueryOf(mediation, 'myCases', ended ? { ended } : {}, { when, everyMs: 60_000 });
