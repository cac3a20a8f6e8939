/** What a reply says of a case, to whom it is said, and what that person may do: the verdicts are the server's own. */
import * as z from 'zod';
import {
  CASE_KINDS,
  CASE_STATUS,
  CONFIRMATION_STATUS,
  DECLINE_GROUNDS,
  ITEM_STATUS,
  PANEL_PARTS,
  PARTIES,
  VISIBLE,
  zCaseRef,
  zCaseSession,
} from './mediationCase';
import { DEEDS } from './mediationDeeds';
import { zContent } from './mediationParts';
import { zHelp, zRoute } from './mediationSettings';
import { zDay, zId, zInstant, zVerdict } from './schemas';

/** In what quality somebody looks at a case. */
export const STANDINGS = [...PARTIES, 'panel', 'office'] as const;
export type Standing = (typeof STANDINGS)[number];

/** A case in a list of one's own. Names are there for parties and panel; the office's register has none. */
export const zCaseCard = z.object({
  id: zId,
  ref: zCaseRef,
  number: z.string().optional(),
  kind: z.enum(CASE_KINDS),
  kindName: z.string(),
  status: z.enum(CASE_STATUS),
  /** In words for the one who looks: 「等对方答复」「请您签名」. */
  statusText: z.string(),
  /** What this person should do next, if anything. */
  next: z.string().optional(),
  as: z.enum(STANDINGS),
  names: z.object({ applicant: z.string(), respondent: z.string() }).optional(),
  building: z.string().optional(),
  danger: z.boolean(),
  appliedAt: zInstant,
  /** The clock that runs now, and whether it is nearly or already over. */
  dueAt: zInstant.optional(),
  late: z.enum(['no', 'soon', 'yes']),
  meetsAt: zInstant.optional(),
  leads: z.string().optional(),
});
export type CaseCard = z.infer<typeof zCaseCard>;

export const zPartView = z
  .object({
    id: zId,
    visible: z.enum(VISIBLE),
    at: zInstant,
    from: z.enum(STANDINGS),
    onBehalf: z.boolean(),
  })
  .and(zContent);
export type PartView = z.infer<typeof zPartView>;

const zSideView = z.object({
  name: z.string(),
  is: z.enum(['resident', 'person', 'company']),
  /** Uses the mini-program; otherwise staff do everything on this side's behalf. */
  joined: z.boolean(),
  agents: z.number().int(),
  /** Who they are, for this side itself and the panel; absent otherwise. */
  agentNames: z.array(z.string()).optional(),
  rightsAt: zInstant.optional(),
  /** Full, for this side, the panel and an opened file; absent otherwise. */
  phone: z.string().optional(),
  address: z.string().optional(),
});

export const zSessionView = zCaseSession.extend({
  roomName: z.string().optional(),
  /** Slots whose room is gone meanwhile. */
  taken: z.array(zInstant),
});

export const zItemView = z.object({
  no: z.number().int(),
  by: z.enum(PARTIES),
  what: z.string(),
  manner: z.string(),
  dueOn: zDay,
  status: z.enum(ITEM_STATUS),
  overdue: z.boolean(),
  reportedAt: zInstant.optional(),
});

/** A case opened. Without content (`sealed: true`) for the office until it opens the file with a reason. */
export const zCaseView = zCaseCard.extend({
  now: zInstant,
  /** True: the one who looks sees the register entry only. */
  sealed: z.boolean(),
  openUntil: zInstant.optional(),
  applicant: zSideView.optional(),
  respondent: zSideView.optional(),
  wantsOpen: z.object({ applicant: z.boolean(), respondent: z.boolean() }),
  panel: z.array(z.object({ key: zId, name: z.string(), part: z.enum(PANEL_PARTS), leads: z.boolean() })),
  /** Mediators whom the side that looks may still refuse. */
  refusalsLeft: z.number().int().optional(),
  acceptedAt: zInstant.optional(),
  decideBy: zInstant,
  answerBy: zInstant.optional(),
  pausedAt: zInstant.optional(),
  extension: z.object({ days: z.number().int(), agreed: z.array(z.enum(PARTIES)) }).optional(),
  sessions: z.array(zSessionView),
  agreement: z
    .object({
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
      /** Whose turn it is, in words; absent when all is there. */
      waitsFor: z.string().optional(),
    })
    .optional(),
  items: z.array(zItemView),
  effectiveAt: zInstant.optional(),
  confirmation: z
    .object({
      until: zDay,
      daysLeft: z.number().int(),
      wantedBy: z.array(z.enum(PARTIES)),
      status: z.enum(CONFIRMATION_STATUS).optional(),
    })
    .optional(),
  followUpOn: zDay.optional(),
  followUps: z.number().int(),
  followedUp: z.boolean(),
  /** What each side said last, 1…5 (a party sees its own); `followedUp`: nothing is left to ask. */
  satisfied: z.partialRecord(z.enum(PARTIES), z.number().int()),
  ground: z.enum(DECLINE_GROUNDS).optional(),
  groundText: z.string().optional(),
  /** Of an archived case: what became of it. */
  outcome: z.enum(CASE_STATUS).optional(),
  endedAt: zInstant.optional(),
  endText: z.string().optional(),
  /** What remains open to a party when it ended without agreement. */
  routes: z.array(zRoute),
  closingNumber: z.string().optional(),
  retainUntil: zDay.optional(),
  joinedInto: zId.optional(),
  joined: z.array(zId),
  parts: z.array(zPartView),
  help: zHelp.optional(),
  may: z.partialRecord(z.enum(DEEDS), zVerdict),
  /** For staff: what they may do in the name of a side that has no account (`as`). */
  mayFor: z.partialRecord(z.enum(PARTIES), z.partialRecord(z.enum(DEEDS), zVerdict)),
});
export type CaseView = z.infer<typeof zCaseView>;

export * from './mediationDeeds';
export * from './mediationLists';
