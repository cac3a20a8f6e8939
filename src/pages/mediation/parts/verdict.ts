/** How the verdicts of the server are shown. Pure. */
import type { CaseView } from '../../../../types/mediation';

export type DeedVerdict = CaseView['may'][keyof CaseView['may']];

/** A no that only says "not now" or "not you" is no news for the reader: nothing is shown. */
const SILENT: readonly string[] = ['NOT_NOW', 'NOT_YOUR_PART'];

export const isOpen = (verdict: DeedVerdict): boolean => verdict?.ok === true;

/** A no that the reader wants explained. */
export const toldNo = (verdict: DeedVerdict) => (verdict && !verdict.ok && !SILENT.includes(verdict.code) ? verdict : undefined);
