/** What the residents' pages ask mediation. Nothing of a case is kept on the phone; the guide has no personal data and is. */
import type { OutputOf } from '../../../types/contract';
import type { CaseView, Guide, MediationContract } from '../../../types/mediation';
import { door } from '../../services/door';
import { type Shown, useQueryOf } from '../../services/useDoor';
import { mediationSays } from './says';

export const mediation = door<MediationContract>('mediation', mediationSays);

export type MyCases = OutputOf<MediationContract, 'myCases'>;

/** Kept: whom to call in danger is there without network as well. */
export const useGuide = (): Shown<Guide> => useQueryOf(mediation, 'guide', {}, { keep: true });

export const useMyCases = (ended: boolean): Shown<MyCases> => useQueryOf(mediation, 'myCases', ended ? { ended } : {});

export const useCase = (id: string): Shown<CaseView> => useQueryOf(mediation, 'case', { id });

export const useMyQuestions = (): Shown<OutputOf<MediationContract, 'myQuestions'>> => useQueryOf(mediation, 'myQuestions', {});
