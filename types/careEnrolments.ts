/** Care 托管: enrolments with their fees, and draws, as they are remembered. The contract is in `care.ts`. */
import * as z from 'zod';
import { zDay, zFen, zId, zInstant } from './schemas';

/**
 * `entered` waits for the draw; `waiting` on the waitlist; `offered` may accept until `offerUntil`; `enrolled`;
 * `withdrawn` by the family or staff; `declined` and `expired` an offer that was not taken; `ended` by the system (consent, erasure).
 */
export const ENROLMENT_STATUS = [
  'entered',
  'waiting',
  'offered',
  'enrolled',
  'withdrawn',
  'declined',
  'expired',
  'ended',
] as const;
export type EnrolmentStatus = (typeof ENROLMENT_STATUS)[number];
const AGAIN = ['entered', 'waiting', 'enrolled'] as const;
export const ENROLMENT_STEPS: Record<EnrolmentStatus, readonly EnrolmentStatus[]> = {
  entered: ['offered', 'waiting', 'withdrawn', 'ended'],
  waiting: ['offered', 'withdrawn', 'ended'],
  offered: ['enrolled', 'declined', 'expired', 'withdrawn', 'ended'],
  enrolled: ['withdrawn', 'ended'],
  withdrawn: AGAIN,
  declined: AGAIN,
  expired: AGAIN,
  ended: AGAIN,
};

export const FEE_KINDS = ['paid', 'waived', 'refunded'] as const;
export const zFeeLine = z.object({
  at: zInstant,
  kind: z.enum(FEE_KINDS),
  amount: zFen,
  /** Of a payment or a refund. */
  receipt: z.string().optional(),
  /** Of a waiver or a refund. */
  reason: z.string().optional(),
  byName: z.string(),
});
export type FeeLine = z.infer<typeof zFeeLine>;

/** `classId:childId`: one child in one class, however often it came and went. */
export const enrolmentFields = {
  classId: zId,
  termId: zId,
  childId: zId,
  childName: z.string(),
  pinyin: z.string().optional(),
  status: z.enum(ENROLMENT_STATUS),
  /** Order of arrival within the class (after a draw: the drawn order). Grows, has gaps, never twins. Also the number on the roll. */
  arrival: z.number().int(),
  /** The number of the entry in a draw. */
  entry: z.number().int().optional(),
  /** Counts sign-ups; a place is held for one round. */
  round: z.number().int(),
  /** Holds a place in the class: while offered and enrolled, and until it has gone to the next. */
  seat: z.enum(['none', 'general', 'reserved']),
  priority: z
    .object({
      id: zId,
      documents: z.array(z.string()).max(4),
      state: z.enum(['asked', 'confirmed', 'refused']),
      rank: z.number().int(),
    })
    .optional(),
  /** Accounts of the guardians when they were last looked at, for finding; no right follows from it. */
  watchers: z.array(z.string()).max(6),
  signedUpBy: z.string(),
  signedUpByName: z.string(),
  onBehalf: z.boolean(),
  at: zInstant,
  offeredAt: zInstant.optional(),
  offerUntil: zInstant.optional(),
  /** First and last day in the class; only of those who have been enrolled. */
  from: zDay.optional(),
  to: zDay.optional(),
  leftAt: zInstant.optional(),
  reason: z.string().optional(),
  /** The enrolment that ends when this one is enrolled (changing class). */
  instead: zId.optional(),
  fee: zFen,
  feeLines: z.array(zFeeLine).max(60),
} as const;
export const zEnrolmentDoc = z.object(enrolmentFields);
export type Enrolment = z.infer<typeof zEnrolmentDoc>;

/** `classId`: the published draw; anybody can repeat it. `no`: the number of the entry, known to its family alone. */
export const drawFields = {
  classId: zId,
  commitment: z.string(),
  seed: z.string(),
  drawnAt: zInstant,
  places: z.number().int(),
  /** In the drawn order. `with`: the smallest number among siblings, whose lot they share. */
  entries: z.array(z.object({ no: z.number().int(), rank: z.number().int(), with: z.number().int().optional() })).max(5000),
  /** How many results stand in their enrolments. */
  applied: z.number().int(),
} as const;
export const zDrawDoc = z.object(drawFields);
export type Draw = z.infer<typeof zDrawDoc>;
