import type { MediationContract } from '../../types/mediation';
import type { HandlersOf } from '../_shared/context';
import { agreementHandlers } from './handlers/agreement';
import { applyHandlers } from './handlers/apply';
import { deskHandlers } from './handlers/desk';
import { followUpHandlers } from './handlers/followUp';
import { jobHandlers } from './handlers/jobs';
import { officeHandlers } from './handlers/office';
import { ownHandlers } from './handlers/own';
import { panelHandlers } from './handlers/panel';
import { paperHandlers } from './handlers/papers';
import { partyHandlers } from './handlers/party';
import { promiseHandlers } from './handlers/promises';
import { questionHandlers } from './handlers/questions';
import { readingHandlers } from './handlers/reading';
import { sessionHandlers } from './handlers/sessions';

export const handlers: HandlersOf<MediationContract> = {
  ...applyHandlers,
  ...questionHandlers,
  ...readingHandlers,
  ...ownHandlers,
  ...partyHandlers,
  ...deskHandlers,
  ...panelHandlers,
  ...sessionHandlers,
  ...agreementHandlers,
  ...promiseHandlers,
  ...followUpHandlers,
  ...paperHandlers,
  ...officeHandlers,
  ...jobHandlers,
};
