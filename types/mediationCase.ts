/**
 * 人民调解: what the register remembers of a case. No word of what people said is in here: content is sealed in `caseParts`
 * (`mediationParts.ts`), names too. The articles are those of 人民调解法 (2011), the rules 人民调解工作若干规定 (司法部令第75号).
 */
import * as z from 'zod';
import { PARTIES, zAgreementDoc, zCaseRef, zCaseSession, zItem, zPartRef, zSealed } from './mediationPieces';
import { zDay, zId, zInstant } from './schemas';

export * from './mediationPieces';

export const CASE_KINDS = ['leak', 'noise', 'parking', 'pets', 'sharedSpace', 'family', 'propertyCompany', 'other'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_STATUS = [
  'applied',
  'moreAsked',
  'inviting',
  'panelling',
  'mediating',
  'paused',
  'agreed',
  'performing',
  'declined',
  'refused',
  'failed',
  'withdrawn',
  'joined',
  'closed',
] as const;
export type CaseStatus = (typeof CASE_STATUS)[number];

/**
 * The one state table. 已申请 → (待补充) → 受理并邀请被申请人 → 确定调解员 → 调解中 (暂停) → 达成协议, 待签 → 履行 → 归档.
 * 不予受理, 被申请人不同意, 调解不成, 撤回 are ends that are archived too; 并案 goes on under the other case.
 */
export const CASE_STEPS: Record<CaseStatus, readonly CaseStatus[]> = {
  applied: ['moreAsked', 'inviting', 'declined', 'withdrawn', 'joined'],
  moreAsked: ['applied', 'declined', 'withdrawn', 'joined'],
  inviting: ['panelling', 'refused', 'withdrawn', 'declined', 'joined'],
  panelling: ['mediating', 'failed', 'withdrawn', 'declined', 'joined'],
  mediating: ['panelling', 'paused', 'agreed', 'performing', 'failed', 'withdrawn', 'declined'],
  paused: ['mediating', 'failed', 'withdrawn'],
  agreed: ['mediating', 'performing', 'failed', 'withdrawn'],
  performing: ['closed'],
  declined: ['closed'],
  refused: ['closed'],
  failed: ['closed'],
  withdrawn: ['closed'],
  joined: [],
  closed: [],
};

/** Why an application is not accepted (若干规定第二十二条, 人民调解法第十七条); each has its sentence and its other place. */
export const DECLINE_GROUNDS = [
  'courtTook',
  'policeTook',
  'organTook',
  'specialOrgan',
  'forbidden',
  'noParty',
  'notADispute',
] as const;
export type DeclineGround = (typeof DECLINE_GROUNDS)[number];

/** What a panel member is here: 人民调解员, 网格员, 法律明白人; asked in beside them: 律师, 民警, 心理咨询师, 社工 (第二十条). */
export const PANEL_PARTS = ['mediator', 'gridWorker', 'legalAware', 'lawyer', 'police', 'counsellor', 'socialWorker'] as const;
export type PanelPart = (typeof PANEL_PARTS)[number];

/** One side. A resident of the roster, an account, or (neither) an outside body or person; name and phone are sealed parts. */
export const zSide = z.object({
  residentId: zId.optional(),
  accountId: z.string().optional(),
  /** Relatives whom the party lets act, each bound and confirmed; they see what this side sees as long as the binding stands. */
  agents: z.array(z.string()).max(3),
  /** The household, for the conflict rule: `b3u2-501`. */
  home: z.string().optional(),
  unitId: zId.optional(),
  is: z.enum(['resident', 'person', 'company']),
});
export type Side = z.infer<typeof zSide>;

export const zPanelMember = z.object({
  accountId: z.string(),
  name: z.string(),
  part: z.enum(PANEL_PARTS),
  /** Leads the panel, signs the agreement. */
  leads: z.boolean(),
  since: zInstant,
});
export type PanelMember = z.infer<typeof zPanelMember>;

export const CONFIRMATION_STATUS = ['wanted', 'handedIn', 'confirmed', 'refused'] as const;

const when = zInstant.optional();

export const caseFields = {
  kind: z.enum(CASE_KINDS),
  status: z.enum(CASE_STATUS),
  source: z.enum(['self', 'family', 'walkIn', 'offer']),
  /** Where it is, as far as the register says it. */
  buildingId: zId.optional(),
  /** 申请号. Two cases may share one: it finds a case, it does not name it. */
  ref: zCaseRef,
  /** 受理登记号, given at acceptance: no gaps within a year. */
  number: z.string().optional(),
  /** The wish for an open session (第二十三条(三)); closed unless both wish it open. */
  wantsOpen: z.object({ applicant: z.boolean(), respondent: z.boolean() }),
  danger: z.boolean(),
  applicant: zSide,
  respondent: zSide,
  /** Sealed `{applicant, respondent}`: a name beside a quarrel is content. */
  names: zSealed,
  /** Every account and resident that has to do with it, for finding one's own: parties, agents, panel. */
  people: z.array(z.string()),
  panel: z.array(zPanelMember).max(6),
  /** Mediators a party did not want, or who stood back: never proposed again here. */
  ruledOut: z.array(z.object({ accountId: z.string(), by: z.enum([...PARTIES, 'self', 'office']), at: zInstant })),
  appliedAt: zInstant,
  decideBy: zInstant,
  acceptedAt: when,
  answerBy: when,
  /** One month from acceptance (若干规定第三十三条), later by pauses and by extensions of both. */
  dueAt: when,
  pausedAt: when,
  extension: z.object({ days: z.number().int(), agreed: z.array(z.enum(PARTIES)), at: zInstant }).optional(),
  extendedDays: z.number().int(),
  rights: z.object({ applicant: when, respondent: when }),
  sessions: z.array(zCaseSession).max(30),
  agreement: zAgreementDoc.optional(),
  items: z.array(zItem).max(20),
  effectiveAt: when,
  /** 司法确认: thirty days from effect (第三十三条). */
  confirmUntil: zDay.optional(),
  confirmation: z
    .object({ wantedBy: z.array(z.enum(PARTIES)), status: z.enum(CONFIRMATION_STATUS), on: zDay.optional() })
    .optional(),
  followUpOn: zDay.optional(),
  followUps: z.array(
    z.object({
      at: zInstant,
      /** `self`: a side said it on its own case page. */
      how: z.enum(['visit', 'phone', 'self']),
      satisfied: z.object({ applicant: z.number().int().optional(), respondent: z.number().int().optional() }),
    }),
  ),
  ground: z.enum(DECLINE_GROUNDS).optional(),
  endedBy: z.enum([...PARTIES, 'panel', 'office', 'system']).optional(),
  endedAt: when,
  /** The status that was archived: what became of it. */
  outcome: z.enum(CASE_STATUS).optional(),
  closedAt: when,
  closingNumber: z.string().optional(),
  retainUntil: zDay.optional(),
  joined: z.array(zId).max(10),
  joinedInto: zId.optional(),
  parts: z.array(zPartRef).max(400),
  /** The office opened the file: until when, why (sealed). */
  openings: z.array(z.object({ by: z.string(), name: z.string(), at: zInstant, until: zInstant, reason: zSealed })).max(50),
  /** Reminders that went out, by what they were about, so that none goes twice. */
  told: z.record(z.string(), zInstant),
} as const;
export const zCaseDoc = z.object(caseFields);
export type Case = z.infer<typeof zCaseDoc>;
