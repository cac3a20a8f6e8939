/** Workbooks going out. The library is loaded when somebody exports, not when the function starts. */
export type Sheet = { name: string; rows: string[][]; widths?: number[] };

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
/** Everything is text: a phone or a card number must not become 1.38E+10, and no cell can be a formula. */
const text = (value: string) => ({ value, type: String });

/** The first row of every sheet is its heading and stays in view. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const blob = await writeXlsxFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      data: rows.map((row, at) => row.map(at === 0 ? bold : text)),
      columns: (rows[0] ?? []).map((_, at) => ({ width: widths?.[at] ?? 16 })),
      stickyRowsCount: 1,
    })),
  ).toBlob();
  return Buffer.from(await blob.arrayBuffer());
}
