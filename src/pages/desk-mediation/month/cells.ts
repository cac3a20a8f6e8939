import type { MonthSheet } from '../../../../types/mediation';

type Cell = MonthSheet['rows'][number]['cells'][number];

/** A hidden number is a dash, never an empty cell: empty would read as none. */
export const cellText = (cell: Cell | undefined): string => (cell === 'hidden' || cell === undefined ? '—' : String(cell));

/** A row on a phone: 申请 5 · 受理 4 · 达成协议 —. */
export const lineOf = (columns: readonly string[], row: MonthSheet['rows'][number]): string =>
  columns.map((name, i) => `${name} ${cellText(row.cells[i])}`).join(' · ');
