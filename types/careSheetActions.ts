/** Care 托管 in Excel: sign-ups come in (dry run first), members and the month's attendance go out. Part of `care.ts`. */
import * as z from 'zod';
import { CARE } from './careTodayActions';
import { command, query } from './contract';
import { zDone, zId, zInstant, zMonth, zNothing } from './schemas';

/** The columns of the template, in order. `needed`: the file is refused without it. */
export const CARE_COLUMNS = [
  { key: 'name', header: '姓名', needed: true },
  { key: 'birthDate', header: '出生日期', needed: true },
  { key: 'school', header: '学校', needed: true },
  { key: 'schoolClass', header: '年级班级', needed: true },
  { key: 'className', header: '班次', needed: true },
  { key: 'guardianName', header: '监护人', needed: true },
  { key: 'relation', header: '关系', needed: true },
  { key: 'phone', header: '监护人手机', needed: true },
  { key: 'consent', header: '已签纸质同意书', needed: true },
  { key: 'allergens', header: '过敏', needed: false },
] as const;
export type CareColumn = (typeof CARE_COLUMNS)[number]['key'];
/** More rows than a term has children. */
export const CARE_SHEET = { rows: 500, problems: 200 } as const;

export const zCareProblem = z.object({
  /** As Excel counts: the header is row 1. */
  row: z.number().int(),
  column: z.string(),
  level: z.enum(['error', 'warning']),
  /** A whole sentence in plain Chinese. */
  text: z.string(),
});
export type CareProblem = z.infer<typeof zCareProblem>;

export const CARE_IMPORT_STATUS = ['read', 'applying', 'done'] as const;
/** Counts are rows: `placed` got a place, `waiting` the waitlist (or the draw), `known` were signed up already, `refused` with a problem. */
export const zCareImport = z.object({
  id: zId,
  status: z.enum(CARE_IMPORT_STATUS),
  byName: z.string(),
  readAt: zInstant,
  finishedAt: zInstant.optional(),
  rows: z.number().int(),
  good: z.number().int(),
  applied: z.number().int(),
  placed: z.number().int(),
  waiting: z.number().int(),
  known: z.number().int(),
  refused: z.number().int(),
  problems: z.array(zCareProblem),
});
export type CareImportView = z.infer<typeof zCareImport>;

const OFFICE = ['office', 'admin'] as const;
const zFile = z.object({ url: z.string(), name: z.string() });
const zOne = z.strictObject({ id: zId });

export const sheetActions = {
  /** An empty workbook with the right headers and an example row. */
  importTemplate: command({ allow: OFFICE, input: zNothing, output: zFile, errors: [] }),
  importTicket: command({
    allow: OFFICE,
    input: zNothing,
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: [],
  }),
  /** The dry run: reads the file, says what is wrong row by row, changes nothing. */
  readImport: command({
    allow: OFFICE,
    input: z.strictObject({ fileId: z.string().max(300) }),
    output: zCareImport,
    errors: ['FILE_TOO_LARGE', 'NOT_A_WORKBOOK', 'WRONG_HEADERS', 'MERGED_CELLS', 'NOTHING_TO_IMPORT', 'SEAL_KEY_MISSING'],
  }),
  /** Signs the good rows up, twenty a call; the page calls again until `done`, the timer goes on when it is closed. */
  applyImport: command({ allow: OFFICE, input: zOne, output: zCareImport, errors: [] }),
  importStatus: query({
    allow: OFFICE,
    input: z.strictObject({ id: zId.optional() }),
    output: z.object({ import: zCareImport.optional() }),
    errors: [],
  }),
  dropImport: command({ allow: OFFICE, input: zOne, output: zDone, errors: ['IMPORT_RUNNING'] }),
  /** Members, waitlist and fees of one class; logged. */
  exportEnrolments: command({ allow: CARE, input: z.strictObject({ classId: zId }), output: zFile, errors: ['NOTHING_IN_LIST'] }),
  /** The month's attendance of one class: a row a child, a column a day. */
  exportMonth: command({
    allow: CARE,
    input: z.strictObject({ classId: zId, month: zMonth }),
    output: zFile,
    errors: ['NOTHING_IN_LIST'],
  }),
} as const;
