/** Money is whole 分: a hundredth of a yuan. Floating yuan never enter a rule, a document or a sum. */
export type Fen = number & { readonly __brand: 'Fen' };

export const isFen = (value: unknown): value is Fen => Number.isSafeInteger(value) && (value as number) >= 0;

/** @throws RangeError when the amount is not a whole, non-negative number of 分. */
export function fen(amount: number): Fen {
  if (!isFen(amount)) throw new RangeError(`not an amount in fen: ${amount}`);
  return amount;
}

export const ZERO = 0 as Fen;

export const sumFen = (amounts: readonly Fen[]): Fen => fen(amounts.reduce<number>((sum, amount) => sum + amount, 0));

/** `a − b`, never below nothing. */
export const lessFen = (a: Fen, b: Fen): Fen => fen(Math.max(0, a - b));

export const timesFen = (amount: Fen, count: number): Fen => fen(amount * count);

export const minFen = (a: Fen, b: Fen): Fen => (a < b ? a : b);

/** As people read it: ¥8, ¥8.50. */
export function yuanText(amount: Fen): string {
  const whole = Math.floor(amount / 100);
  const rest = amount % 100;
  return rest === 0 ? `¥${whole}` : `¥${whole}.${String(rest).padStart(2, '0')}`;
}

/** An amount that may lie below nothing, such as a correction: −¥8. */
export const signedYuanText = (amount: number): string => (amount < 0 ? `−${yuanText(fen(-amount))}` : yuanText(fen(amount)));

/** Reads what a person typed (`8`, `8.5`, `8.50`, `¥8`); undefined when it is not an amount. */
export function readYuan(text: string): Fen | undefined {
  const match = /^[¥￥]?\s*(\d{1,7})(?:\.(\d{1,2}))?\s*元?$/.exec(text.trim());
  if (!match) return undefined;
  return fen(Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')));
}
