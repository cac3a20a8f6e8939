/**
 * Delivery 送餐上门: who may have meals brought, rounds 配送单 by grid and period, carriers at the door. Part of the contract in `canteen.ts`.
 * How a delivery ended stands in the order; a round says only which orders, in which sequence, and who carries them.
 */
import * as z from 'zod';
import { DINERS, KITCHEN } from './canteenShared';
import { command, job, query } from './contract';
import { DELIVERY_OUTCOMES, PERIODS } from './meals';
import { zDay, zDone, zId, zInstant, zMinute, zNothing, zText, zVerdict } from './schemas';

/** 独居, 行动不便, 出院后临时. */
export const DELIVERY_REASONS = ['livesAlone', 'frail', 'afterHospital'] as const;
export type DeliveryReason = (typeof DELIVERY_REASONS)[number];

/** Degrees, WGS-84 as the phone gives it. */
export const zSpot = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });
export type Spot = z.infer<typeof zSpot>;

const zPeriodOfGrant = { reason: z.enum(DELIVERY_REASONS), from: zDay, to: zDay.optional() } as const;

/** 送餐对象; the id is the diner's. What was asked and what is granted stand side by side: asking anew takes nothing away. */
export const recipientFields = {
  asked: z.object({ ...zPeriodOfGrant, by: z.string(), byName: z.string(), at: zInstant }).optional(),
  granted: z.object({ ...zPeriodOfGrant, by: z.string(), byName: z.string(), at: zInstant }).optional(),
  /** Why staff said no the last time; asking again clears it. */
  declined: z.string().optional(),
  /** 按门铃慢一点. */
  doorNote: z.string().max(40).optional(),
  spot: zSpot.optional(),
} as const;
export const zRecipientDoc = z.object(recipientFields);
export type Recipient = z.infer<typeof zRecipientDoc>;

/** `open` for whoever takes it; `taken` by a carrier; `out` on the way; `done` every door has an outcome or the carrier is back. */
export const ROUND_STATUS = ['open', 'taken', 'out', 'done'] as const;
export type RoundStatus = (typeof ROUND_STATUS)[number];
export const ROUND_STEPS: Record<RoundStatus, readonly RoundStatus[]> = {
  open: ['taken'],
  taken: ['open', 'taken', 'out'],
  out: ['taken', 'done'],
  done: [],
};

/** 配送单 of one grid and meal, `day:period:grid:n`; made once after the cut-off. */
export const roundFields = {
  day: zDay,
  period: z.enum(PERIODS),
  gridId: zId,
  n: z.number().int().min(1),
  /** In walking order. */
  stops: z
    .array(z.object({ orderId: zId, dinerId: zId }))
    .min(1)
    .max(60),
  status: z.enum(ROUND_STATUS),
  carrier: z.string().optional(),
  carrierName: z.string().optional(),
  /** Staff gave it to the carrier, who did not take it by themselves. */
  assigned: z.boolean(),
  takenAt: zInstant.optional(),
  leftAt: zInstant.optional(),
  /** Measured in the box at departure, °C. */
  celsius: z.number().min(-20).max(120).optional(),
  doneAt: zInstant.optional(),
} as const;
export const zRoundDoc = z.object(roundFields);
export type Round = z.infer<typeof zRoundDoc>;

export const deliverySettingFields = {
  /** Standing orders are made so many days ahead. */
  standingDays: z.number().int().min(1).max(14),
  /** Doors of one round at most. */
  roundMost: z.number().int().min(1).max(60),
  /** Minutes from the kitchen to the last door. */
  minutesToDoor: z.number().int().min(5).max(240),
  /** Hot food leaves the kitchen at this temperature or more, °C. Source: GB 31654-2021 食品安全国家标准 餐饮服务通用卫生规范, 60 °C. */
  hotAtLeast: z.number().int().min(40).max(95),
  /** Rounds that nobody took so many minutes before serving begins are marked red. */
  warnMinutes: z.number().int().min(0).max(240),
  /** Where carriers set out; without it, from the first building on. */
  kitchen: zSpot.optional(),
} as const;
export const zDeliverySettings = z.object(deliverySettingFields);
export type DeliverySettings = z.infer<typeof zDeliverySettings>;

const zDelivered = z.object({ outcome: z.enum(DELIVERY_OUTCOMES), at: zInstant, byName: z.string() });

/** One door of a round, as its carrier sees it: nothing of anybody's health, the box is labelled by the kitchen. */
export const zStop = z.object({
  orderId: zId,
  number: z.string(),
  name: z.string(),
  address: z.string(),
  /** To call; only on a round of one's own. */
  phone: z.string().optional(),
  doorNote: z.string().optional(),
  spot: zSpot.optional(),
  dishes: z.string(),
  /** Cancelled by the kitchen after the round was made: leave it out. */
  cancelled: z.boolean(),
  delivered: zDelivered.optional(),
});
export type Stop = z.infer<typeof zStop>;

