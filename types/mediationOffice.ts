/** Mediation, the committee office's part of the contract: the register, the mediators, the seal, figures, settings. */
import * as z from 'zod';
import { command, query } from './contract';
import { CASE_ERRORS } from './mediationApply';
import { CASE_KINDS, CASE_STATUS, PANEL_PARTS, zCaseRef } from './mediationCase';
import { MEDIATORS } from './mediationDesk';
import { mediationSettingsFields, zMediationSettings } from './mediationSettings';
import { zCaseView, zMonthSheet, zRegisterRow } from './mediationViews';
import { zDay, zDone, zId, zInstant, zMonth, zNothing, zText } from './schemas';

const OFFICE = ['office', 'admin'] as const;

/** A mediator as the register of mediators shows it. */
export const zMediatorRow = z.object({
  accountId: zId,
  name: z.string(),
  part: z.enum(PANEL_PARTS),
  skills: z.array(z.enum(CASE_KINDS)),
  absences: z.array(z.object({ from: zDay, to: zDay })),
  active: z.boolean(),
  load: z.number().int(),
  away: z.boolean(),
  /** Holds the role that the office grants. */
  granted: z.boolean(),
});

export const officeActions = {
  /** 登记簿, newest first, fifty at a time: numbers, kinds, dates, mediators; no names and no content. */
  register: query({
    allow: MEDIATORS,
    input: z.strictObject({
      status: z.enum(CASE_STATUS).optional(),
      kind: z.enum(CASE_KINDS).optional(),
      before: zInstant.optional(),
      /** 申请号: the cases that have it, whatever their status. */
      ref: zCaseRef.optional(),
    }),
    output: z.object({ now: zInstant, rows: z.array(zRegisterRow), next: zInstant.optional() }),
    errors: [],
  }),
  exportRegister: command({
    allow: OFFICE,
    input: z.strictObject({ year: z.string().regex(/^\d{4}$/) }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: ['NOTHING_TO_EXPORT'],
  }),
  /** Figures of a month; cells below the community's bound are hidden, with so many others that none can be computed. */
  month: query({ allow: OFFICE, input: z.strictObject({ month: zMonth }), output: zMonthSheet, errors: [] }),
  exportMonth: command({
    allow: OFFICE,
    input: z.strictObject({ month: zMonth }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: [],
  }),
  /** Opens a file for a while, with a reason that the panel reads. Before this the office sees the register entry alone. */
  openFile: command({
    allow: OFFICE,
    input: z.strictObject({ id: zId, reason: zText(200) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'CONFLICT'],
  }),
  /** The committee's seal image, a PNG as base64, at most 60 KB; kept sealed. */
  saveSeal: command({
    allow: OFFICE,
    input: z.strictObject({
      image: z
        .string()
        .max(82_000)
        .regex(/^[A-Za-z0-9+/]+={0,2}$/),
    }),
    output: zDone,
    errors: ['SEAL_KEY_MISSING', 'NOT_A_PNG'],
  }),
  /** The office sets the seal when all have signed; the agreement takes effect (第二十九条). */
  placeSeal: command({
    allow: OFFICE,
    input: z.strictObject({ id: zId, round: z.number().int().min(1) }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'NO_SEAL_IMAGE', 'NOT_YOUR_TURN', 'AGREEMENT_CHANGED', 'SIGNED_ALREADY', 'CONFLICT'],
  }),
  /** 归档: gives the closing number, sets the retention; nothing is added afterwards. */
  closeCase: command({
    allow: MEDIATORS,
    input: z.strictObject({ id: zId }),
    output: zCaseView,
    errors: [...CASE_ERRORS, 'FOLLOW_UP_FIRST', 'ITEMS_OPEN'],
  }),

  mediators: query({
    allow: MEDIATORS,
    input: zNothing,
    output: z.object({ today: zDay, mediators: z.array(zMediatorRow) }),
    errors: [],
  }),
  saveMediator: command({
    allow: OFFICE,
    input: z.strictObject({
      accountId: zId,
      part: z.enum(PANEL_PARTS),
      skills: z.array(z.enum(CASE_KINDS)).max(CASE_KINDS.length),
      active: z.boolean(),
    }),
    output: zDone,
    errors: ['NOT_A_MEMBER', 'NOT_A_MEDIATOR'],
  }),
  /** A mediator's own, or (office) another's. Replaces what was set from today on. */
  setAbsence: command({
    allow: MEDIATORS,
    input: z.strictObject({ accountId: zId.optional(), absences: z.array(z.strictObject({ from: zDay, to: zDay })).max(20) }),
    output: zDone,
    errors: ['NOT_A_MEDIATOR', 'NOT_YOUR_PART', 'DATES_REVERSED'],
  }),
  settings: query({
    allow: MEDIATORS,
    input: zNothing,
    output: zMediationSettings.extend({ hasSeal: z.boolean(), hasKey: z.boolean() }),
    errors: [],
  }),
  saveSettings: command({
    allow: OFFICE,
    input: z.strictObject(mediationSettingsFields),
    output: zMediationSettings,
    errors: ['DOUBLE_ROOM', 'DOUBLE_CLAUSE'],
  }),
} as const;
