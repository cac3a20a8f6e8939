/** Fees of the care: owed for the term, paid at the desk with a receipt, waived with a reason, given back. Part of `care.ts`. */
import * as z from 'zod';
import { ENROLMENT_STATUS } from './careEnrolments';
import { CARE } from './careTodayActions';
import { zFee, zFeeLineView } from './careViews';
import { command, query } from './contract';
import { zFen, zId, zText, zVerdict } from './schemas';

const OFFICE = ['office', 'admin'] as const;
const zAmount = { id: zId, amount: zFen };
const zAccountOfFee = z.object({ fee: zFee, lines: z.array(zFeeLineView) });

export const feeActions = {
  /** Who owes what, in one class. */
  fees: query({
    allow: CARE,
    input: z.strictObject({ classId: zId }),
    output: z.object({
      rows: z.array(
        z.object({
          id: zId,
          childName: z.string(),
          pinyin: z.string().optional(),
          status: z.enum(ENROLMENT_STATUS),
          fee: zFee,
          lines: z.array(zFeeLineView),
          may: z.object({ pay: zVerdict, waive: zVerdict, refund: zVerdict }),
        }),
      ),
      total: zFee,
    }),
    errors: [],
  }),
  /** Paid at the desk; `receipt`: the number on the paper receipt. */
  payFee: command({
    allow: CARE,
    input: z.strictObject({ ...zAmount, receipt: zText(30) }),
    output: zAccountOfFee,
    errors: ['FEE_TOO_MUCH', 'RECEIPT_USED', 'TOO_MANY_LINES'],
  }),
  waiveFee: command({
    allow: OFFICE,
    input: z.strictObject({ ...zAmount, reason: zText(60) }),
    output: zAccountOfFee,
    errors: ['FEE_TOO_MUCH', 'RECEIPT_USED', 'TOO_MANY_LINES'],
  }),
  refundFee: command({
    allow: OFFICE,
    input: z.strictObject({ ...zAmount, receipt: zText(30), reason: zText(60) }),
    output: zAccountOfFee,
    errors: ['FEE_TOO_MUCH', 'RECEIPT_USED', 'TOO_MANY_LINES'],
  }),
} as const;
