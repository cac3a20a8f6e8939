import { notices } from '../../types/notices';
import { serve } from '../_shared/serve';
import { handlers } from './handlers';

export const main = serve(notices, handlers);
