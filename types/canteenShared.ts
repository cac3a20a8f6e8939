/** What several parts of the canteen's contract speak of: who calls, how an order looks from outside. */
import * as z from 'zod';
import { STAFF } from './contract';
import { DELIVERY_OUTCOMES, zOrderDoc } from './meals';
import { zId, zInstant, zMinute, zVerdict } from './schemas';

export const DINERS = ['resident', 'family', ...STAFF] as const;
export const KITCHEN = ['canteen', 'office', 'admin'] as const;

/** An order as the diner and family see it. */
export const zOrder = zOrderDoc
  .omit({
    bookedBy: true,
    redeemedBy: true,
    cancelledBy: true,
    dinerPinyin: true,
    dinerCardNo: true,
    tellTo: true,
    standing: true,
    delivery: true,
  })
  .extend({
    id: zId,
    servedFrom: zMinute,
    servedTo: zMinute,
    cutoffAt: zInstant,
    /** Made by a standing order. */
    standing: z.boolean(),
    /** How bringing it ended, once somebody stood at the door. */
    delivery: z.object({ outcome: z.enum(DELIVERY_OUTCOMES), at: zInstant, byName: z.string() }).optional(),
    may: z.object({ cancel: zVerdict, change: zVerdict }),
  });
export type OrderView = z.infer<typeof zOrder>;

export const zDiner = z.object({ id: zId, name: z.string(), relation: z.string(), age: z.number().int() });

export const zLinesIn = z
  .array(z.strictObject({ dishId: zId, count: z.number().int().min(1).max(10) }))
  .min(1)
  .max(12);
