import { courier } from '../../types/courier';
import { serve } from '../_shared/serve';
import { handlers } from './handlers';

export const main = serve(courier, handlers);
