import type { SafetyContract } from '../../types/safety';
import type { HandlersOf } from '../_shared/context';
import { absenceHandlers } from './handlers/absences';
import { alertHandlers } from './handlers/alerts';
import { checkUpYearHandlers } from './handlers/checkUpYear';
import { checkUpHandlers } from './handlers/checkups';
import { codeHandlers } from './handlers/codes';
import { deskHandlers } from './handlers/desk';
import { device } from './handlers/device';
import { deviceHandlers } from './handlers/devices';
import { doorHandlers } from './handlers/doors';
import { dutyHandlers } from './handlers/duty';
import { elderLadderHandlers } from './handlers/elderLadders';
import { familyHandlers } from './handlers/family';
import { foundHandlers } from './handlers/found';
import { healthHandlers } from './handlers/health';
import { hearHandlers } from './handlers/hear';
import { keeperHandlers } from './handlers/keepers';
import { ladderHandlers } from './handlers/ladders';
import { pathHandlers } from './handlers/path';
import { routineHandlers } from './handlers/routine';
import { slotHandlers } from './handlers/slots';
import { sourceHandlers } from './handlers/sources';
import { sweepHandlers } from './handlers/sweeps';
import { transportHandlers } from './handlers/transports';
import { visitHandlers } from './handlers/visits';
import { watchHandlers } from './handlers/watches';

export const handlers: HandlersOf<SafetyContract> = {
  ...sourceHandlers,
  ...alertHandlers,
  ...familyHandlers,
  ...absenceHandlers,
  ...pathHandlers,
  ...codeHandlers,
  ...foundHandlers,
  ...keeperHandlers,
  ...visitHandlers,
  ...doorHandlers,
  ...watchHandlers,
  ...deviceHandlers,
  ...dutyHandlers,
  ...deskHandlers,
  ...healthHandlers,
  ...checkUpHandlers,
  ...checkUpYearHandlers,
  ...slotHandlers,
  ...transportHandlers,
  ...elderLadderHandlers,
  ...ladderHandlers,
  ...sweepHandlers,
  ...routineHandlers,
  ...hearHandlers,
  device,
};
