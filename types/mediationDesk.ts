/** Mediation, the mediators' half of the contract. */
import * as z from 'zod';
import { command, query } from './contract';
import { CASE_ERRORS } from './mediationApply';
import { DECLINE_GROUNDS, PANEL_PARTS } from './mediationCase';
import { zCandidate, zCaseView, zRegisterRow, zThread } from './mediationViews';
import { zId, zInstant, zNothing, zText } from './schemas';

/** Who mediates and who runs the committee. Grid workers and others come onto a panel with the role of a mediator. */
export const MEDIATORS = ['mediator', 'office', 'admin'] as const;

const onId = { id: zId } as const;

export const deskActions = {
  /** What waits for the committee, most urgent first: to be decided, without a panel, questions. No names. */
  queue: query({
    allow: MEDIATORS,
    input: zNothing,
    output: z.object({
      now: zInstant,
      toDecide: z.array(zRegisterRow),
      toPanel: z.array(zRegisterRow),
      questions: z.number().int(),
    }),
    errors: [],
  }),
  /** First questions, unanswered first; without names. */
  questions: query({
    allow: MEDIATORS,
    input: zNothing,
    output: z.object({ threads: z.array(zThread) }),
    errors: ['SEAL_KEY_MISSING'],
  }),
  answerFirst: command({
    allow: MEDIATORS,
    input: z.strictObject({ id: zId, text: zText(1000) }),
    output: zThread,
    errors: ['SEAL_KEY_MISSING'],
  }),
  /**
   * Reads an undecided application for deciding on it, and one whose respondent is to be invited by telephone or visit: only a mediator
   * who is no party and has no conflict; logged. The office uses `openFile`.
   */
  readApplication: query({
    allow: MEDIATORS,
    input: z.strictObject(onId),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'CONFLICT'],
  }),

  /** 受理: within the set days. `summary`: the neutral words in which the respondent is invited. */
  acceptCase: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, summary: zText(500) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'CONFLICT'],
  }),
  askMore: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, text: zText(1000) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'CONFLICT'],
  }),
  /** 不予受理, with the legal ground and where to go instead; also later, when a court or organ took the matter. */
  declineCase: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, ground: z.enum(DECLINE_GROUNDS), text: zText(1000).optional() }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'CONFLICT'],
  }),
  /** 并案: the same quarrel entered twice, or the other side's own application. This one ends, its file goes into the other. */
  joinCase: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, into: zId, why: z.enum(['duplicate', 'counterClaim']) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'OTHER_PARTIES', 'CONFLICT'],
  }),
  /** A respondent without account was told: by telephone, visit or letter. */
  recordInvitation: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, how: z.enum(['phone', 'visit', 'letter']) }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),

  /**
   * The respondent of the application is this resident of the roster: from then on the invitation reaches its phone. Only before the
   * respondent has answered, and only where the application found nobody.
   */
  linkRespondent: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, residentId: zId }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'CONFLICT', 'WITH_ONESELF', 'LINKED_ALREADY'],
  }),
  /** By hand what `request.repeated` does by itself: both homes are offered mediation, in words that accuse nobody. */
  offerMediation: command({
    allow: MEDIATORS,
    input: z.strictObject({ kind: z.enum(['leak', 'noise']), residentIds: z.tuple([zId, zId]) }),
    /** `reached`: homes that read it on a phone; the others want a call. */
    output: z.object({ reached: z.number().int() }),
    errors: ['ONE_HOME', 'OFFERED_ALREADY'],
  }),

  /** Who could mediate: by skill, load and absence; the conflict rule in words; who is proposed. */
  candidates: query({
    allow: MEDIATORS,
    input: z.strictObject(onId),
    output: z.object({ candidates: z.array(zCandidate) }),
    errors: CASE_ERRORS,
  }),
  /** 第十九条, 第二十条. Never somebody in conflict, refused, or away. The first leads. */
  setPanel: command({
    allow: MEDIATORS,
    input: z.strictObject({
      ...onId,
      members: z
        .array(z.strictObject({ accountId: zId, part: z.enum(PANEL_PARTS) }))
        .min(1)
        .max(5),
    }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'CONFLICT', 'AWAY', 'NOT_A_MEDIATOR', 'NO_LEAD'],
  }),
  /** 回避: a mediator stands back; the case returns to the committee's queue when nobody leads it any more. */
  recuse: command({
    allow: MEDIATORS,
    input: z.strictObject(onId),
    output: z.object({ done: z.literal(true) }),
    errors: CASE_ERRORS,
  }),
  /** A specialist without account is asked in (第二十条); one with an account comes by `setPanel`. */
  inviteSpecialist: command({
    allow: MEDIATORS,
    input: z.strictObject({ ...onId, profession: zText(20), name: zText(40) }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
} as const;
