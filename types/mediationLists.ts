/** Mediation in lists: the register without content, candidates for a panel, the month, first questions. */
import * as z from 'zod';
import { CASE_KINDS, CASE_STATUS, PANEL_PARTS, zCaseRef } from './mediationCase';
import { zHelp } from './mediationSettings';
import { zDay, zId, zInstant, zVerdict } from './schemas';

/** The register 调解登记簿: no name, no word of content. */
export const zRegisterRow = z.object({
  id: zId,
  ref: zCaseRef,
  number: z.string().optional(),
  kind: z.enum(CASE_KINDS),
  kindName: z.string(),
  status: z.enum(CASE_STATUS),
  statusText: z.string(),
  building: z.string().optional(),
  danger: z.boolean(),
  appliedAt: zInstant,
  decideBy: zInstant,
  acceptedAt: zInstant.optional(),
  dueAt: zInstant.optional(),
  late: z.enum(['no', 'soon', 'yes']),
  endedAt: zInstant.optional(),
  mediators: z.string(),
  agreementNumber: z.string().optional(),
  closingNumber: z.string().optional(),
  may: z.partialRecord(z.enum(['acceptCase', 'declineCase', 'setPanel', 'placeSeal', 'closeCase', 'openFile']), zVerdict),
});
export type RegisterRow = z.infer<typeof zRegisterRow>;

/** A promise of one's own that is still to be kept, as the list of one's cases says it. */
export const zOwnPromise = z.object({
  caseId: zId,
  no: z.number().int(),
  what: z.string(),
  manner: z.string(),
  dueOn: zDay,
  overdue: z.boolean(),
});
export type OwnPromise = z.infer<typeof zOwnPromise>;

/** Somebody who could mediate this case: why, or (conflict, away, refused) why not, in words. */
export const zCandidate = z.object({
  accountId: zId,
  name: z.string(),
  part: z.enum(PANEL_PARTS),
  load: z.number().int(),
  fits: z.boolean(),
  away: z.boolean(),
  /** Reasons for, e.g. 「熟悉漏水纠纷」「手上 2 件」. */
  why: z.array(z.string()),
  may: z.object({ choose: zVerdict }),
  /** Proposed by the system for this part of the panel. */
  proposed: z.boolean(),
});
export type Candidate = z.infer<typeof zCandidate>;

/** A cell of the month: a small one is hidden, and enough others that it cannot be computed. */
export const zCell = z.union([z.number().int(), z.literal('hidden')]);
export const zMonthSheet = z.object({
  month: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ name: z.string(), cells: z.array(zCell) })),
});
export type MonthSheet = z.infer<typeof zMonthSheet>;

/** The sections of a 卷宗 in statutory order. */
export const zFileCheck = z.object({
  sections: z.array(z.object({ name: z.string(), pieces: z.number().int(), missing: z.string().optional() })),
  complete: z.boolean(),
});
export type FileCheck = z.infer<typeof zFileCheck>;

/** A first question as its asker or staff see it; nobody's name is there. */
export const zThread = z.object({
  id: zId,
  at: zInstant,
  urgent: z.boolean(),
  status: z.enum(['asked', 'answered']),
  lines: z.array(z.object({ at: zInstant, from: z.enum(['asker', 'mediator']), text: z.string() })),
  help: zHelp.optional(),
});
export type Thread = z.infer<typeof zThread>;
