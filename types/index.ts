/** All contracts, by the name of the function that serves them. */
import { canteen } from './canteen';
import type { Contract } from './contract';
import { courier } from './courier';
import { people } from './people';

export const contracts: Readonly<Record<string, Contract>> = { canteen, courier, people };
