/**
 * Standing orders 长期订餐: a pattern of the week from which orders are made ahead, each of them an ordinary order. A pattern stands for
 * one diner and one period, so its id is `diner~period`. Part of the contract in `canteen.ts`.
 */
import * as z from 'zod';
import { DINERS, KITCHEN, zDiner, zLinesIn, zOrder } from './canteenShared';
import { command, job, query } from './contract';
import { PERIODS, WAYS } from './meals';
import { zDay, zId, zInstant, zNothing, zVerdict } from './schemas';

/**
 * What to take from a menu that changes every day: `first` the first dish that suits the diner, or the first with this mark (and when
 * there is none, the first that suits).
 */
export const WANTS = ['first', 'soft', 'lowSalt', 'diabetic', 'vegetarian'] as const;
export type Want = (typeof WANTS)[number];

export const STANDING_STATUS = ['active', 'paused', 'ended'] as const;
export type StandingStatus = (typeof STANDING_STATUS)[number];
/** An ended pattern begins again only by being saved again. */
export const STANDING_STEPS: Record<StandingStatus, readonly StandingStatus[]> = {
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  ended: ['active'],
};

/** What a person says about a pattern. */
const wishFields = {
  period: z.enum(PERIODS),
  /** 1 Monday … 7 Sunday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  want: z.enum(WANTS),
  way: z.enum(WAYS),
  /** First and last day; without a last one it goes on. */
  from: zDay,
  to: zDay.optional(),
} as const;

/** Days that are left out for good, the newest; days gone by fall away. */
const SKIPS = 60;

export const patternFields = {
  ...wishFields,
  dinerId: zId,
  status: z.enum(STANDING_STATUS),
  skips: z.array(zDay).max(SKIPS),
  /** Grows with every change; orders made from an older one are brought up to it. */
  revision: z.number().int(),
  setBy: z.string(),
  setByName: z.string(),
  onBehalf: z.boolean(),
  setAt: zInstant,
  /** Accounts that hear of its orders: who set it, and the diner's own where there is one. */
  tellTo: z.array(z.string()),
  /** Its orders do not agree with it yet; the job takes it up and removes this. Indexed. */
  dueAt: zInstant.optional(),
} as const;
export const zPatternDoc = z.object(patternFields);
export type Pattern = z.infer<typeof zPatternDoc>;

/** 外出报备 of one diner as the canteen heard of it; the id is the diner's. */
export const zStaysDoc = z.object({ stays: z.array(z.object({ id: zId, from: zDay, to: zDay })).max(50) });
export type Stays = z.infer<typeof zStaysDoc>;

/** Why a pattern could not be met: 订满了, 没有合适的菜, 不能送餐. */
export const SHORT_WHYS = ['full', 'noDish', 'notEligible'] as const;
export type ShortWhy = (typeof SHORT_WHYS)[number];

/** How far making orders for one meal has got; the id is the meal's. Its outbox tells of what was made and of what could not be. */
export const runFields = {
  day: zDay,
  period: z.enum(PERIODS),
  /** The version of the menu that every pattern has been asked about. */
  mealVersion: z.number().int(),
  /** The last pattern that was asked about it; empty: all of them, or none yet. */
  after: z.string(),
  /** Diners whose first booking was told to other domains. */
  told: z.array(z.string()).max(5000),
  short: z.array(z.object({ dinerId: zId, why: z.enum(SHORT_WHYS), at: zInstant })).max(1000),
} as const;
export const zRunDoc = z.object(runFields);
export type Run = z.infer<typeof zRunDoc>;

/**
 * How one day of a pattern stands: `ordered` with its order; `willOrder` as soon as the menu is there; `changed` or `cancelled` by a person;
 * `away` 外出报备; `skipped`; `short` for a reason; `closed` the kitchen.
 */
export const DAY_STATES = ['ordered', 'willOrder', 'changed', 'cancelled', 'away', 'skipped', 'short', 'closed'] as const;
export type DayState = (typeof DAY_STATES)[number];

const zPatternDay = z.object({
  day: zDay,
  state: z.enum(DAY_STATES),
  why: z.enum(SHORT_WHYS).optional(),
  orderId: zId.optional(),
  dish: z.string().optional(),
  /** Leaving this day out; what is ordered is cancelled with its order. */
  may: z.object({ skip: zVerdict }),
});

