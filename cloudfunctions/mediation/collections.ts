import * as z from 'zod';
import {
  caseFields,
  casePartFields,
  caseReadFields,
  firstQuestionFields,
  mediationSettingsFields,
  mediatorFields,
  offerFields,
} from '../../types/mediation';
import { zInstant } from '../../types/schemas';
import { collection } from '../_shared/collection';

/** `main`; the seal image lies beside the settings, sealed. */
export const committees = collection('committees', {
  schema: z.object({ ...mediationSettingsFields, seal: z.string().max(200_000).optional() }),
  retention: '调委会存续期间',
});

/** The register: no names, no content. */
export const cases = collection('cases', {
  schema: z.object(caseFields),
  indexes: [
    { fields: ['communityId', 'people'] },
    { fields: ['communityId', 'status', 'appliedAt'] },
    { fields: ['communityId', 'appliedAt'] },
    { fields: ['communityId', 'ref'] },
    { fields: ['status', 'retainUntil'] },
  ],
  retention: '结案后按社区设定的年限（卷宗保管期限），到期销毁',
});

/** `caseId:kind:…`: one sealed part of a case. */
export const caseParts = collection('caseParts', {
  schema: z.object(casePartFields),
  indexes: [{ fields: ['communityId', 'caseId', 'kind'] }],
  retention: '随卷宗',
});

export const caseReads = collection('caseReads', {
  schema: z.object(caseReadFields),
  indexes: [{ fields: ['communityId', 'of', 'at'] }],
  retention: '随卷宗（个人信息保护法第五十六条）',
});

/** Numbers of a year, `series:year`: which case has which. A number once given stays with its case. */
export const caseNumbers = collection('caseNumbers', {
  schema: z.object({ last: z.number().int(), given: z.record(z.string(), z.number().int()) }),
  retention: '调委会存续期间',
});

/** By account: an unfinished application, sealed. */
export const caseDrafts = collection('caseDrafts', {
  schema: z.object({ sealed: z.string().max(100_000), at: zInstant }),
  indexes: [{ fields: ['at'] }],
  retention: '三十天；交上去或者清掉就没有了',
});

/** By account. */
export const mediators = collection('mediators', { schema: z.object(mediatorFields), retention: '任职期间' });

export const firstQuestions = collection('firstQuestions', {
  schema: z.object(firstQuestionFields),
  indexes: [{ fields: ['communityId', 'key'] }, { fields: ['communityId', 'status', 'at'] }, { fields: ['at'] }],
  retention: '一年',
});

/** `kind:residents…`: an offer of mediation to homes that asked again and again. */
export const mediationOffers = collection('mediationOffers', {
  schema: z.object(offerFields),
  indexes: [{ fields: ['communityId', 'residentIds', 'status'] }, { fields: ['at'] }],
  retention: '三个月',
});

/** Files on their way in (plain until they are handed in, a day at most) and unsealed copies on their way out (ten minutes). */
export const caseFiles = collection('caseFiles', {
  schema: z.object({ fileId: z.string(), by: z.string(), at: zInstant, way: z.enum(['in', 'out']), mime: z.string() }),
  indexes: [{ fields: ['way', 'at'] }],
  retention: '一天',
});

export { handouts } from '../_shared/handout';
export { places } from '../_shared/places';
