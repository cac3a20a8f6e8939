import type { CanteenContract } from '../../types/canteen';
import type { HandlersOf } from '../_shared/context';
import { counterHandlers } from './handlers/counter';
import { jobHandlers } from './handlers/jobs';
import { kitchenHandlers } from './handlers/kitchen';
import { menuHandlers } from './handlers/menu';
import { missedHandlers } from './handlers/missed';
import { officeHandlers } from './handlers/office';
import { orderingHandlers } from './handlers/ordering';
import { photoHandlers } from './handlers/photos';
import { settlementHandlers } from './handlers/settlement';

export const handlers: HandlersOf<CanteenContract> = {
  ...menuHandlers,
  ...orderingHandlers,
  ...counterHandlers,
  ...kitchenHandlers,
  ...photoHandlers,
  ...officeHandlers,
  ...missedHandlers,
  ...settlementHandlers,
  ...jobHandlers,
};
