import type { SafetyReport } from '../../types/safetyDeskActions';
import { type Cell, workbook } from '../_shared/workbook';
import { KIND_TITLE } from './tell';

const minutesCell = (seconds: number | undefined): Cell =>
  seconds === undefined ? '' : { number: Math.round(seconds / 6) / 10, format: '0.0' };

/** 预警月报: by kind, and which devices cry wolf. */
export const reportWorkbook = (report: SafetyReport): Promise<Buffer> =>
  workbook([
    {
      name: `${report.month} 预警`,
      rows: [
        ['类型', '次数', '误报', '认领用时（分，中位）', '到门用时（分，中位）', '无人认领'],
        ...report.kinds.map(({ kind, alerts, falseAlarms, toAcknowledge, toDoor, unacknowledged }): Cell[] => [
          KIND_TITLE[kind],
          { number: alerts },
          { number: falseAlarms },
          minutesCell(toAcknowledge),
          minutesCell(toDoor),
          { number: unacknowledged },
        ]),
        ['演练', { number: report.drills }, '', '', '', ''],
      ],
      widths: [20, 8, 8, 20, 20, 10],
    },
    {
      name: '设备误报',
      rows: [
        ['设备', '报警', '误报'],
        ...report.devices.map(({ label, alerts, falseAlarms }): Cell[] => [label, { number: alerts }, { number: falseAlarms }]),
      ],
      widths: [30, 8, 8],
    },
  ]);
