import * as z from 'zod';
import { importFields } from '../../types/roster';
import { zDay, zInstant } from '../../types/schemas';
import { collection } from '../_shared/collection';

/** The directory: every domain reads it, only this one writes it. */
export { accounts, communities, residents } from '../_shared/directory';
export { wechatTokens } from '../_shared/wechat';

/** A desk browser that asks to be let in. The secret is kept as a hash; the number is what both screens show. */
export const pairings = collection('pairings', {
  scope: 'environment',
  schema: z.object({
    secretHash: z.string(),
    browser: z.string(),
    number: z.string(),
    state: z.enum(['open', 'confirmed', 'used']),
    accountId: z.string().optional(),
    expiresAt: zInstant,
  }),
  indexes: [{ fields: ['expiresAt'] }],
  retention: '三分钟有效，次日清除',
});

/** Failed tries to name an elder, `accountId:day`; at most five a day. */
export const bindingTries = collection('bindingTries', {
  schema: z.object({ accountId: z.string(), day: zDay, failed: z.number().int() }),
  indexes: [{ fields: ['day'] }],
  retention: '次日清除',
});

/** Who looked at whose record, or took the roster out of the system. Ids only. */
export const accessLog = collection('accessLog', {
  schema: z.object({
    at: zInstant,
    by: z.string(),
    what: z.enum(['resident', 'exportRoster', 'exportMine']),
    of: z.string().optional(),
  }),
  indexes: [{ fields: ['communityId', 'at'] }, { fields: ['communityId', 'of'] }],
  retention: '三年（个人信息保护法第五十六条）',
});

/** One reading of a roster and how far its application has got. */
export const imports = collection('imports', {
  schema: z.object(importFields),
  indexes: [{ fields: ['communityId', 'readAt'] }, { fields: ['status'] }],
  retention: '一年，仅保留数量与问题行',
});

/** What a roster row does to one resident: the fields as they shall stand. */
export const zPlannedRow = z.object({
  id: z.string(),
  kind: z.enum(['fresh', 'changed']),
  fields: z.record(z.string(), z.unknown()),
});
export type PlannedRow = z.infer<typeof zPlannedRow>;

/** `importId:part`: at most five hundred planned rows. */
export const importParts = collection('importParts', {
  schema: z.object({ importId: z.string(), part: z.number().int(), readAt: zInstant, rows: z.array(zPlannedRow).max(500) }),
  indexes: [{ fields: ['communityId', 'importId'] }, { fields: ['readAt'] }],
  retention: '导入完成后即删除，最长七天',
});

export { handouts } from '../_shared/handout';

/** One per community: written with every change of its administrators, so that two who withdraw each other cannot both succeed. */
export const adminLocks = collection('adminLocks', {
  scope: 'environment',
  schema: z.object({ communityId: z.string(), changedAt: zInstant }),
  retention: '社区存续期间',
});

/** `first`: exists once the environment has had its first administrator. */
export const firstAdmins = collection('firstAdmins', {
  scope: 'environment',
  schema: z.object({ communityId: z.string(), accountId: z.string(), at: zInstant }),
  retention: '环境存续期间',
});
