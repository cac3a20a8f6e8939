/** Fees: who owes what; paid, waived and given back at the desk. Lines are added, never changed. */
import type { CareContract, Enrolment, FeeLine } from '../../../types/care';
import { type Fen, fen } from '../../../types/money';
import type { Verdict } from '../../../types/verdict';
import type { Context, HandlersOf } from '../../_shared/context';
import { LIGHT } from '../../_shared/store';
import { careEnrolments } from '../collections';
import { addFees, feeOf, mayPay, mayRefund, mayWaive } from '../rules/fees';

type Fees = Pick<HandlersOf<CareContract>, 'fees' | 'payFee' | 'waiveFee' | 'refundFee'>;
type FeeNo = 'FEE_TOO_MUCH' | 'RECEIPT_USED' | 'TOO_MANY_LINES';

/** The least amount and a receipt that nobody has: whether the deed is possible at all. */
const LEAST = fen(1);
const UNUSED = ' ';

async function addLine(
  ctx: Context<FeeNo>,
  id: string,
  check: (enrolment: Enrolment) => Verdict<FeeNo>,
  line: { kind: FeeLine['kind']; amount: Fen; receipt?: string; reason?: string },
) {
  const saved = await ctx.store.draft(careEnrolments, id, { quiet: true }).save(current => {
    if (!current) return ctx.refuse('NOT_FOUND');
    ctx.insist(check(current));
    return { doc: { ...current, feeLines: [...current.feeLines, { ...line, at: ctx.now, byName: ctx.session.name }] } };
  });
  return { fee: feeOf(saved), lines: saved.feeLines };
}

export const feeHandlers: Fees = {
  async fees({ classId }, ctx) {
    const all = await ctx.store.findAll(careEnrolments, { classId }, { without: LIGHT });
    const rows = all.filter(each => each.status === 'enrolled' || each.feeLines.length > 0).sort((a, b) => a.arrival - b.arrival);
    return {
      rows: rows.map(each => ({
        id: each.id,
        childName: each.childName,
        pinyin: each.pinyin,
        status: each.status,
        fee: feeOf(each),
        lines: each.feeLines,
        may: { pay: mayPay(each, LEAST, UNUSED), waive: mayWaive(each, LEAST), refund: mayRefund(each, LEAST, UNUSED) },
      })),
      total: addFees(rows.map(feeOf)),
    };
  },

  payFee: async ({ id, amount, receipt }, ctx) =>
    addLine(ctx, id, current => mayPay(current, amount, receipt), { kind: 'paid', amount, receipt }),

  waiveFee: async ({ id, amount, reason }, ctx) =>
    addLine(ctx, id, current => mayWaive(current, amount), { kind: 'waived', amount, reason }),

  refundFee: async ({ id, amount, receipt, reason }, ctx) =>
    addLine(ctx, id, current => mayRefund(current, amount, receipt), { kind: 'refunded', amount, receipt, reason }),
};
