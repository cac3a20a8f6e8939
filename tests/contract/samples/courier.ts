import type { CourierContract } from '../../../types/courier';
import { OFFICE, type Samples } from './shape';

export const courierSamples: Samples<CourierContract> = {
  letters: { by: 'wx-limin', input: {} },
  markRead: { by: 'wx-limin', input: { ids: ['none'] } },
  templates: { by: 'wx-limin', input: {} },
  deadLetters: { by: OFFICE, input: {} },
  retryDeadLetter: { by: OFFICE, input: { id: 'none' } },
  addCredits: { by: 'wx-limin', input: { accepted: ['tmpl-mealBooked'] } },
};
