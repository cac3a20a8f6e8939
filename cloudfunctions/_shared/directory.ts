/** The directory: who is who. Every domain may read these collections; only `people` writes them. */
import { zAccount, zCommunity, zResident } from '../../types/directory';
import { collection } from './collection';

export const communities = collection('communities', {
  scope: 'environment',
  schema: zCommunity,
  retention: '社区存续期间',
});

export const accounts = collection('accounts', {
  scope: 'environment',
  schema: zAccount,
  indexes: [{ fields: ['communityId', 'status'] }, { fields: ['communityId', 'grants.role'] }],
  retention: '注销后即删除个人信息',
});

export const residents = collection('residents', {
  schema: zResident,
  indexes: [
    { fields: ['communityId', 'phone'] },
    { fields: ['communityId', 'name'] },
    { fields: ['communityId', 'pinyin'] },
    { fields: ['communityId', 'cardNo'] },
    { fields: ['communityId', 'address.buildingId', 'address.unitId', 'address.room'] },
    { fields: ['family.accountId'] },
    { fields: ['communityId', 'family.status'] },
  ],
  retention: '迁出后保留一年，注销后即删除个人信息',
});