export const zPattern = z.object({
  ...wishFields,
  id: zId,
  status: z.enum(STANDING_STATUS),
  setByName: z.string(),
  onBehalf: z.boolean(),
  /** The coming days of the horizon on which it would be met. */
  days: z.array(zPatternDay),
  may: z.object({ change: zVerdict, pause: zVerdict, resume: zVerdict, end: zVerdict }),
});
export type PatternView = z.infer<typeof zPattern>;

const zStandingReply = z.object({
  today: zDay,
  now: zInstant,
  diner: zDiner.optional(),
  diners: z.array(zDiner.omit({ age: true })),
  patterns: z.array(zPattern),
  /** Periods that the canteen serves. */
  periods: z.array(z.enum(PERIODS)),
  /** Ways open to this diner. */
  ways: z.array(z.enum(WAYS)),
  /** Orders are made so many days ahead. */
  ahead: z.number().int(),
});

export const standingActions = {
  /** The standing orders of one diner, with what becomes of the coming days. ≤ 2 round trips. */
  standing: query({
    allow: DINERS,
    input: z.strictObject({ dinerId: zId.optional() }),
    output: zStandingReply,
    errors: ['NOT_YOUR_ELDER'],
  }),
  /** Sets or changes it; orders that nobody touched follow within a minute or two, before their cut-off. */
  saveStanding: command({
    allow: DINERS,
    input: z.strictObject({ ...wishFields, dinerId: zId }),
    output: z.object({ id: zId }),
    errors: ['NOT_YOUR_ELDER', 'DINER_LEFT', 'UNKNOWN_PERIOD', 'DAYS_DISAGREE', 'NOT_ELIGIBLE'],
  }),
  setStanding: command({
    allow: DINERS,
    input: z.strictObject({ id: zId, status: z.enum(STANDING_STATUS) }),
    output: z.object({ id: zId }),
    errors: ['NOT_YOUR_ELDER', 'DINER_LEFT', 'STANDING_ENDED'],
  }),
  /** Leaves out one coming day for good. */
  skipStanding: command({
    allow: DINERS,
    input: z.strictObject({ id: zId, day: zDay }),
    output: z.object({ id: zId }),
    errors: ['NOT_YOUR_ELDER', 'PAST_DAY', 'NOT_A_DAY_OF_IT', 'TOO_MANY_SKIPS', 'CUTOFF_PASSED'],
  }),
  /** Other dishes or another way for an order that stands, before its cut-off; the seat is kept. */
  changeOrder: command({
    allow: DINERS,
    input: z.strictObject({ id: zId, way: z.enum(WAYS), lines: zLinesIn }),
    output: zOrder,
    errors: [
      'UNKNOWN_DISH',
      'TOO_MANY_PORTIONS',
      'CUTOFF_PASSED',
      'KITCHEN_CLOSED',
      'SOLD_OUT',
      'ALREADY_CANCELLED',
      'ALREADY_REDEEMED',
      'NOT_ELIGIBLE',
    ],
  }),
  /** 长期订餐一览 for the kitchen and the office: who has what, and which days could not be met. */
  standingList: query({
    allow: KITCHEN,
    input: zNothing,
    output: z.object({
      today: zDay,
      patterns: z.array(
        z.object({
          ...wishFields,
          id: zId,
          dinerId: zId,
          dinerName: z.string(),
          address: z.string(),
          status: z.enum(STANDING_STATUS),
          setByName: z.string(),
          onBehalf: z.boolean(),
        }),
      ),
      shortages: z.array(
        z.object({ day: zDay, period: z.enum(PERIODS), dinerId: zId, dinerName: z.string(), why: z.enum(SHORT_WHYS) }),
      ),
    }),
    errors: [],
  }),
  /** Makes orders of standing orders, in bounded steps: for menus that nobody asked about yet, for patterns that changed, for seats set free. */
  makeStanding: job({
    input: zNothing,
    output: z.object({ made: z.number().int(), changed: z.number().int(), short: z.number().int() }),
    errors: [],
    rhythm: { everyMinutes: 1 },
  }),
};
export type StandingContract = { readonly name: 'canteen'; readonly actions: typeof standingActions };
