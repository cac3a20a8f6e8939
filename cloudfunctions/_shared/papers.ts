/** Papers to print. What makes them is large and lies in a file of its own beside the function, read when the first paper is asked for. */
import type { Press } from './papers/types';

/** The function must name `papers` among its parts in `config/scripts/functions.ts`. */
export const papers = async (): Promise<Press> => (await import('../_parts/papers')).press;

export { type Letter, letterPaper, type Section } from './papers/letter';
export { type Poster, posterPaper } from './papers/poster';
export { type Report, type ReportSection, reportPaper } from './papers/report';
export { CARDS, type Card, cardSheet, LABELS, type Label, labelSheet, sheetPaper } from './papers/sheets';
export type { Binder, Block, Column, Paper, Part, PictureBytes, Press, Sheet, Signature } from './papers/types';
