/** Finding one guest among a hundred with two letters, a number, a card, the tail of a telephone or a code. */
import type { CounterRow } from '../../../../types/canteen';
import { cardFits, codeFits, readScan } from '../../../../types/rotating';
import type { Instant } from '../../../../types/time';

export type { CounterRow } from '../../../../types/canteen';

/** What a scan said: whose it is, or why it is nobody's here. `text` goes to the server as it is. */
export type Found =
  | { is: 'guest'; row: CounterRow; text: string }
  /** An order of another meal or day, as far as this list knows. */
  | { is: 'stranger'; id: string; text: string }
  | { is: 'not'; why: 'UNKNOWN_CODE' | 'WRONG_CODE' | 'CODE_OLD' | 'CARD_VOID' | 'NO_ORDER' };

/**
 * Looks at a scanned text with what the counter holds, so that it works without network: the keys of today's orders and the digests of
 * their owners' cards. A row that was handed out already has no key any more; it is shown, and says when that was.
 */
export function readFound(text: string, rows: readonly CounterRow[], at: Instant): Found {
  const scan = readScan(text);
  if (!scan) return { is: 'not', why: 'UNKNOWN_CODE' };
  if (scan.kind === 'order') {
    const row = rows.find(each => each.id === scan.id);
    if (!row) return { is: 'stranger', id: scan.id, text };
    const verdict = row.codeKey ? codeFits(scan, row.id, row.codeKey, at) : ({ ok: true } as const);
    return verdict.ok ? { is: 'guest', row, text } : { is: 'not', why: verdict.code };
  }
  const owner = rows.find(each => each.cardNo === scan.no);
  if (!owner) return { is: 'not', why: 'NO_ORDER' };
  const verdict = owner.codeKey ? cardFits(scan, { no: owner.cardNo, digest: owner.cardDigest }) : ({ ok: true } as const);
  return verdict.ok ? { is: 'guest', row: owner, text } : { is: 'not', why: verdict.code };
}

/** What is said when a scan is nobody's here, and what to do. */
export const NOT_TEXT: Record<Extract<Found, { is: 'not' }>['why'], string> = {
  UNKNOWN_CODE: '这不是取餐码或饭卡，请输入取餐号',
  WRONG_CODE: '取餐码对不上，请让对方重新打开，或输入取餐号',
  CODE_OLD: '取餐码过期了（可能是截图），请让对方重新打开，或输入取餐号',
  CARD_VOID: '这张饭卡已经作废，请用新卡，或按姓名找',
  NO_ORDER: '这张饭卡的主人这一餐没有订餐，也可能卡已经换新',
};

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
    if (byNumber(row, text) || row.phoneTail === text || (row.cardNo?.toLowerCase() ?? '').startsWith(text)) return true;
    return /^[a-z ]+$/.test(text) ? byPinyin(row, text) : row.dinerName.includes(text);
  });
}
