/**
 * The till 收银: what diners pay of their own share, at the counter, in cash or by the canteen's payment code, and what is given back. Part of the
 * contract in `canteen.ts`. A bill belongs to one order and only grows: giving back is an entry of its own.
 */
import * as z from 'zod';
import { KITCHEN } from './canteenShared';
import { command, query } from './contract';
import { ORDER_STATUS, PERIODS } from './meals';
import { zDay, zFen, zId, zInstant, zMonth, zNothing, zVerdict } from './schemas';

/** 现金, 收款码. */
export const PAY_CHANNELS = ['cash', 'code'] as const;
export type PayChannel = (typeof PAY_CHANNELS)[number];

export const zEntry = z.object({
  kind: z.enum(['paid', 'returned']),
  channel: z.enum(PAY_CHANNELS),
  amount: zFen,
  at: zInstant,
  by: z.string(),
  byName: z.string(),
  shiftId: zId,
});
export type Entry = z.infer<typeof zEntry>;

/** The bill of one order; its id is the order's. */
export const billFields = {
  day: zDay,
  period: z.enum(PERIODS),
  dinerId: zId,
  entries: z.array(zEntry).max(40),
  /** Shifts with an entry here; indexed. */
  shifts: z.array(zId).max(40),
  /** Σ paid − Σ returned. */
  net: zFen,
  /** The order was cancelled with money in the bill, since then; gone when it was given back. Indexed. */
  returnSince: zInstant.optional(),
} as const;
export const zBillDoc = z.object(billFields);
export type Bill = z.infer<typeof zBillDoc>;

export const SHIFT_STATUS = ['open', 'closed'] as const;
export const SHIFT_STEPS = { open: ['closed'], closed: [] } as const;

/** 班次 of one person at the till, `day~account~n`. */
export const shiftFields = {
  day: zDay,
  account: z.string(),
  name: z.string(),
  status: z.enum(SHIFT_STATUS),
  openedAt: zInstant,
  /** 备用金: cash in the drawer at the beginning. */
  float: zFen,
  closedAt: zInstant.optional(),
  /** Counted when it was closed, and what should have been there, which lies below nothing when more was given back than taken. */
  cash: zFen.optional(),
  code: zFen.optional(),
  cashExpected: z.number().int().optional(),
  codeExpected: z.number().int().optional(),
  note: z.string().max(100).optional(),
} as const;
export const zShiftDoc = z.object(shiftFields);
export type Shift = z.infer<typeof zShiftDoc>;

const zSums = z.object({
  /** What should be in the drawer: float + cash paid − cash returned; and on the code. May lie below nothing. */
  cash: z.number().int(),
  code: z.number().int(),
  entries: z.number().int(),
});

const zTillRow = z.object({
  orderId: zId,
  day: zDay,
  period: z.enum(PERIODS),
  number: z.string(),
  dinerName: z.string(),
  pinyin: z.string(),
  status: z.enum(ORDER_STATUS),
  selfPay: zFen,
  net: zFen,
  /** To be paid, or to be given back; one of the two is nothing. */
  owed: zFen,
  surplus: zFen,
  may: z.object({ pay: zVerdict, giveBack: zVerdict }),
});
export type TillRow = z.infer<typeof zTillRow>;

const OFFICE = ['office', 'admin'] as const;
/** `amount`: what the person saw; when it has changed since, nothing is taken (`AMOUNT_CHANGED`). */
const zTaking = z.strictObject({ orderId: zId, channel: z.enum(PAY_CHANNELS), amount: zFen });

export const tillActions = {
  /** Today's guests with what they owe, what is to be given back from other days, and my shift. ≤ 2 round trips. */
  till: query({
    allow: KITCHEN,
    input: zNothing,
    output: z.object({
      today: zDay,
      now: zInstant,
      shift: z.object({ id: zId, openedAt: zInstant, float: zFen, expected: zSums }).optional(),
      rows: z.array(zTillRow),
      /** Eaten and not paid, or cancelled and not given back, of earlier days. */
      back: z.array(zTillRow),
    }),
    errors: [],
  }),
  /** Begins my shift; when one is open, it is that one. */
  openShift: command({ allow: KITCHEN, input: z.strictObject({ float: zFen }), output: z.object({ id: zId }), errors: [] }),
  /** Counts and ends it. What differs from what should be there needs a word. */
  closeShift: command({
    allow: KITCHEN,
    input: z.strictObject({ id: zId, cash: zFen, code: zFen, note: z.string().trim().max(100) }),
    output: z.object({ cashDifference: z.number().int(), codeDifference: z.number().int() }),
    errors: ['SHIFT_CLOSED', 'NOT_YOUR_SHIFT', 'NOTE_NEEDED'],
  }),
  takePayment: command({
    allow: KITCHEN,
    input: zTaking,
    output: zTillRow,
    errors: ['NO_SHIFT', 'NOTHING_TO_PAY', 'AMOUNT_CHANGED'],
  }),
  giveBack: command({
    allow: KITCHEN,
    input: zTaking,
    output: zTillRow,
    errors: ['NO_SHIFT', 'NOTHING_TO_GIVE_BACK', 'AMOUNT_CHANGED'],
  }),
  /** The shifts of a month with their differences. */
  shifts: query({
    allow: OFFICE,
    input: z.strictObject({ month: zMonth }),
    output: z.object({
      shifts: z.array(
        zShiftDoc.omit({ account: true }).extend({ id: zId, cashDifference: z.number().int(), codeDifference: z.number().int() }),
      ),
      taken: z.object({ cash: z.number().int(), code: z.number().int() }),
    }),
    errors: [],
  }),
} as const;
export type TillContract = { readonly name: 'canteen'; readonly actions: typeof tillActions };
