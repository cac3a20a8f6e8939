/** The little that the home page knows of mediation: that something one promised is due. What it is stands in its own package. */
import type { OutputOf } from '../../../types/contract';
import type { MediationContract } from '../../../types/mediation';
import { addDays, dayText } from '../../../types/time';
import { door } from '../../services/door';
import { useQueryOf } from '../../services/useDoor';

type HomeMediation = { name: 'mediation'; actions: Pick<MediationContract['actions'], 'myPromises'> };
type MyPromises = OutputOf<HomeMediation, 'myPromises'>;

const mediation = door<HomeMediation>('mediation');

/** So many days ahead a promise stands on the first page. */
const DAYS_AHEAD = 3;

/** 明天到期, 2 件，有的已经过期; undefined: nothing is due soon. Not kept on the phone. */
export function duePromises({ today, promises }: MyPromises): string | undefined {
  const due = promises.filter(({ dueOn }) => dueOn <= addDays(today, DAYS_AHEAD));
  const [first] = due;
  if (!first) return undefined;
  const count = due.length > 1 ? `${due.length} 件，` : '';
  return `${count}${first.overdue ? '已经过期' : `${dayText(first.dueOn, today)}到期`}`;
}

export function usePromises(when: boolean): string | undefined {
  const { data } = useQueryOf(mediation, 'myPromises', {}, { when });
  return data && duePromises(data);
}
