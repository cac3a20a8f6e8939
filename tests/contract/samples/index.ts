/** One valid call of every action, by domain; each domain has its file beside this one. */
import { canteenSamples } from './canteen';
import { courierSamples } from './courier';
import { peopleSamples } from './people';
import { safetySamples } from './safety';
import type { Day } from './shape';

export const samples = (day: Day) => ({
  canteen: canteenSamples(day),
  courier: courierSamples,
  people: peopleSamples,
  safety: safetySamples(day),
});
