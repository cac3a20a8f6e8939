/** Rules of checking off: which scanned text belongs to which order, how late a check-off may be sent, which was first. */
import type { CardDoc, Order } from '../../types/canteen';
import { cardDigestOf, cardFits, codeFits, codeKeyOf, readScan } from '../../types/rotating';
import { type CivilDate, DAY_MS, type Instant, MINUTE_MS } from '../../types/time';
import { no, type Verdict, yes } from '../../types/verdict';

type Redeemable = Pick<Order, 'status' | 'day' | 'redeemedAt' | 'redeemedByName' | 'redeemedWhere'>;

/** Checked off once, on the day of the meal. A second attempt hears when, where and by whom the first was. */
export function mayRedeem(order: Redeemable, on: CivilDate): Verdict<'ALREADY_REDEEMED' | 'ALREADY_CANCELLED' | 'NOT_TODAY'> {
  if (order.status === 'redeemed')
    return no('ALREADY_REDEEMED', {
      at: order.redeemedAt ?? 0,
      ...(order.redeemedWhere ? { where: order.redeemedWhere } : {}),
      ...(order.redeemedByName ? { by: order.redeemedByName } : {}),
    });
  if (order.status === 'cancelled') return no('ALREADY_CANCELLED');
  return order.day === on ? yes : no('NOT_TODAY', { day: order.day });
}

/** The scanned text is this order's code of that moment, or the valid card of whoever eats. Nothing scanned: staff know the person. */
export function scanFits(
  text: string | undefined,
  order: { id: string; code: string },
  card: CardDoc | undefined,
  at: Instant,
): Verdict<'UNKNOWN_CODE' | 'WRONG_CODE' | 'CODE_OLD' | 'CARD_VOID'> {
  if (text === undefined) return yes;
  const scan = readScan(text);
  if (!scan) return no('UNKNOWN_CODE');
  if (scan.kind === 'order') return codeFits(scan, order.id, codeKeyOf(order.code), at);
  return cardFits(scan, { no: card?.no, digest: card && cardDigestOf(card.secret) });
}

/** How long a counter without network may wait before it sends. */
const LATEST_MS = 3 * DAY_MS;
/** A phone's clock may be ahead by this much. */
const AHEAD_MS = 5 * MINUTE_MS;

/** When it happened, as the counter says it: not in the future, not long ago. */
export const maySendLater = (at: Instant, now: Instant): Verdict<'REPLAY_TOO_LATE'> =>
  at <= now + AHEAD_MS && at >= now - LATEST_MS ? yes : no('REPLAY_TOO_LATE', { at });