const roundFacts = {
  id: zId,
  day: zDay,
  period: z.enum(PERIODS),
  gridName: z.string(),
  n: z.number().int(),
  status: z.enum(ROUND_STATUS),
  carrierName: z.string().optional(),
  servedFrom: zMinute,
  leftAt: zInstant.optional(),
  /** The last door should be reached by then; known once the round has left. */
  dueAt: zInstant.optional(),
  celsius: z.number().optional(),
  /** It left colder than it should. */
  cold: z.boolean(),
  doors: z.number().int(),
} as const;

/** A round nobody has taken: where and how many, no names. */
export const zOpenRound = z.object({ ...roundFacts, buildings: z.array(z.string()), may: z.object({ take: zVerdict }) });
export const zMyRound = z.object({
  ...roundFacts,
  stops: z.array(zStop),
  may: z.object({ giveBack: zVerdict, leave: zVerdict, finish: zVerdict }),
});
export type MyRound = z.infer<typeof zMyRound>;

export const zDeskRound = z.object({
  ...roundFacts,
  carrier: z.string().optional(),
  stops: z.array(zStop.omit({ phone: true, spot: true }).extend({ photo: z.boolean() })),
  /** Late: nobody took it and serving is near, or doors are left after the time. */
  late: z.boolean(),
  may: z.object({ assign: zVerdict }),
});
export type DeskRound = z.infer<typeof zDeskRound>;

export const zRecipientView = z.object({
  dinerId: zId,
  name: z.string(),
  address: z.string(),
  asked: z.object({ ...zPeriodOfGrant, byName: z.string(), at: zInstant }).optional(),
  granted: z.object({ ...zPeriodOfGrant, byName: z.string(), at: zInstant }).optional(),
  declined: z.string().optional(),
  doorNote: z.string().optional(),
  spot: zSpot.optional(),
  /** Today a meal could be brought. */
  eligible: z.boolean(),
});
export type RecipientView = z.infer<typeof zRecipientView>;

/** Who carries: volunteers, and staff of the grid and the kitchen. */
export const CARRIERS = ['volunteer', 'gridWorker', 'gridLead', 'buildingLead', 'unitLead', ...KITCHEN] as const;
/** Who says that meals may be brought, and who gives rounds to people. */
export const APPROVERS = ['gridWorker', 'gridLead', 'office', 'admin'] as const;
export const ROUND_DESK = ['gridWorker', 'gridLead', ...KITCHEN] as const;

const zWhichRound = z.strictObject({ id: zId });

