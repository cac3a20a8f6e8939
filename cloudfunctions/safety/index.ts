import { safety } from '../../types/safety';
import { serve } from '../_shared/serve';
import { handlers } from './handlers';

export const main = serve(safety, handlers);
