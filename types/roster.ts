/** The roster 居民名单 as a workbook: read (a dry run), applied in steps, written out again. Part of the `people` contract. */
import * as z from 'zod';
import { command, query } from './contract';
import { zDone, zId, zInstant, zNothing } from './schemas';

/** The columns of the template, in order. `needed`: the file is refused without it. */
export const ROSTER_COLUMNS = [
  { key: 'name', header: '姓名', needed: true },
  { key: 'birthDate', header: '出生日期', needed: true },
  { key: 'phone', header: '手机号', needed: false },
  { key: 'grid', header: '网格', needed: true },
  { key: 'building', header: '楼栋', needed: true },
  { key: 'unit', header: '单元', needed: true },
  { key: 'room', header: '房号', needed: true },
  { key: 'livesAlone', header: '独居', needed: false },
  { key: 'disabled', header: '失能', needed: false },
  { key: 'lowIncome', header: '低保', needed: false },
  { key: 'registeredHere', header: '户籍', needed: false },
  { key: 'cardNo', header: '卡号', needed: false },
  { key: 'allergens', header: '过敏', needed: false },
  { key: 'diets', header: '忌口', needed: false },
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number]['key'];

/** 10 MB, and more rows than any community has. */
export const ROSTER_LIMITS = { bytes: 10 * 1024 * 1024, rows: 30_000, problems: 200 } as const;

/** Something to say about one row. An `error` leaves the row out; a `warning` only tells. */
export const zRosterProblem = z.object({
  /** As Excel counts: the header is row 1. */
  row: z.number().int(),
  column: z.string(),
  level: z.enum(['error', 'warning']),
  /** A whole sentence in plain Chinese. */
  text: z.string(),
});
export type RosterProblem = z.infer<typeof zRosterProblem>;

export const IMPORT_STATUS = ['read', 'applying', 'done'] as const;
export type ImportStatus = (typeof IMPORT_STATUS)[number];
export const IMPORT_STEPS: Record<ImportStatus, readonly ImportStatus[]> = { read: ['applying'], applying: ['done'], done: [] };

export const importFields = {
  fileId: z.string(),
  status: z.enum(IMPORT_STATUS),
  by: z.string(),
  byName: z.string(),
  readAt: zInstant,
  finishedAt: zInstant.optional(),
  /** Rows of the file that are not blank. */
  rows: z.number().int(),
  /** `missing`: living residents that the file does not name; they stay as they are. */
  counts: z.object({
    fresh: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    leftOut: z.number().int(),
    warnings: z.number().int(),
    missing: z.number().int(),
  }),
  /** The first two hundred. */
  problems: z.array(zRosterProblem),
  /** Units that the file names and the tree has not. */
  newPlaces: z.array(z.object({ grid: z.string(), building: z.string(), unit: z.string() })),
  createPlaces: z.boolean(),
  /** Version of the community's tree that the reading was made against. */
  treeVersion: z.number().int(),
  parts: z.number().int(),
  partsDone: z.number().int(),
  /** Rows written so far. */
  applied: z.number().int(),
  leasedUntil: zInstant,
} as const;
export const zImportDoc = z.object(importFields);
export type ImportDoc = z.infer<typeof zImportDoc>;

export const zImport = zImportDoc
  .omit({ fileId: true, by: true, treeVersion: true, parts: true, partsDone: true, leasedUntil: true })
  .extend({
    id: zId,
    /** Rows to write in all. */
    toApply: z.number().int(),
  });
export type ImportView = z.infer<typeof zImport>;

const OFFICE = ['office', 'admin'] as const;
const zWhichImport = z.strictObject({ id: zId });
const zFile = z.object({ url: z.string(), name: z.string() });

export const rosterActions = {
  /** An empty workbook with the right headers and two example rows. */
  rosterTemplate: command({ allow: OFFICE, input: zNothing, output: zFile, errors: [] }),
  /** Where to upload one roster (multipart POST of `fields` and then `file`), and its id afterwards. */
  openUpload: command({
    allow: OFFICE,
    input: zNothing,
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: [],
  }),
  /** The dry run: reads the file, says what would happen row by row, and changes nothing. `createPlaces`: build the tree from the file. */
  readRoster: command({
    allow: OFFICE,
    input: z.strictObject({ fileId: z.string().max(300), createPlaces: z.boolean() }),
    output: zImport,
    errors: ['FILE_TOO_LARGE', 'NOT_A_WORKBOOK', 'WRONG_HEADERS', 'MERGED_CELLS', 'NOTHING_TO_IMPORT'],
  }),
  /** From here on rows are written, step by step, by the timer and by `continueImport`. */
  applyRoster: command({
    allow: OFFICE,
    input: zWhichImport,
    output: zImport,
    errors: ['IMPORT_OUT_OF_DATE', 'NOTHING_TO_IMPORT'],
  }),
  /** One step of at most five hundred rows; the page calls it while it is open. */
  continueImport: command({ allow: OFFICE, input: zWhichImport, output: zImport, errors: [] }),
  /** One import, or the newest. */
  importStatus: query({
    allow: OFFICE,
    input: z.strictObject({ id: zId.optional() }),
    output: z.object({ import: zImport.optional() }),
    errors: [],
  }),
  /** Throws a reading away that was not applied. */
  dropImport: command({ allow: OFFICE, input: zWhichImport, output: zDone, errors: [] }),
  /** All living residents as a workbook in the form of the template; the export is logged. */
  exportRoster: command({ allow: OFFICE, input: zNothing, output: zFile, errors: ['NO_RESIDENTS'] }),
} as const;
