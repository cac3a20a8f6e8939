import type { CourierContract } from '../../../types/courier';
import { OFFICE, type Samples } from './shape';

export const courierSamples: Samples<CourierContract> = {
  letters: { by: 'wx-limin', input: {} },
  markRead: { by: 'wx-limin', input: { ids: ['none'] } },
  templates: { by: 'wx-limin', input: {} },
  deadLetters: { by: OFFICE, input: {} },
  retryDeadLetter: { by: OFFICE, input: { id: 'none' } },
  acknowledge: { by: 'wx-limin', input: { id: 'none' } },
  pushChoices: { by: 'wx-limin', input: {} },
  savePushChoices: { by: 'wx-limin', input: { off: ['meals'] } },
  sendings: { by: OFFICE, input: {} },
  courierSettings: { by: OFFICE, input: {} },
  saveCourierSettings: {
    by: OFFICE,
    input: {
      quietFrom: 1320 as never,
      quietTo: 420 as never,
      mostPerDay: 6,
      digestAt: 1140 as never,
      channelsOff: [],
      ladders: {},
      robots: [{ key: 'grid', name: '网格群', webhook: 'local-webhook-key' }],
    },
  },
  tryChannels: { by: OFFICE, input: { to: 'me' } },
  addCredits: { by: 'wx-limin', input: { accepted: ['tmpl-mealBooked'] } },
};
