import * as z from 'zod';
import {
  attendanceFields,
  CARE_IMPORT_STATUS,
  careReadFields,
  careSettingsFields,
  childFields,
  classFields,
  drawFields,
  enrolmentFields,
  healthFields,
  incidentFields,
  mealCountFields,
  sessionFields,
  termFields,
  zCareProblem,
} from '../../types/care';
import { ALLERGENS } from '../../types/directory';
import { zDay, zId, zInstant } from '../../types/schemas';
import { collection } from '../_shared/collection';

/** One document per community, `main`. */
export const careSettings = collection('careSettings', { schema: z.object(careSettingsFields), retention: '托管存续期间' });

export const careTerms = collection('careTerms', {
  schema: z.object(termFields),
  indexes: [{ fields: ['communityId', 'last'] }],
  retention: '三年，供核对',
});

export const careClasses = collection('careClasses', {
  schema: z.object(classFields),
  indexes: [{ fields: ['communityId', 'status'] }, { fields: ['communityId', 'termId'] }, { fields: ['status'] }],
  retention: '三年，供核对',
});

/** The child and whoever decides about it. Who may collect it stands here, so that one document answers. */
export const careChildren = collection('careChildren', {
  schema: z.object(childFields),
  indexes: [
    { fields: ['communityId', 'guardianAccounts'] },
    { fields: ['communityId', 'adultAccounts'] },
    { fields: ['communityId', 'invitedPhones'] },
    { fields: ['communityId', 'pinyin'] },
    { fields: ['communityId', 'name'] },
    { fields: ['communityId', 'careUntil'] },
    { fields: ['communityId', 'residentId'] },
    { fields: ['communityId', 'guardians.residentId'] },
  ],
  retention: '孩子退出托管后一年；监护人要求删除时立即隐去',
});

/** By the child's id; sealed. */
export const careHealth = collection('careHealth', {
  schema: z.object(healthFields),
  retention: '健康信息的同意撤回或到期后立即删除',
});

/** `classId:childId`. */
export const careEnrolments = collection('careEnrolments', {
  schema: z.object(enrolmentFields),
  indexes: [
    { fields: ['communityId', 'classId', 'status', 'arrival'] },
    { fields: ['communityId', 'classId', 'to'] },
    { fields: ['communityId', 'classId', 'entry'] },
    { fields: ['communityId', 'childId'] },
    { fields: ['communityId', 'watchers'] },
  ],
  retention: '三年，供收费核对；孩子的信息删除后隐去姓名',
});

/** By the class's id: the published draw. */
export const careDraws = collection('careDraws', {
  schema: z.object(drawFields),
  indexes: [{ fields: ['communityId', 'drawnAt'] }],
  retention: '三年，供核对',
});

/** `day:classId:childId`: everything of one child's day, and who collected it. */
export const careAttendances = collection('careAttendances', {
  schema: z.object(attendanceFields),
  indexes: [
    { fields: ['communityId', 'day', 'classId'] },
    { fields: ['communityId', 'day', 'status'] },
    { fields: ['communityId', 'childId', 'day'] },
    { fields: ['communityId', 'classId', 'day'] },
    { fields: ['status', 'day'] },
    { fields: ['communityId', 'temporaries.accountId', 'day'] },
  ],
  retention: '三年，供核对；照片到期删除',
});

/** `day:classId`. */
export const careSessions = collection('careSessions', {
  schema: z.object(sessionFields),
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '三年',
});

export const careIncidents = collection('careIncidents', {
  schema: z.object(incidentFields),
  indexes: [{ fields: ['communityId', 'childId', 'day'] }, { fields: ['communityId', 'attendanceId'] }],
  retention: '三年',
});

/** Who read about a child; nothing of what was read. */
export const careReads = collection('careReads', {
  schema: z.object(careReadFields),
  indexes: [{ fields: ['communityId', 'childId', 'at'] }],
  retention: '三年',
});

/** `day:classId`: the count the kitchen knows. */
export const careMealCounts = collection('careMealCounts', {
  schema: z.object(mealCountFields),
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '一年',
});

/** One row of an uploaded list, ready to be signed up. */
export const zImportRow = z.object({
  row: z.number().int(),
  childId: zId,
  classId: zId,
  name: z.string(),
  birthDate: zDay,
  school: z.string(),
  schoolClass: z.string(),
  guardian: z.object({ name: z.string(), relation: z.string(), phone: z.string() }),
  allergens: z.array(z.enum(ALLERGENS)),
});
export type ImportRow = z.infer<typeof zImportRow>;

export const careImports = collection('careImports', {
  schema: z.object({
    status: z.enum(CARE_IMPORT_STATUS),
    by: z.string(),
    byName: z.string(),
    readAt: zInstant,
    finishedAt: zInstant.optional(),
    rows: z.number().int(),
    /** The good rows, sealed: names and numbers of children do not lie about. Emptied when done. */
    sealedRows: z.string(),
    good: z.number().int(),
    applied: z.number().int(),
    placed: z.number().int(),
    waiting: z.number().int(),
    known: z.number().int(),
    refused: z.number().int(),
    problems: z.array(zCareProblem),
    leasedUntil: zInstant,
  }),
  indexes: [{ fields: ['communityId', 'readAt'] }, { fields: ['status', 'readAt'] }],
  retention: '三个月',
});

export { handouts } from '../_shared/handout';
export { places } from '../_shared/places';
