/** What a party does in its case. Staff do each of these on behalf of a side that has no account (`as`). */
import * as z from 'zod';
import { command } from './contract';
import { ANYONE, CASE_ERRORS, onCase, zFileIn, zText2000 } from './mediationApply';
import { zCaseView } from './mediationViews';
import { zId, zInstant, zText } from './schemas';

/** PNG as base64, at most 60 KB once decoded. */
export const zPicture = z
  .string()
  .max(82_000)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** Content, so-so, not content: on the scale of the staff's follow-up. */
export const FACES = [5, 3, 1] as const;
export type Face = (typeof FACES)[number];

export const partyActions = {
  /** What the committee asked for in addition. */
  addFacts: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, text: zText2000 }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  /** 撤回: the applicant ends it, at any time before agreement takes effect. */
  withdraw: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, reason: zText(500).optional() }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  /** 要求终止调解 (第二十三条(二)): either side, without having to say why. */
  endMediation: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, reason: zText(500).optional() }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  /** The respondent accepts or refuses; refusing ends it, with a kind letter and the routes (第十七条). */
  answerInvitation: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, accept: z.boolean(), text: zText2000.optional(), wantsOpen: z.boolean().optional() }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  addStatement: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, text: zText2000, share: z.boolean() }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  /** What the other side wants in turn; heard in the same case. */
  counterClaim: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, text: zText2000 }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  acknowledgeRights: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, version: z.string().max(20) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'NOTICE_CHANGED'],
  }),
  /** 第二十三条(一); as often as the community allows. `key` as in the view's panel. */
  refuseMediator: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, key: zId }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'NO_REFUSAL_LEFT', 'NOT_ON_PANEL'],
  }),
  /** Which of the offered slots suit; the first that suits both is agreed and its room held. */
  chooseSlots: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, no: z.number().int().min(1), slots: z.array(zInstant).max(8) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'SLOT_GONE'],
  }),
  /** Asks for more days, or agrees to what the other asked; it needs both. */
  extend: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, days: z.number().int().min(1).max(120) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'TOO_MANY_DAYS'],
  }),
  /** Signature on the screen. A side for itself; the leading mediator after both; the panel's screen for a side that is present. */
  sign: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, image: zPicture, round: z.number().int().min(1) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'SIGNED_ALREADY', 'NOT_YOUR_TURN', 'AGREEMENT_CHANGED', 'NOT_A_PNG'],
  }),
  /** Back to talking; the signatures of this round are void. */
  refuseToSign: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, reason: zText(500).optional() }),
    output: zCaseView,
    errors: CASE_ERRORS,
  }),
  /** "Done", by whoever promised it, with proof: uploaded files, which both sides then see. */
  reportItem: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, no: z.number().int().min(1), text: zText(500), files: z.array(zFileIn).max(6) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'NO_SUCH_ITEM', 'NOT_YOUR_ITEM', 'FILE_NOT_USABLE', 'TOO_MANY_FILES'],
  }),
  /** The other side, or the panel, says whether it was kept. */
  settleItem: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, no: z.number().int().min(1), kept: z.boolean() }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'NO_SUCH_ITEM', 'YOUR_OWN_ITEM'],
  }),
  /** 司法确认 needs both sides together, within thirty days (第三十三条). */
  wantConfirmation: command({
    allow: ANYONE,
    input: z.strictObject(onCase),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'TOO_LATE_TO_CONFIRM'],
  }),
  /** 回访, answered by the party itself: one of three faces (5, 3, 1), and whether the promises were kept; once a side, from the day on. */
  answerFollowUp: command({
    allow: ANYONE,
    input: z.strictObject({ ...onCase, face: z.literal(FACES), kept: z.boolean().optional(), text: zText(500).optional() }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'FOLLOW_UP_LATER', 'FOLLOW_UP_DONE'],
  }),
  /** 授权委托: lets a bound relative act for this side; `key` as in `Me.family`. Without `agent` nobody does any more. */
  appointAgent: command({
    allow: ANYONE,
    input: z.strictObject({
      id: zId,
      agent: z.strictObject({ key: zId, scope: zText(200) }).optional(),
    }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'NOT_FAMILY', 'WITH_ONESELF'],
  }),
  /** The agreement as a paper, for both sides and the panel; the address is good for ten minutes. */
  agreementPaper: command({
    allow: ANYONE,
    input: z.strictObject({ id: zId, format: z.enum(['pdf', 'docx']) }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: [...CASE_ERRORS, 'FILE_CLOSED'],
  }),
  /** 司法确认申请书, filled in for both. */
  confirmationPaper: command({
    allow: ANYONE,
    input: z.strictObject({ id: zId, format: z.enum(['pdf', 'docx']) }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: [...CASE_ERRORS, 'FILE_CLOSED', 'TOO_LATE_TO_CONFIRM'],
  }),
} as const;
