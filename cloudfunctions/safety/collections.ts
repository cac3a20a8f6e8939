import * as z from 'zod';
import { zAlertDoc } from '../../types/alerts';
import { zDeviceDoc, zDoorCodeDoc, zReturnCodeDoc } from '../../types/devices';
import { zAppointmentDoc, zHealthDoc, zSlotDoc } from '../../types/health';
import { zSafetySettings } from '../../types/safetySettings';
import { zDay, zInstant } from '../../types/schemas';
import { zAbsenceDoc, zAssignmentDoc, zConsentDoc, zDutyDoc, zReachDoc, zVisitDoc, zWatchDoc } from '../../types/watch';
import { collection } from '../_shared/collection';

/** One document per community, `main`. */
export const safeties = collection('safeties', { schema: zSafetySettings, retention: '社区存续期间' });

/** `kind~subject~episode`: those who report the same moment write the same document. */
export const alerts = collection('alerts', {
  schema: zAlertDoc,
  indexes: [
    { fields: ['communityId', 'subjectId', 'episode'] },
    { fields: ['communityId', 'open', 'raisedAt'] },
    { fields: ['communityId', 'endedAt'] },
    { fields: ['communityId', 'drill', 'endedAt'] },
    { fields: ['communityId', 'raisedAt'] },
    { fields: ['nextAt'] },
  ],
  retention: '三年，供复盘；注销后隐去姓名',
});

/** The id is the elder's. */
export const watches = collection('watches', {
  schema: zWatchDoc,
  indexes: [{ fields: ['dueAt'] }, { fields: ['communityId', 'phase'] }],
  retention: '停止守护后即删除',
});

/** `elder~first day` */
export const absences = collection('absences', {
  schema: zAbsenceDoc,
  indexes: [{ fields: ['communityId', 'elderId', 'to'] }, { fields: ['communityId', 'to'] }],
  retention: '一年',
});

/** The id is the elder's. */
export const assignments = collection('assignments', {
  schema: zAssignmentDoc,
  indexes: [{ fields: ['communityId', 'active', 'keeper'] }],
  retention: '包保关系存续期间',
});

export const visits = collection('visits', {
  schema: zVisitDoc,
  indexes: [{ fields: ['communityId', 'elderId', 'at'] }],
  retention: '三年',
});

/** The id is the day. */
export const duties = collection('duties', {
  schema: zDutyDoc,
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '一年',
});

/** `day`: the office was told that shifts of that day are empty; the outbox carries the words. */
export const dutyChecks = collection('dutyChecks', {
  schema: z.object({ day: zDay, empty: z.number().int() }),
  indexes: [{ fields: ['communityId', 'day'] }],
  retention: '三个月',
});

/** The id is the account. */
export const reaches = collection('reaches', {
  schema: zReachDoc,
  indexes: [{ fields: ['communityId', 'testMonth'] }],
  retention: '注销后即删除',
});

/** `community~month`: how far the test of the month has got. */
export const pathRounds = collection('pathRounds', {
  schema: z.object({ month: z.string(), after: z.string(), done: z.boolean() }),
  retention: '三个月',
});

/** The id is the elder's. */
export const consents = collection('elderConsents', { schema: zConsentDoc, retention: '注销后即删除' });

export const devices = collection('devices', {
  schema: zDeviceDoc,
  indexes: [{ fields: ['silentAt'] }, { fields: ['communityId', 'elderId'] }, { fields: ['communityId', 'active'] }],
  retention: '停用后保留一年',
});

/** The id is the device's. Only the hook reads it; no query returns it. */
export const deviceSecrets = collection('deviceSecrets', {
  schema: z.object({ secret: z.string(), madeAt: zInstant }),
  retention: '设备停用后即删除',
});

/** The id is the token; whoever scans it belongs to no community yet. */
export const returnCodes = collection('returnCodes', {
  scope: 'environment',
  schema: zReturnCodeDoc,
  indexes: [{ fields: ['communityId', 'elderId'] }],
  retention: '停用后保留一年',
});

/** The id is the token at the door. */
export const doorCodes = collection('doorCodes', {
  schema: zDoorCodeDoc,
  indexes: [{ fields: ['communityId', 'unitId', 'active'] }, { fields: ['communityId', 'number', 'active'] }],
  retention: '停用后保留一年',
});

/** The id is the elder's. Restricted and sealed: every read is logged. */
export const healthFiles = collection('healthFiles', { schema: zHealthDoc, retention: '居民迁出、离世或注销后即删除' });

export const slots = collection('checkUpSlots', {
  schema: zSlotDoc,
  indexes: [{ fields: ['communityId', 'year', 'day'] }],
  retention: '三年',
});

/** `year~elder` */
export const appointments = collection('checkUps', {
  schema: zAppointmentDoc,
  indexes: [
    { fields: ['communityId', 'year', 'elderId'] },
    { fields: ['communityId', 'year', 'status', 'elderId'] },
    { fields: ['communityId', 'transport', 'day'] },
  ],
  retention: '三年',
});

/** Who read a health file or an emergency card. Ids only. */
export const healthReads = collection('healthReads', {
  schema: z.object({
    at: zInstant,
    by: z.string(),
    byName: z.string(),
    elderId: z.string(),
    what: z.enum(['healthFile', 'emergencyCard']),
    alertId: z.string().optional(),
  }),
  indexes: [{ fields: ['communityId', 'elderId', 'at'] }],
  retention: '三年（个人信息保护法第五十六条）',
});

export { handouts } from '../_shared/handout';
export { places } from '../_shared/places';
export { tries } from '../_shared/tries';
