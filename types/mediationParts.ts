/** What is said in a case: the content of a part by its kind. At rest it is one sealed text; `zContent` is what is inside. */
import * as z from 'zod';
import { PARTIES } from './mediationCase';
import { zDay, zId, zInstant, zText } from './schemas';

const text = { text: zText(4000) };
const zPerson = z.object({
  name: zText(40),
  phone: zText(20).optional(),
  /** `3栋2单元501` or where a company sits. */
  address: zText(80).optional(),
});
export type PersonContent = z.infer<typeof zPerson>;

/** 申请: what, where, since when, with whom, what would be fair; and the few questions of the kind. */
export const zApplicationContent = z.object({
  what: zText(2000),
  where: zText(100),
  since: zText(60),
  fair: zText(1000),
  answers: z.array(z.object({ question: z.string(), answer: zText(300) })).max(8),
});

/** One thing promised: who, what, how, until when. */
export const zPromise = z.object({
  by: z.enum(PARTIES),
  what: zText(300),
  /** 履行方式: in person, transfer, repair by a firm … */
  manner: zText(100),
  dueOn: zDay,
});
export type PromiseContent = z.infer<typeof zPromise>;

/** 调解协议书 (第二十九条): the parties, facts and what is disputed, terms, manner and time of performance. */
export const zAgreementContent = z.object({
  number: z.string(),
  applicant: zPerson,
  respondent: zPerson,
  facts: zText(3000),
  terms: z.array(zText(600)).min(1).max(20),
  promises: z.array(zPromise).max(20),
  place: zText(60),
  on: zDay,
});
export type AgreementContent = z.infer<typeof zAgreementContent>;

/** A file lies sealed in the storage under `fileId`; `bytes` as it came. */
const zFileContent = z.object({
  name: zText(60),
  mime: z.string().max(60),
  bytes: z.number().int(),
  fileId: z.string(),
  note: zText(200).optional(),
});
export type FileContent = z.infer<typeof zFileContent>;

export const PARTICIPANTS = [...PARTIES, 'panel', 'specialist', 'other'] as const;

const contents = {
  application: zApplicationContent,
  /** 当事人基本情况, of one side. */
  party: zPerson,
  /** 授权委托: who acts for the party and for what. */
  attorney: z.object({ name: zText(40), relation: zText(20), scope: zText(200) }),
  /** What the respondent is told in the invitation: neutral words of the mediator. */
  summary: z.object(text),
  moreAsked: z.object(text),
  statement: z.object(text),
  counterClaim: z.object(text),
  evidence: zFileContent,
  /** 调查笔录. */
  inquiry: z.object(text),
  note: z.object(text),
  separateTalk: z.object({ ...text, side: z.enum(PARTIES) }),
  /** 权利义务告知书: the words that were shown when a side acknowledged them. */
  rightsNotice: z.object({ ...text, side: z.enum(PARTIES), version: z.string() }),
  /** 调解记录 of one talk. */
  record: z.object({
    ...text,
    sessionNo: z.number().int(),
    at: zInstant,
    place: zText(60),
    present: z.array(z.object({ who: z.enum(PARTICIPANTS), name: zText(40) })).max(20),
  }),
  specialist: z.object({ profession: zText(20), name: zText(40) }),
  pause: z.object(text),
  agreement: zAgreementContent,
  /** PNG as base64. */
  signature: z.object({ by: z.enum([...PARTIES, 'mediator']), image: z.string(), round: z.number().int() }),
  seal: z.object({ image: z.string(), round: z.number().int() }),
  performance: z.object({ ...text, item: z.number().int(), fileIds: z.array(zId).max(6) }),
  followUp: z.object(text),
  confirmation: z.object({ ...text, court: zText(40).optional() }),
  /** Declined, refused, failed, withdrawn: why, in somebody's own words. */
  ending: z.object(text),
  /** Joined from another case: its number and what it was. */
  joined: z.object({ ...text, caseId: zId }),
} as const;
export type PartKind = keyof typeof contents;
export const PART_KINDS = Object.keys(contents) as [PartKind, ...PartKind[]];

export const contentSchemas: { readonly [K in PartKind]: (typeof contents)[K] } = contents;
export type ContentOf<K extends PartKind> = z.infer<(typeof contents)[K]>;

/** A part as it is read: its kind and what is inside. */
export const zContent = z.discriminatedUnion('kind', [
  ...(PART_KINDS.map(kind => z.object({ kind: z.literal(kind), content: contents[kind] })) as unknown as [
    ContentBranch<'application'>,
    ...ContentBranch<PartKind>[],
  ]),
]);
type ContentBranch<K extends PartKind> = K extends PartKind
  ? z.ZodObject<{ kind: z.ZodLiteral<K>; content: (typeof contents)[K] }>
  : never;
export type Content = { [K in PartKind]: { kind: K; content: ContentOf<K> } }[PartKind];

/** A sealed part at rest, `caseId:kind:…`; the label is bound to the sealed text, so neither can be exchanged. */
export const casePartFields = {
  caseId: zId,
  kind: z.enum(PART_KINDS),
  visible: z.string(),
  sealed: z.string().max(200_000),
  /** Of an evidence file: where its sealed bytes lie in the storage, so that they go with the part. */
  fileId: z.string().optional(),
  at: zInstant,
} as const;

/** Who read which kinds of parts of a case, when; the office's reason lies sealed in the case's opening. */
export const caseReadFields = {
  /** The case, or all cases of a list whose names were shown. */
  of: z.array(zId),
  at: zInstant,
  by: z.string(),
  name: z.string(),
  as: z.enum([...PARTIES, 'panel', 'office']),
  kinds: z.array(z.string()),
  what: z.enum(['view', 'list', 'file', 'agreement', 'caseFile']),
} as const;
export const zCaseRead = z.object(caseReadFields);

/** A first question without a name. `key` is the same for the same person and says nothing about who it is. */
export const firstQuestionFields = {
  key: z.string(),
  /** The account, sealed, so that an answer finds its way. */
  to: z.string(),
  at: zInstant,
  urgent: z.boolean(),
  status: z.enum(['asked', 'answered']),
  /** Sealed `{text}` each, in turn. */
  lines: z.array(z.object({ at: zInstant, from: z.enum(['asker', 'mediator']), sealed: z.string() })).max(40),
} as const;
