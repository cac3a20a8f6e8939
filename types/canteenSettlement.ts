/**
 * Settlement 结算: what the funders of the subsidies owe for a month. A statement counts what was eaten, is locked when it is submitted,
 * and what changes afterwards is an entry of the next month's. Part of the contract in `canteen.ts`.
 */
import * as z from 'zod';
import { command, query } from './contract';
import { PERIODS, zSubsidyRule } from './meals';
import { zDay, zDone, zFen, zId, zInstant, zMonth, zNothing, zVerdict } from './schemas';

/** 分; below nothing where a correction takes something back. */
const zSigned = z.number().int();

/** One order under one rule: what is claimed of the funder, or with another month's day, what a correction changes. */
export const zClaim = z.object({ orderId: zId, day: zDay, dinerId: zId, ruleId: zId, amount: zSigned });
export type Claim = z.infer<typeof zClaim>;

/** A rule of a funder in one month: meals and 分 that were eaten, and what earlier months add or take. */
export const zStatementLine = z.object({
  funder: z.string(),
  ruleId: zId,
  name: z.string(),
  meals: z.number().int(),
  amount: zFen,
  corrections: z.number().int(),
  corrected: zSigned,
});
export type StatementLine = z.infer<typeof zStatementLine>;

/** A submitted statement; the id is the month. */
export const statementFields = {
  month: zMonth,
  lines: z.array(zStatementLine).max(60),
  /** Σ amount + Σ corrected. */
  total: zSigned,
  /** Names the rows that belong to it, `batch~n`; rows of an attempt that came to nothing do not count. */
  batch: zId,
  /** Documents of rows of this month, and of corrections. */
  rowParts: z.number().int(),
  correctionParts: z.number().int(),
  submittedAt: zInstant,
  submittedBy: z.string(),
  submittedByName: z.string(),
  publishedAt: zInstant.optional(),
} as const;
export const zStatementDoc = z.object(statementFields);
export type Statement = z.infer<typeof zStatementDoc>;

const zCorrection = z.object({
  orderId: zId,
  day: zDay,
  dinerName: z.string(),
  ruleName: z.string(),
  funder: z.string(),
  /** Claimed so far, and what the order says now, in 分. */
  was: zSigned,
  is: zSigned,
});

export const zStatement = z.object({
  month: zMonth,
  submitted: z.object({ at: zInstant, byName: z.string(), publishedAt: zInstant.optional() }).optional(),
  lines: z.array(zStatementLine),
  total: zSigned,
  /** People who ate under a rule. */
  diners: z.number().int(),
  /** Ordered and not eaten: claimed of nobody. */
  notEaten: z.number().int(),
  corrections: z.array(zCorrection),
  may: z.object({ submit: zVerdict, publish: zVerdict }),
});
export type StatementView = z.infer<typeof zStatement>;

const zRow = z.object({
  orderId: zId,
  day: zDay,
  period: z.enum(PERIODS),
  number: z.string(),
  dinerName: z.string(),
  /** Checked off; absent: it is no longer, which the next month corrects. */
  redeemedAt: zInstant.optional(),
  due: zFen,
  amount: zSigned,
  selfPay: zFen,
});

const OFFICE = ['office', 'admin'] as const;
const KITCHEN = ['canteen', ...OFFICE] as const;
const zWhichMonth = z.strictObject({ month: zMonth });

export const settlementActions = {
  /** The statement of a month: worked out while it is open, as it was submitted afterwards. */
  settlement: query({ allow: KITCHEN, input: zWhichMonth, output: zStatement, errors: [] }),
  /** The orders behind one line, a hundred at a time; `after` is the last order of the page before. */
  settlementRows: query({
    allow: KITCHEN,
    input: z.strictObject({ month: zMonth, ruleId: zId, after: zId.optional() }),
    output: z.object({ rows: z.array(zRow), next: zId.optional() }),
    errors: [],
  }),
  /**
   * Locks the month. `total`: what the person saw; when it has changed since, nothing is locked (`SETTLEMENT_CHANGED`). Months are submitted
   * in their order, so that a correction always has a next month to stand in.
   */
  submitSettlement: command({
    allow: OFFICE,
    input: z.strictObject({ month: zMonth, total: zSigned }),
    output: zDone,
    errors: ['MONTH_NOT_OVER', 'ALREADY_SUBMITTED', 'SETTLEMENT_CHANGED', 'NOTHING_TO_SETTLE', 'EARLIER_MONTH_OPEN'],
  }),
  /** For the street office: sums, per person, per day, every meal. The address is good for ten minutes. */
  exportSettlement: command({
    allow: OFFICE,
    input: zWhichMonth,
    output: z.object({ url: z.string(), name: z.string() }),
    errors: ['NOTHING_TO_SETTLE'],
  }),
  /** 公示: from now on every member reads the sums of the month, without a name. */
  publishSettlement: command({
    allow: OFFICE,
    input: zWhichMonth,
    output: zDone,
    errors: ['NOT_SUBMITTED', 'ALREADY_PUBLISHED'],
  }),
  /** 试算: what the subsidies of a past month would have cost by other rules, in the order the meals were booked. Changes nothing. */
  previewSubsidies: query({
    allow: OFFICE,
    input: z.strictObject({ month: zMonth, rules: z.array(z.strictObject(zSubsidyRule.shape)).max(30), stack: z.boolean() }),
    output: z.object({
      meals: z.number().int(),
      funders: z.array(z.object({ funder: z.string(), was: zFen, would: zFen })),
      was: zFen,
      would: zFen,
      /** What the diners paid and would have paid. */
      selfWas: zFen,
      selfWould: zFen,
    }),
    errors: [],
  }),
  settlementTotals: query({
    allow: ['member'],
    input: zNothing,
    output: z.object({
      months: z.array(
        z.object({
          month: zMonth,
          publishedAt: zInstant,
          funders: z.array(z.object({ funder: z.string(), meals: z.number().int(), amount: zSigned })),
          total: zSigned,
        }),
      ),
    }),
    errors: [],
  }),
} as const;
export type SettlementContract = { readonly name: 'canteen'; readonly actions: typeof settlementActions };
