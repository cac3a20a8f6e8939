/** Fees: what is owed is what the class cost at sign-up; lines are added, never changed. Pure. */
import type { Enrolment, Fee, FeeLine } from '../../../types/care';
import { type Fen, fen, lessFen, sumFen, ZERO } from '../../../types/money';
import { no, type Verdict, yes } from '../../../types/verdict';

type Account = Pick<Enrolment, 'fee' | 'feeLines' | 'from' | 'status'>;
const MOST_LINES = 60;

const sumOf = (lines: readonly FeeLine[], kind: FeeLine['kind']): Fen =>
  sumFen(lines.filter(line => line.kind === kind).map(({ amount }) => amount));

/** Nothing is owed before there is a place; who left owes what it paid and no more. */
export function feeOf({ fee, feeLines, from, status }: Account): Fee {
  const [paid, waived, refunded] = [sumOf(feeLines, 'paid'), sumOf(feeLines, 'waived'), sumOf(feeLines, 'refunded')];
  const kept = lessFen(paid, refunded);
  const owed = status === 'enrolled' || from !== undefined ? fee : ZERO;
  return { owed, paid, waived, refunded, due: status === 'enrolled' ? lessFen(lessFen(owed, waived), kept) : ZERO };
}

type FeeNo = 'FEE_TOO_MUCH' | 'RECEIPT_USED' | 'TOO_MANY_LINES';

export function mayPay(account: Account, amount: Fen, receipt: string): Verdict<FeeNo> {
  if (account.feeLines.length >= MOST_LINES) return no('TOO_MANY_LINES');
  if (account.feeLines.some(line => line.kind === 'paid' && line.receipt === receipt)) return no('RECEIPT_USED');
  return within(amount, feeOf(account).due);
}

export function mayWaive(account: Account, amount: Fen): Verdict<FeeNo> {
  return account.feeLines.length >= MOST_LINES ? no('TOO_MANY_LINES') : within(amount, feeOf(account).due);
}

/** No more than was paid and not given back yet. */
export function mayRefund(account: Account, amount: Fen, receipt: string): Verdict<FeeNo> {
  if (account.feeLines.length >= MOST_LINES) return no('TOO_MANY_LINES');
  if (account.feeLines.some(line => line.kind === 'refunded' && line.receipt === receipt)) return no('RECEIPT_USED');
  const { paid, refunded } = feeOf(account);
  return within(amount, lessFen(paid, refunded));
}

const within = (amount: Fen, most: Fen): Verdict<'FEE_TOO_MUCH'> =>
  amount > 0 && amount <= most ? yes : no('FEE_TOO_MUCH', { max: most });

export const addFees = (fees: readonly Fee[]): Fee => {
  const sum = (pick: (fee: Fee) => Fen): Fen => fen(fees.reduce((total, fee) => total + pick(fee), 0));
  return {
    owed: sum(fee => fee.owed),
    paid: sum(fee => fee.paid),
    waived: sum(fee => fee.waived),
    refunded: sum(fee => fee.refunded),
    due: sum(fee => fee.due),
  };
};
