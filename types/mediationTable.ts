/** Mediation at the table: talks, records, the clock, the agreement, what follows it, and the case file. */
import * as z from 'zod';
import { command, query } from './contract';
import { CASE_ERRORS } from './mediationApply';
import { PARTIES, SESSION_KINDS } from './mediationCase';
import { MEDIATORS } from './mediationDesk';
import { PARTICIPANTS } from './mediationParts';
import { zCaseView, zFileCheck } from './mediationViews';
import { zDay, zId, zInstant, zText } from './schemas';

const onId = { id: zId } as const;
const text = zText(4000);

export const tableActions = {
  /** One talk: with both, or (`separate`) with one side. Slots begin on the hour in a room. */
  offerSlots: command({
    allow: MEDIATORS,
    input: z.strictObject({
      ...onId,
      kind: z.enum(SESSION_KINDS),
      side: z.enum(PARTIES).optional(),
      mode: z.enum(['room', 'phone']),
      roomId: zId.optional(),
      minutes: z.number().int().min(15).max(240),
      slots: z.array(zInstant).min(1).max(8),
    }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'SLOT_IN_PAST', 'UNKNOWN_ROOM', 'SIDE_NEEDED'],
  }),
  dropSession: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, no: z.number().int().min(1) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'NO_SUCH_SESSION'],
  }),
  /** 调解记录 with attendance. Of a talk with both it is shared; of a separate talk the other side never sees a word. */
  recordSession: command({
    allow: MEDIATORS,
    input: z.strictObject({
      ...onId,
      no: z.number().int().min(1),
      text,
      place: zText(60),
      present: z
        .array(z.strictObject({ who: z.enum(PARTICIPANTS), name: zText(40) }))
        .min(1)
        .max(20),
      /** Of a separate talk: lets that side read it; the panel's own otherwise. */
      showSide: z.boolean().optional(),
    }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'NO_SUCH_SESSION', 'RIGHTS_FIRST'],
  }),
  /** 调查笔录 or a note of the panel's own. */
  addNote: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, kind: z.enum(['inquiry', 'note']), text }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  /** The clock stands still, with a reason both sides read. */
  pause: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, reason: zText(500) }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  resume: command({ allow: MEDIATORS, input: z.strictObject(onId), output: zCaseView, errors: CASE_ERRORS }),

  /** Clauses to choose from for this kind, with the facts and promises begun. */
  agreementStart: query({
    allow: MEDIATORS,
    input: z.strictObject(onId),
    output: z.object({ facts: z.string(), clauses: z.array(z.object({ id: zId, name: z.string(), text: z.string() })) }),
    errors: CASE_ERRORS,
  }),
  /**
   * 调解协议. Written: waits for both signatures, the mediator's and the seal (第二十九条). Oral: in effect at once, because the
   * mediator records it (第二十八、三十条). Again before all have signed: a new round, earlier signatures are void.
   */
  draftAgreement: command({
    allow: MEDIATORS,
    input: z.strictObject({
      ...onId,
      form: z.enum(['oral', 'written']),
      facts: zText(3000),
      terms: z.array(zText(600)).min(1).max(20),
      promises: z.array(z.strictObject({ by: z.enum(PARTIES), what: zText(300), manner: zText(100), dueOn: zDay })).max(20),
      place: zText(60),
    }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'RIGHTS_FIRST', 'DUE_IN_PAST'],
  }),
  /** 调解不成 (第二十六条): ends it, both sides read their routes. */
  failCase: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, reason: zText(1000) }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  recordConfirmation: command({
    allow: MEDIATORS,
    input: z.strictObject({
      ...onId,
      status: z.enum(['handedIn', 'confirmed', 'refused']),
      on: zDay,
      text: zText(500),
      court: zText(40).optional(),
    }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'TOO_LATE_TO_CONFIRM'],
  }),
  /** 回访: how satisfied each side is, 1…5. */
  recordFollowUp: command({
    allow: MEDIATORS,
    input: z.strictObject({
      ...onId,
      how: z.enum(['visit', 'phone']),
      applicant: z.number().int().min(1).max(5).optional(),
      respondent: z.number().int().min(1).max(5).optional(),
      text: zText(1000),
    }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  /** Which pieces of the 卷宗 are there and which are missing. */
  fileCheck: query({
    allow: MEDIATORS,
    input: z.strictObject(onId),
    output: zFileCheck,
    errors: CASE_ERRORS,
  }),
  /** 卷宗 as one PDF in statutory order; logged. */
  caseFile: command({
    allow: MEDIATORS,
    input: z.strictObject(onId),
    output: z.object({ url: z.string(), name: z.string(), pieces: z.number().int(), missing: z.array(z.string()) }),
    errors: [...CASE_ERRORS, 'FILE_CLOSED'],
  }),
  /** Who read this case, newest first; for the panel. */
  reads: query({
    allow: MEDIATORS,
    input: z.strictObject(onId),
    output: z.object({
      reads: z.array(z.object({ at: zInstant, name: z.string(), as: z.string(), what: z.string(), kinds: z.array(z.string()) })),
      openings: z.array(z.object({ at: zInstant, name: z.string(), reason: z.string(), until: zInstant })),
    }),
    errors: CASE_ERRORS,
  }),
} as const;
