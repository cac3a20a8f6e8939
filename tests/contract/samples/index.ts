/** One valid call of every action, by domain; each domain has its file beside this one. */
import { canteenSamples } from './canteen';
import { careSamples } from './care';
import { courierSamples } from './courier';
import { mediationSamples } from './mediation';
import { noticesSamples } from './notices';
import { peopleSamples } from './people';
import { safetySamples } from './safety';
import type { Day } from './shape';

export const samples = (day: Day) => ({
  canteen: canteenSamples(day),
  care: careSamples(day),
  courier: courierSamples,
  notices: noticesSamples,
  mediation: mediationSamples(day),
  people: peopleSamples,
  safety: safetySamples(day),
});
