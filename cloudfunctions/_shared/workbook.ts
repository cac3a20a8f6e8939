/** Workbooks going out. The library is loaded when somebody exports, not when the function starts. */
import type { Fen } from '../../types/money';

/** Text stays text: a phone or a card number must not become 1.38E+10, and no cell can be a formula. A number is one that Excel adds up. */
export type Cell = string | { number: number; format?: string };
/** The first row is the heading and stays in view. `widths` in characters. */
export type Sheet = { name: string; rows: readonly (readonly Cell[])[]; widths?: readonly number[] };

/** Excel computes in yuan; a whole number of 分 has two decimals and comes back exactly. */
export const yuanCell = (amount: Fen): Cell => ({ number: amount / 100, format: '0.00' });

const written = (cell: Cell) =>
  typeof cell === 'string'
    ? { value: cell, type: String }
    : { value: cell.number, type: Number, ...(cell.format ? { format: cell.format } : {}) };
const heading = (cell: Cell) => ({
  value: typeof cell === 'string' ? cell : String(cell.number),
  type: String,
  fontWeight: 'bold' as const,
});

export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const blob = await writeXlsxFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      data: rows.map((row, at) => row.map(at === 0 ? heading : written)),
      columns: (rows[0] ?? []).map((_, at) => ({ width: widths?.[at] ?? 16 })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
  return Buffer.from(await blob.arrayBuffer());
}
