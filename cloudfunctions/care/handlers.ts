import type { CareContract } from '../../types/care';
import type { HandlersOf } from '../_shared/context';
import { adultHandlers } from './handlers/adults';
import { boardHandlers } from './handlers/board';
import { childrenHandlers } from './handlers/children';
import { consentHandlers } from './handlers/consents';
import { custodyHandlers } from './handlers/custody';
import { doingHandlers } from './handlers/doing';
import { exportHandlers } from './handlers/exports';
import { feeHandlers } from './handlers/fees';
import { guardianHandlers } from './handlers/guardians';
import { jobHandlers } from './handlers/jobs';
import { leaveHandlers } from './handlers/leave';
import { mineHandlers } from './handlers/mine';
import { officeHandlers } from './handlers/office';
import { pickupHandlers } from './handlers/pickup';
import { rollHandlers } from './handlers/roll';
import { settingsHandlers } from './handlers/settings';
import { sheetHandlers } from './handlers/sheets';
import { showingHandlers } from './handlers/showing';
import { signUpHandlers } from './handlers/signup';
import { termHandlers } from './handlers/terms';

export const handlers: HandlersOf<CareContract> = {
  ...mineHandlers,
  ...childrenHandlers,
  ...consentHandlers,
  ...guardianHandlers,
  ...adultHandlers,
  ...showingHandlers,
  ...signUpHandlers,
  ...leaveHandlers,
  ...rollHandlers,
  ...boardHandlers,
  ...doingHandlers,
  ...pickupHandlers,
  ...termHandlers,
  ...officeHandlers,
  ...custodyHandlers,
  ...feeHandlers,
  ...sheetHandlers,
  ...exportHandlers,
  ...settingsHandlers,
  ...jobHandlers,
};
