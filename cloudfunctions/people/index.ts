import { people } from '../../types/people';
import { serve } from '../_shared/serve';
import { handlers } from './handlers';

export const main = serve(people, handlers);
