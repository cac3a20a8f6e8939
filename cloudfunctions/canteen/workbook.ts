import type { Fen } from '../../types/money';
import type { MonthRow, MonthTotal } from './month';

const HEAD = ['用餐人', '订餐次数', '已取餐', '应付（元）', '补贴（元）', '自付（元）'];

/** Excel computes in yuan; two decimals of a whole number of 分 are exact when rounded back. */
const yuan = (amount: Fen) => ({ value: amount / 100, type: Number, format: '0.00' });
const count = (value: number) => ({ value, type: Number });
const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });

const cells = (name: string, row: MonthTotal) => [
  { value: name, type: String },
  count(row.meals),
  count(row.redeemed),
  yuan(row.due),
  yuan(row.subsidy),
  yuan(row.selfPay),
];

/** The month as a workbook: a heading, one row per diner, the sums. Loaded only when somebody exports. */
export async function monthWorkbook(
  canteen: string,
  month: string,
  rows: readonly MonthRow[],
  total: MonthTotal,
): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const data = [
    [bold(`${canteen} ${month} 用餐汇总`)],
    HEAD.map(bold),
    ...rows.map(row => cells(row.dinerName, row)),
    cells('合计', total),
  ];
  const columns = [{ width: 16 }, { width: 10 }, { width: 10 }, { width: 14 }, { width: 14 }, { width: 14 }];
  return (await writeXlsxFile(data as never, { columns, stickyRowsCount: 2, buffer: true } as never)) as unknown as Buffer;
}
