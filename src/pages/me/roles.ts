/** What a person is here, in their own words. */
import type { Role } from '../../../types/contract';

const ROLE_TEXT: Record<Role, string> = {
  resident: '居民',
  family: '家属',
  gridWorker: '网格员',
  gridLead: '网格长',
  buildingLead: '楼栋长',
  unitLead: '单元长',
  canteen: '食堂人员',
  care: '托管老师',
  mediator: '调解员',
  office: '社区办公室',
  admin: '管理员',
};

export const rolesText = (roles: readonly Role[]): string => roles.map(role => ROLE_TEXT[role]).join('、');
