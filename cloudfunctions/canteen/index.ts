import { canteen } from '../../types/canteen';
import { serve } from '../_shared/serve';
import { handlers } from './handlers';

export const main = serve(canteen, handlers);
