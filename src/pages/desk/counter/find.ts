/** Finding one guest among a hundred with two letters, a number or a card. */
import type { CanteenContract } from '../../../../types/canteen';
import type { OutputOf } from '../../../../types/contract';

export type CounterRow = OutputOf<CanteenContract, 'counter'>['rows'][number];
export type Scanned = { id: string; code: string };

/** What the diner's QR code holds: `JL1|order|secret`. */
export function readCode(text: string): Scanned | undefined {
  const match = /^JL1\|([^|\s]+)\|([^|\s]+)$/.exec(text.trim());
  return match ? { id: match[1]!, code: match[2]! } : undefined;
}

const digitsOf = (text: string) => text.replace(/\D/g, '').replace(/^0+/, '');

const byNumber = (row: CounterRow, text: string) =>
  row.number.toLowerCase() === text || digitsOf(row.number) === text.replace(/^0+/, '');

/** Pinyin is stored as initials and syllables, `wgl wangguilan`; people type `wgl`, `wangg` or `wang gui`. */
function byPinyin(row: CounterRow, text: string): boolean {
  const letters = text.replace(/ /g, '');
  return row.pinyin.split(' ').some(form => form.startsWith(letters));
}

/** Rows that match what was typed; all of them for nothing. */
export function findRows(rows: readonly CounterRow[], typed: string): CounterRow[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return [...rows];
  // A whole card number is nobody else's: 0038 is not also the number A038.
  const carded = rows.filter(row => row.cardNo?.toLowerCase() === text);
  if (carded.length > 0) return carded;
  return rows.filter(row => {
    if (byNumber(row, text) || (row.cardNo?.toLowerCase() ?? '').startsWith(text)) return true;
    return /^[a-z ]+$/.test(text) ? byPinyin(row, text) : row.dinerName.includes(text);
  });
}
