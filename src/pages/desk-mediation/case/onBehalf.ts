/** What staff may do for a side without the mini-program: the server's verdicts. */
import type { CaseView, Deed, PartySide } from '../../../../types/mediation';
import type { May } from '../parts/Deed';

/** Absent: it is not theirs to do for this side. */
export const mayFor = (view: Pick<CaseView, 'mayFor'>, side: PartySide, deed: Deed): May => view.mayFor[side]?.[deed];

/** Whether staff act for this side at all. */
export const isOnPaper = (view: CaseView, side: PartySide): boolean => view[side]?.joined === false;