export const deliveryActions = {
  /** Whether meals may be brought to this diner, what was asked, and what the carrier should know at the door. */
  recipient: query({
    allow: DINERS,
    input: z.strictObject({ dinerId: zId }),
    output: zRecipientView.extend({ today: zDay }),
    errors: ['NOT_YOUR_ELDER'],
  }),
  askDelivery: command({
    allow: DINERS,
    input: z.strictObject({ dinerId: zId, ...zPeriodOfGrant }),
    output: zDone,
    errors: ['NOT_YOUR_ELDER', 'DINER_LEFT', 'DAYS_DISAGREE', 'END_NEEDED'],
  }),
  /** The note and the place for whoever stands at the door. An empty note takes it away. */
  saveDoor: command({
    allow: DINERS,
    input: z.strictObject({ dinerId: zId, doorNote: z.string().trim().max(40), spot: z.strictObject(zSpot.shape).optional() }),
    output: zDone,
    errors: ['NOT_YOUR_ELDER', 'DINER_LEFT'],
  }),
  recipients: query({
    allow: APPROVERS,
    input: zNothing,
    output: z.object({ today: zDay, recipients: z.array(zRecipientView) }),
    errors: [],
  }),
  /** Grants what was asked, with other days if need be, or grants without having been asked. */
  grantDelivery: command({
    allow: APPROVERS,
    input: z.strictObject({ dinerId: zId, ...zPeriodOfGrant }),
    output: zDone,
    errors: ['OUTSIDE_YOUR_PART', 'DINER_LEFT', 'DAYS_DISAGREE', 'END_NEEDED'],
  }),
  /** Declines what was asked, or ends what was granted, with a reason that the person reads. */
  declineDelivery: command({
    allow: APPROVERS,
    input: z.strictObject({ dinerId: zId, reason: zText(50) }),
    output: zDone,
    errors: ['OUTSIDE_YOUR_PART', 'NOTHING_TO_DECLINE'],
  }),

  /** The rounds of a day with how far they are, and orders that are in none. */
  rounds: query({
    allow: ROUND_DESK,
    input: z.strictObject({ day: zDay }),
    output: z.object({
      today: zDay,
      now: zInstant,
      rounds: z.array(zDeskRound),
      meals: z.array(
        z.object({
          id: zId,
          period: z.enum(PERIODS),
          cutoffAt: zInstant,
          /** Orders to bring, and how many of them are in no round yet. */
          orders: z.number().int(),
          loose: z.number().int(),
          may: z.object({ make: zVerdict }),
        }),
      ),
      carriers: z.array(z.object({ account: z.string(), name: z.string() })),
      settings: zDeliverySettings,
    }),
    errors: [],
  }),
  /** Makes the rounds of a meal now instead of at the next ring. */
  makeRounds: command({
    allow: ROUND_DESK,
    input: z.strictObject({ mealId: zId }),
    output: z.object({ made: z.number().int() }),
    errors: ['BEFORE_CUTOFF'],
  }),
  /** Gives a round to a carrier, or with no account back to everybody. */
  assignRound: command({
    allow: ROUND_DESK,
    input: z.strictObject({ id: zId, account: z.string().max(64).optional() }),
    output: zDone,
    errors: ['NOT_A_CARRIER', 'ROUND_DONE'],
  }),
  /** The picture taken at a door where nobody answered; the address is good for ten minutes. */
  deliveryPhoto: query({
    allow: ROUND_DESK,
    input: z.strictObject({ orderId: zId }),
    output: z.object({ url: z.string() }),
    errors: [],
  }),
  /** 配送单 of a meal on paper, one page a round, for when telephones fail. */
  printRounds: command({
    allow: ROUND_DESK,
    input: z.strictObject({ day: zDay, period: z.enum(PERIODS) }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: ['NO_ROUNDS'],
  }),
  deliverySettings: query({ allow: KITCHEN, input: zNothing, output: zDeliverySettings, errors: [] }),
  saveDeliverySettings: command({
    allow: ['office', 'admin'],
    input: z.strictObject({ ...deliverySettingFields, kitchen: z.strictObject(zSpot.shape).optional() }),
    output: zDeliverySettings,
    errors: [],
  }),

  /** Rounds of today and tomorrow: mine with their doors, and those that wait for somebody. Kept on the phone for the way. */
  myRounds: query({
    allow: CARRIERS,
    input: zNothing,
    output: z.object({
      today: zDay,
      now: zInstant,
      mine: z.array(zMyRound),
      open: z.array(zOpenRound),
      hotAtLeast: z.number().int(),
      minutesToDoor: z.number().int(),
      phone: z.string().optional(),
    }),
    errors: [],
  }),
  takeRound: command({ allow: CARRIERS, input: zWhichRound, output: zDone, errors: ['ROUND_TAKEN', 'ROUND_DONE'] }),
  giveBackRound: command({ allow: CARRIERS, input: zWhichRound, output: zDone, errors: ['NOT_YOUR_ROUND', 'ROUND_LEFT'] }),
  /** Out of the kitchen: from now on the minutes count. `at`: by the carrier's phone, when it is sent later. */
  leaveKitchen: command({
    allow: CARRIERS,
    input: z.strictObject({ id: zId, celsius: z.number().min(-20).max(120).optional(), at: zInstant }),
    output: z.object({ cold: z.boolean() }),
    errors: ['NOT_YOUR_ROUND', 'ROUND_DONE'],
  }),
  /** One door. Said once however often it arrives; `at` by the carrier's phone. */
  recordDelivery: command({
    allow: CARRIERS,
    input: z.strictObject({
      roundId: zId,
      orderId: zId,
      outcome: z.enum(DELIVERY_OUTCOMES),
      at: zInstant,
      photo: z.string().max(300).optional(),
      note: z.string().trim().max(60).optional(),
    }),
    output: zDone,
    errors: ['NOT_YOUR_ROUND', 'ALREADY_CANCELLED', 'ALREADY_DELIVERED', 'ALREADY_REDEEMED'],
  }),
  finishRound: command({ allow: CARRIERS, input: zWhichRound, output: zDone, errors: ['NOT_YOUR_ROUND', 'DOORS_LEFT'] }),
  /** Where to upload the picture of a door; as `people.openUpload`. */
  doorPhotoTicket: command({
    allow: CARRIERS,
    input: zNothing,
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: [],
  }),

  /** Makes rounds of meals whose cut-off has passed. */
  buildRounds: job({ input: zNothing, output: z.object({ made: z.number().int() }), errors: [], rhythm: { everyMinutes: 1 } }),
};
export type DeliveryContract = { readonly name: 'canteen'; readonly actions: typeof deliveryActions };
