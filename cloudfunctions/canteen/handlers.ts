import type { CanteenContract } from '../../types/canteen';
import type { HandlersOf } from '../_shared/context';
import { cardHandlers } from './handlers/cards';
import { carryingHandlers } from './handlers/carrying';
import { changingHandlers } from './handlers/changing';
import { counterHandlers } from './handlers/counter';
import { dishHandlers } from './handlers/dishes';
import { groupHandlers } from './handlers/groups';
import { jobHandlers } from './handlers/jobs';
import { kitchenHandlers } from './handlers/kitchen';
import { makeStandingHandlers } from './handlers/makeStanding';
import { menuHandlers } from './handlers/menu';
import { missedHandlers } from './handlers/missed';
import { numberHandlers } from './handlers/numbers';
import { officeHandlers } from './handlers/office';
import { orderingHandlers } from './handlers/ordering';
import { photoHandlers } from './handlers/photos';
import { ratingHandlers } from './handlers/rating';
import { recipientHandlers } from './handlers/recipients';
import { roundHandlers } from './handlers/rounds';
import { sampleHandlers } from './handlers/samples';
import { settlementHandlers } from './handlers/settlement';
import { standingHandlers } from './handlers/standing';
import { stockHandlers } from './handlers/stock';
import { tillHandlers } from './handlers/till';

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
  ...settlementHandlers,
  ...tillHandlers,
  ...changingHandlers,
  ...standingHandlers,
  ...makeStandingHandlers,
  ...recipientHandlers,
  ...roundHandlers,
  ...carryingHandlers,
  ...jobHandlers,
};
