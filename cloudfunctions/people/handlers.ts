import type { PeopleContract } from '../../types/people';
import type { HandlersOf } from '../_shared/context';
import { admitHandlers } from './handlers/admit';
import { deskHandlers } from './handlers/desk';
import { familyHandlers } from './handlers/family';
import { firstAdminHandlers } from './handlers/firstAdmin';
import { jobHandlers } from './handlers/jobs';
import { joinHandlers } from './handlers/join';
import { meHandlers } from './handlers/me';
import { mineHandlers } from './handlers/mine';
import { residentHandlers } from './handlers/residents';
import { roleHandlers } from './handlers/roles';
import { rosterHandlers } from './handlers/roster';
import { treeHandlers } from './handlers/tree';

export const handlers: HandlersOf<PeopleContract> = {
  ...deskHandlers,
  ...meHandlers,
  ...joinHandlers,
  ...admitHandlers,
  ...familyHandlers,
  ...treeHandlers,
  ...residentHandlers,
  ...roleHandlers,
  ...rosterHandlers,
  ...mineHandlers,
  ...firstAdminHandlers,
  ...jobHandlers,
};
