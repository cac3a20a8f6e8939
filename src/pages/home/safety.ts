/** The little that the home page knows of safety: whether somebody waits for a sign of life, and 我很好. The rest is in its subpackage. */
import type { OutputOf } from '../../../types/contract';
import type { SafetyContract } from '../../../types/safety';
import { type CivilDate, dayOf } from '../../../types/time';
import { door } from '../../services/door';
import { sentence } from '../../services/sentences';
import { type Doing, type Shown, useCommand, useQueryOf } from '../../services/useDoor';

type HomeSafety = { name: 'safety'; actions: Pick<SafetyContract['actions'], 'mySafety' | 'checkIn'> };

const safety = door<HomeSafety>('safety', { NOT_A_RESIDENT: sentence('名册里还没有您', '请联系社区工作人员。') });

export type MySafety = OutputOf<HomeSafety, 'mySafety'>;

/** Kept on the phone, so that the tile stands from the first picture on. */
export const useMySafety = (when: boolean): Shown<MySafety> => useQueryOf(safety, 'mySafety', {}, { keep: true, when });

export const useCheckIn = (): Doing<{ elderId?: string }> => useCommand(safety, 'checkIn');

/** Help is already called and nobody has ended it. */
export const sosOut = (mine: MySafety | undefined): boolean =>
  mine?.alerts.some(({ kind, open }) => kind === 'sos' && open) ?? false;

/** An answer kept from yesterday says nothing about today. */
export const signedOn = ({ now, signs }: MySafety, today: CivilDate): boolean => signs.today && dayOf(now) === today;
