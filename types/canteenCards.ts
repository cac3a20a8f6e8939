/** Actions of the counter: who is expected, checking off with a code or a card, also later than it happened; printed cards. */
import * as z from 'zod';
import { zFile } from './canteenKitchen';
import { KITCHEN } from './canteenShared';
import { command, query } from './contract';
import { ORDER_STATUS, PERIODS, WAYS } from './meals';
import { zDay, zFen, zId, zInstant, zText, zVerdict } from './schemas';

/** A row at the counter. */
export const zCounterRow = z.object({
  id: zId,
  number: z.string(),
  dinerName: z.string(),
  pinyin: z.string(),
  /** Last four digits of the telephone. */
  phoneTail: z.string().optional(),
  cardNo: z.string().optional(),
  dishes: z.string(),
  way: z.enum(WAYS),
  selfPay: zFen,
  status: z.enum(ORDER_STATUS),
  /** When, at which counter and by whom it was checked off. */
  redeemedAt: zInstant.optional(),
  redeemedWhere: z.string().optional(),
  redeemedByName: z.string().optional(),
  clashes: z.array(z.string()),
  /** To verify codes without network: the key of this order's rotating code, a digest of the card's secret. */
  codeKey: z.string().optional(),
  cardDigest: z.string().optional(),
  may: z.object({ redeem: zVerdict, waive: zVerdict }),
});
export type CounterRow = z.infer<typeof zCounterRow>;

const REDEEM_ERRORS = [
  'UNKNOWN_CODE',
  'WRONG_CODE',
  'CODE_OLD',
  'CARD_VOID',
  'ALREADY_REDEEMED',
  'ALREADY_CANCELLED',
  'NOT_TODAY',
  'REPLAY_TOO_LATE',
] as const;

/**
 * One check-off. `code`: the scanned text as it is; staff who know the person leave it out. `at`: when the meal was handed out, for one
 * that is sent later; `where`: the counter, as its staff named it.
 */
const zCheckOff = z.strictObject({
  id: zId,
  code: z.string().max(160).optional(),
  at: zInstant.optional(),
  where: zText(20).optional(),
});

const zCardOwner = z.object({
  dinerId: zId,
  name: z.string(),
  address: z.string(),
  age: z.number().int(),
  /** Absent: has no card yet. */
  card: z.object({ no: z.string(), issuedAt: zInstant, issue: z.number().int() }).optional(),
});

export const cardActions = {
  counter: query({
    allow: KITCHEN,
    input: z.strictObject({ mealId: zId.optional() }),
    output: z.object({
      now: zInstant,
      today: zDay,
      meals: z.array(z.object({ id: zId, day: zDay, period: z.enum(PERIODS) })),
      mealId: zId.optional(),
      /** The dishes of the meal shown, for plates that come back. */
      dishes: z.array(z.object({ dishId: zId, name: z.string() })),
      rows: z.array(zCounterRow),
    }),
    errors: [],
  }),
  /** Checks an order off, once; also one that happened earlier, at a counter without network. */
  redeem: command({ allow: KITCHEN, input: zCheckOff, output: zCounterRow, errors: REDEEM_ERRORS }),
  /** Who has a card, of a building or by what was typed. */
  cardOwners: query({
    allow: KITCHEN,
    input: z.strictObject({ buildingId: zId.optional(), text: zText(20).optional() }),
    output: z.object({ owners: z.array(zCardOwner), more: z.boolean() }),
    errors: [],
  }),
  /**
   * Prints cards: of selected persons, or of all in a building or grid who have come to the age for it. Who has none gets one; who has one
   * gets the same again. At most a hundred in one file; `next` begins the next one.
   */
  printCards: command({
    allow: KITCHEN,
    input: z.strictObject({
      dinerIds: z.array(zId).min(1).max(100).optional(),
      buildingId: zId.optional(),
      gridId: zId.optional(),
      after: zId.optional(),
    }),
    output: zFile.extend({ cards: z.number().int(), next: zId.optional() }),
    errors: ['NOTHING_TO_PRINT'],
  }),
  /** A new card with another number; the old one is void from now on. */
  reissueCard: command({
    allow: KITCHEN,
    input: z.strictObject({ dinerId: zId }),
    output: zCardOwner,
    errors: ['NO_CARD'],
  }),
} as const;
