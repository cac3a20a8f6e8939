/** One entry of a fee while it is typed. Pure. */
import { type Fen, readYuan, yuanText } from '../../../../types/money';

export interface EntryDraft {
  amount: string;
  receipt: string;
  reason: string;
}
export type Wrong = Partial<Record<keyof EntryDraft, string>>;

/** Begins with the whole amount: that is what most families pay. */
export const entryDraft = (amount: Fen): EntryDraft => ({
  amount: amount > 0 ? yuanText(amount).replace('¥', '') : '',
  receipt: '',
  reason: '',
});

/** @param needs which of the lines the entry wants besides its amount */
export function readEntry(draft: EntryDraft, needs: readonly ('receipt' | 'reason')[]): { amount: Fen; wrong: Wrong } {
  const wrong: Wrong = {};
  const amount = readYuan(draft.amount);
  if (amount === undefined || amount === 0) wrong.amount = '请写金额，比如 300';
  if (needs.includes('receipt') && !draft.receipt.trim()) wrong.receipt = '请写收据上的号码';
  if (needs.includes('reason') && !draft.reason.trim()) wrong.reason = '请写原因';
  return { amount: (amount ?? 0) as Fen, wrong };
}
