/** All contracts, by the name of the function that serves them. */
import { canteen } from './canteen';
import type { Contract } from './contract';
import { courier } from './courier';
import { mediation } from './mediation';
import { people } from './people';

export const contracts = { canteen, courier, mediation, people } satisfies Record<string, Contract>;
export type Contracts = typeof contracts;
