/** Care 托管: what staff see of the roll and at the pick-up counter. The contract is in `care.ts`. */
import * as z from 'zod';
import { ABSENCE_REASONS, ACTIVITIES, ATTENDANCE_STATUS, EATEN } from './careDays';
import { zAdultView, zReleaseView } from './careViews';
import { zId, zInstant, zVerdict } from './schemas';

/** A row of the roll 花名册 of one class on one day. No photograph: a name card. */
export const zRollRow = z.object({
  /** Of the attendance. */
  id: zId,
  childId: zId,
  name: z.string(),
  pinyin: z.string().optional(),
  /** On the name card: said aloud, or scanned. */
  no: z.number().int(),
  card: z.string(),
  school: z.string(),
  schoolClass: z.string(),
  status: z.enum(ATTENDANCE_STATUS),
  leaveReason: z.string().optional(),
  explained: z.object({ reason: z.enum(ABSENCE_REASONS), text: z.string() }).optional(),
  askedAt: zInstant.optional(),
  signedInAt: zInstant.optional(),
  doing: z.enum(ACTIVITIES).optional(),
  ate: z.enum(EATEN).optional(),
  note: z.string().optional(),
  release: zReleaseView.optional(),
  /** What to mind; the health itself is read apart, by staff on duty. */
  hasHealth: z.boolean(),
  barred: z.array(z.object({ name: z.string(), relation: z.string() })),
  mayPicture: z.boolean(),
  may: z.object({ signIn: zVerdict, undo: zVerdict, health: zVerdict }),
});
export type RollRow = z.infer<typeof zRollRow>;

/** At the pick-up counter: one child who is here, and who may have it. */
export const zPickupMatch = z.object({
  /** Of the attendance. */
  id: zId,
  childId: zId,
  childName: z.string(),
  className: z.string(),
  schoolClass: z.string(),
  status: z.enum(['here', 'gone']),
  release: zReleaseView.optional(),
  /** The adult whose code it is. */
  adultId: zId.optional(),
  /** Authorised ones first. */
  adults: z.array(zAdultView.omit({ may: true, until: true, byName: true })),
  barred: z.array(z.object({ name: z.string(), relation: z.string() })),
});
export type PickupMatch = z.infer<typeof zPickupMatch>;
