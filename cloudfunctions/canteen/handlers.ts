import type { CanteenContract } from '../../types/canteen';
import type { HandlersOf } from '../_shared/context';
import { cardHandlers } from './handlers/cards';
import { counterHandlers } from './handlers/counter';
import { dishHandlers } from './handlers/dishes';
import { groupHandlers } from './handlers/groups';
import { jobHandlers } from './handlers/jobs';
import { kitchenHandlers } from './handlers/kitchen';
import { menuHandlers } from './handlers/menu';
import { missedHandlers } from './handlers/missed';
import { numberHandlers } from './handlers/numbers';
import { officeHandlers } from './handlers/office';
import { orderingHandlers } from './handlers/ordering';
import { photoHandlers } from './handlers/photos';
import { ratingHandlers } from './handlers/rating';
import { sampleHandlers } from './handlers/samples';
import { stockHandlers } from './handlers/stock';

export const handlers: HandlersOf<CanteenContract> = {
  ...menuHandlers,
  ...orderingHandlers,
  ...counterHandlers,
  ...kitchenHandlers,
  ...cardHandlers,
  ...groupHandlers,
  ...sampleHandlers,
  ...stockHandlers,
  ...dishHandlers,
  ...ratingHandlers,
  ...numberHandlers,
  ...photoHandlers,
  ...officeHandlers,
  ...missedHandlers,
  ...jobHandlers,
};
