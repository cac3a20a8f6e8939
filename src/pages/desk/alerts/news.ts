/** Which changes of the board are worth a sound. */
import type { AlertRow } from '../../../../types/safety';

export type Waiting = Pick<AlertRow, 'id' | 'status'>;
const waiting = (alerts: readonly Waiting[]): string[] => alerts.filter(({ status }) => status === 'raised').map(({ id }) => id);

/** True when somebody is needed who was not needed before: a new alert, or one that its helper let run out. */
export const isNews = (before: readonly Waiting[], after: readonly Waiting[]): boolean => {
  const known = new Set(waiting(before));
  return waiting(after).some(id => !known.has(id));
};
