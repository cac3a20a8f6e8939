/** All contracts, by the name of the function that serves them. */
import { canteen } from './canteen';
import { care } from './care';
import type { Contract } from './contract';
import { courier } from './courier';
import { mediation } from './mediation';
import { notices } from './notices';
import { people } from './people';
import { safety } from './safety';

export const contracts = { canteen, care, courier, mediation, notices, people, safety } satisfies Record<string, Contract>;
export type Contracts = typeof contracts;
