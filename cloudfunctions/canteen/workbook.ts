import { type Cell, workbook, yuanCell } from '../_shared/workbook';
import type { MonthRow, MonthTotal } from './month';

const HEAD = ['用餐人', '订餐次数', '已取餐', '应付（元）', '补贴（元）', '自付（元）'];

const cells = (name: string, row: MonthTotal): Cell[] => [
  name,
  { number: row.meals },
  { number: row.redeemed },
  yuanCell(row.due),
  yuanCell(row.subsidy),
  yuanCell(row.selfPay),
];

/** The month as a workbook: one row per diner, the sums below. */
export const monthWorkbook = (month: string, rows: readonly MonthRow[], total: MonthTotal): Promise<Buffer> =>
  workbook([
    {
      name: month,
      rows: [HEAD, ...rows.map(row => cells(row.dinerName, row)), cells('合计', total)],
      widths: [16, 10, 10, 14, 14, 14],
    },
  ]);
