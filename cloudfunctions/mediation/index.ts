import { mediation } from '../../types/mediation';
import { serve } from '../_shared/serve';
import { handlers } from './handlers';

export const main = serve(mediation, handlers);
