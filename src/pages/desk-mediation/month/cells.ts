import type { MonthSheet } from '../../../../types/mediation';

type Cell = MonthSheet['rows'][number]['cells'][number];

/** A hidden number is a dash, never an empty cell: empty would read as none. */
export const cellText = (cell: Cell | undefined): string => (cell === 'hidden' || cell === undefined ? '—' : String(cell));
