import { care } from '../../types/care';
import { serve } from '../_shared/serve';
import { handlers } from './handlers';

export const main = serve(care, handlers);
