/** People: who lives here, who works here, who belongs to whom. */
import * as z from 'zod';
import { command, contract } from './contract';
import { zInstant, zNothing } from './schemas';

export const people = contract('people', {
  /** A token for HTTP access, for the account that WeChat vouches for; good for twelve hours. */
  startSession: command({ allow: ['signedIn'], input: zNothing, output: z.object({ token: z.string(), expiresAt: zInstant }), errors: [] }),
});
export type PeopleContract = typeof people;
