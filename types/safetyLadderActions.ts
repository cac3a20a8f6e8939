/** 升级链 of one elder: read, proposed by the family, saved by staff. Part of `safety.ts`. */
import * as z from 'zod';
import { ALERT_KINDS, zLadder } from './alerts';
import { command, query } from './contract';
import { HELPERS } from './safetyAlertActions';
import { DESK } from './safetyDeskActions';
import { zId, zInstant, zText, zVerdict } from './schemas';

const zOwn = z.partialRecord(z.enum(ALERT_KINDS), zLadder);
/** Keys of relatives, as `elderLadders` names them; who is left out comes after. */
const zFamilyIn = z.array(zId).max(30);

/** One kind: how it is called for this elder, and whether that is the elder's own or the community's. */
export const zElderLadder = z.object({ kind: z.enum(ALERT_KINDS), own: z.boolean(), ladder: zLadder });
export const zElderLadders = z.object({
  elderId: zId,
  name: z.string(),
  /** Every kind. */
  kinds: z.array(zElderLadder),
  /** What each kind goes back to. */
  community: z.record(z.enum(ALERT_KINDS), zLadder),
  /** Confirmed relatives in the order in which a rung that goes one by one calls them. */
  family: z.array(z.object({ key: zId, name: z.string(), relation: z.string() })),
  /** That order is the elder's own. */
  ordered: z.boolean(),
  proposal: z
    .object({ ladders: zOwn, family: z.array(zId), byName: z.string(), at: zInstant, words: z.string(), mine: z.boolean() })
    .optional(),
  may: z.object({ save: zVerdict, propose: zVerdict }),
});
export type ElderLadders = z.infer<typeof zElderLadders>;

const YOURS = ['NOT_YOUR_ELDER', 'NOT_A_RESIDENT', 'OUTSIDE_YOUR_PART'] as const;

export const ladderActions = {
  elderLadders: query({
    allow: HELPERS,
    input: z.strictObject({ elderId: zId.optional() }),
    output: zElderLadders,
    errors: [...YOURS],
  }),
  /**
   * A kind that is not named goes back to the community's ladder; an empty `family` to the order of binding. Alerts that are open keep
   * theirs. A proposal is answered by it, whatever is saved.
   */
  saveElderLadders: command({
    allow: DESK,
    input: z.strictObject({ elderId: zId, ladders: zOwn, family: zFamilyIn }),
    output: zElderLadders,
    errors: [...YOURS, 'GAS_NEEDS_BOTH', 'NOT_A_RELATIVE'],
  }),
  /** The elder or a relative says how they would like to be called. The desk sees it and saves it, or not; until then nothing changes. */
  proposeElderLadders: command({
    allow: ['resident', 'family'],
    input: z.strictObject({ elderId: zId.optional(), ladders: zOwn, family: zFamilyIn, words: zText(80).optional() }),
    output: zElderLadders,
    errors: [...YOURS, 'GAS_NEEDS_BOTH', 'NOT_A_RELATIVE'],
  }),
};
