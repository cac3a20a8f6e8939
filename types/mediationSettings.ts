/** What a community sets for its mediation, the mediators' register, and what the guide offers. Deadlines are settings; the law's are named. */
import * as z from 'zod';
import { CASE_KINDS, PANEL_PARTS } from './mediationCase';
import { zDay, zId, zInstant, zText } from './schemas';

/** 司法确认: within thirty days from effect; the law's own number (第三十三条). */
export const CONFIRMATION_DAYS = 30;

const days = z.number().int().min(1).max(120);

/** A clause of the standard agreement that a mediator may take over; `any`: for every kind of dispute. */
export const zClause = z.object({ id: zId, kind: z.enum([...CASE_KINDS, 'any']), name: zText(20), text: zText(600) });
export type Clause = z.infer<typeof zClause>;

export const mediationSettingsFields = {
  /** 幸福里社区人民调解委员会: on every paper. */
  committee: zText(40),
  /** The short word in document numbers: 幸福里. */
  shortName: zText(12),
  /** The court for judicial confirmation and for suits. */
  court: zText(40),
  /** Days to decide on an application. */
  acceptDays: days,
  /** Days the respondent has to answer. */
  answerDays: days,
  /** Days to settle, from acceptance: one month. */
  clockDays: days,
  /** Days that one extension may add at most. */
  extensionDays: days,
  /** The mediator and the office hear this many days before a clock ends. */
  remindDays: z.number().int().min(1).max(30),
  /** Follow-up 回访, days after effect. */
  followUpDays: days,
  /** Mediators each side may refuse. */
  refusals: z.number().int().min(0).max(5),
  /** Open cases a mediator carries at most before others come first. */
  fullLoad: z.number().int().min(1).max(50),
  /** Minutes for which an opened file stays open to the office. */
  openMinutes: z.number().int().min(5).max(240),
  /** Years a file is kept after it is closed. */
  retainYears: z.number().int().min(1).max(100),
  /** Statistics: cells below this are hidden. */
  smallCell: z.number().int().min(2).max(20),
  rooms: z.array(z.object({ id: zId, name: zText(20) })).max(10),
  /** Offered while an agreement is written. */
  clauses: z.array(zClause).max(60),
} as const;
export const zMediationSettings = z.object(mediationSettingsFields);
export type MediationSettings = z.infer<typeof zMediationSettings>;

/** A mediator's page in the register, by account. */
export const mediatorFields = {
  name: zText(20),
  part: z.enum(PANEL_PARTS),
  skills: z.array(z.enum(CASE_KINDS)),
  /** Away, first and last day. */
  absences: z.array(z.object({ from: zDay, to: zDay })).max(20),
  /** Takes cases now. */
  active: z.boolean(),
  residentId: zId.optional(),
} as const;
export const zMediatorDoc = z.object(mediatorFields);
export type Mediator = z.infer<typeof zMediatorDoc>;

/** An offer of mediation to homes that asked about the same leak or noise again and again. */
export const offerFields = {
  kind: z.enum(['leak', 'noise']),
  residentIds: z.array(zId).min(2).max(6),
  at: zInstant,
  status: z.enum(['open', 'taken']),
} as const;

/** A number to call at once: 110, 120, 12338 … */
export const zHelp = z.object({ text: z.string(), lines: z.array(z.object({ name: z.string(), phone: z.string() })) });
export type Help = z.infer<typeof zHelp>;

/** A way on when mediation ends: what it is, where, what it costs in time. */
export const zRoute = z.object({ name: z.string(), text: z.string() });
export type Route = z.infer<typeof zRoute>;

const zQuestion = z.object({
  id: zId,
  text: z.string(),
  example: z.string().optional(),
  choices: z.array(z.string()).optional(),
});
export const zGuide = z.object({
  committee: z.string(),
  court: z.string(),
  answerDays: z.number().int(),
  clockDays: z.number().int(),
  /** Days that one extension may add at most. */
  extensionDays: z.number().int(),
  /** Speech can be turned into words here (`hearVoice`). */
  hears: z.boolean(),
  kinds: z.array(z.object({ kind: z.enum(CASE_KINDS), name: z.string(), about: z.string(), questions: z.array(zQuestion) })),
  /** Free, voluntary, confidential: what a person should know before asking. */
  promises: z.array(z.string()),
  rights: z.object({ version: z.string(), title: z.string(), rights: z.array(z.string()), duties: z.array(z.string()) }),
  help: zHelp,
  /** When one of these stands in a text, the help is shown at once. */
  dangerWords: z.array(z.string()),
  /** Bytes of one file, and how many a side may bring. */
  fileBytes: z.number().int(),
  filesMost: z.number().int(),
});
export type Guide = z.infer<typeof zGuide>;
