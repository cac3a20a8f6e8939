/** Saved groups and lists from Excel. Part of the `notices` contract. */
import * as z from 'zod';
import { zGroupDoc, zGroupIn } from './audience';
import { command, query, STAFF } from './contract';
import { zDone, zId, zNothing, zText, zVerdict } from './schemas';

export const zGroup = zGroupDoc
  .omit({ edition: true, revision: true, by: true, gone: true })
  .extend({ id: zId, may: z.object({ change: zVerdict }) });
export type GroupView = z.infer<typeof zGroup>;

export const groupActions = {
  /** All groups an audience can name: saved ones, lists, care classes, volunteers' teams. */
  groups: query({ allow: STAFF, input: zNothing, output: z.object({ groups: z.array(zGroup) }), errors: [] }),
  /** Names an expression, to use it again. */
  saveGroup: command({
    allow: STAFF,
    input: zGroupIn,
    output: zGroup,
    errors: ['NOT_YOURS_TO_SEND', 'GROUP_KEPT_ELSEWHERE', 'UNKNOWN_GROUP'],
  }),
  dropGroup: command({
    allow: STAFF,
    input: z.strictObject({ id: zId }),
    output: zDone,
    errors: ['NOT_YOURS_TO_SEND', 'GROUP_KEPT_ELSEWHERE', 'UNKNOWN_GROUP'],
  }),
  /** An empty workbook with the headings 姓名, 手机号, 卡号, 住址. */
  listTemplate: command({ allow: STAFF, input: zNothing, output: z.object({ url: z.string(), name: z.string() }), errors: [] }),
  /** Where to upload one list (multipart POST of `fields` and then `file`), and its id afterwards; as `people.openUpload`. */
  listTicket: command({
    allow: STAFF,
    input: zNothing,
    output: z.object({ fileId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) }),
    errors: ['NOT_YOURS_TO_SEND'],
  }),
  /** Finds the rows among the residents and keeps who was found as a group; the reply's `reading` says what was wrong, row by row. */
  readList: command({
    allow: STAFF,
    input: z.strictObject({ fileId: z.string().max(300), name: zText(20) }),
    output: zGroup,
    errors: ['NOT_YOURS_TO_SEND', 'FILE_TOO_LARGE', 'NOT_A_WORKBOOK', 'MERGED_CELLS', 'WRONG_HEADERS', 'NOBODY_FOUND'],
  }),
} as const;
