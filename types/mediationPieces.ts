/** The pieces a case is made of: sides, talks, promises, the agreement's outside, and where its sealed parts are. */
import * as z from 'zod';
import { zDay, zId, zInstant } from './schemas';

/** 当事人: who asked, and who was asked. */
export const PARTIES = ['applicant', 'respondent'] as const;
export type PartySide = (typeof PARTIES)[number];

/** Who sees a part: one side alone, both sides, or only the panel. The panel sees all. */
export const VISIBLE = ['applicant', 'respondent', 'shared', 'panel'] as const;
export type Visible = (typeof VISIBLE)[number];

/** Sealed text: `v1.KEYID.…`, AES-256-GCM; useless without the key and in any other place than its own. */
export const zSealed = z.string().regex(/^v1\.[A-Za-z0-9_-]{1,16}\.[A-Za-z0-9_-]+$/);

/** 申请号, six digits that can be said on the telephone; from the first moment, before there is a registration number. */
export const zCaseRef = z.string().regex(/^\d{6}$/);

export const SESSION_KINDS = ['together', 'separate'] as const;
export const SESSION_STATUS = ['offered', 'agreed', 'held', 'dropped'] as const;

/** One talk: slots that the mediator offers, what suits each side, the slot that both took, a room held or a telephone. */
export const zCaseSession = z.object({
  no: z.number().int(),
  kind: z.enum(SESSION_KINDS),
  /** Whom a separate talk is with. */
  side: z.enum(PARTIES).optional(),
  mode: z.enum(['room', 'phone']),
  roomId: zId.optional(),
  minutes: z.number().int(),
  slots: z.array(zInstant).max(8),
  suits: z.object({ applicant: z.array(zInstant), respondent: z.array(zInstant) }),
  at: zInstant.optional(),
  status: z.enum(SESSION_STATUS),
  remindedAt: zInstant.optional(),
});
export type CaseSession = z.infer<typeof zCaseSession>;

export const ITEM_STATUS = ['open', 'reported', 'accepted', 'broken'] as const;
/** What one side has promised to do, by when; the words are in the agreement. */
export const zItem = z.object({
  no: z.number().int(),
  by: z.enum(PARTIES),
  dueOn: zDay,
  status: z.enum(ITEM_STATUS),
  reportedAt: zInstant.optional(),
  settledAt: zInstant.optional(),
  remindedAt: zInstant.optional(),
});
export type Item = z.infer<typeof zItem>;

/** The agreement's outside: its words are the part `partId`; redrafting makes a new round and voids the signatures. */
export const zAgreementDoc = z.object({
  form: z.enum(['oral', 'written']),
  number: z.string(),
  round: z.number().int(),
  partId: zId,
  signed: z.object({
    applicant: zInstant.optional(),
    respondent: zInstant.optional(),
    mediator: zInstant.optional(),
    seal: zInstant.optional(),
  }),
});

/** Where a sealed part is and who may see it; only a part named here counts. */
export const zPartRef = z.object({
  id: zId,
  kind: z.string(),
  visible: z.enum(VISIBLE),
  at: zInstant,
  /** Who brought it: a side (by itself or, `onBehalf`, by staff), the panel, the office. */
  from: z.enum([...PARTIES, 'panel', 'office']),
  onBehalf: z.boolean(),
});
export type PartRef = z.infer<typeof zPartRef>;
