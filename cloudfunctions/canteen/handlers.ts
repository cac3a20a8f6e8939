import type { CanteenContract } from '../../types/canteen';
import type { HandlersOf } from '../_shared/context';
import { carryingHandlers } from './handlers/carrying';
import { changingHandlers } from './handlers/changing';
import { counterHandlers } from './handlers/counter';
import { jobHandlers } from './handlers/jobs';
import { kitchenHandlers } from './handlers/kitchen';
import { makeStandingHandlers } from './handlers/makeStanding';
import { menuHandlers } from './handlers/menu';
import { missedHandlers } from './handlers/missed';
import { officeHandlers } from './handlers/office';
import { orderingHandlers } from './handlers/ordering';
import { photoHandlers } from './handlers/photos';
import { recipientHandlers } from './handlers/recipients';
import { roundHandlers } from './handlers/rounds';
import { standingHandlers } from './handlers/standing';

export const handlers: HandlersOf<CanteenContract> = {
  ...menuHandlers,
  ...orderingHandlers,
  ...counterHandlers,
  ...kitchenHandlers,
  ...photoHandlers,
  ...officeHandlers,
  ...missedHandlers,
  ...changingHandlers,
  ...standingHandlers,
  ...makeStandingHandlers,
  ...recipientHandlers,
  ...roundHandlers,
  ...carryingHandlers,
  ...jobHandlers,
};
