/**
 * After-school care 托管: a safe place until eight, and nobody leaves with the wrong person. Terms and classes, sign-up with a waitlist or
 * a draw, the day, pick-up. Care and courses (义教/兴趣班) are separate products.
 */
import * as z from 'zod';
import { adultActions } from './careAdultActions';
import { familyActions } from './careFamilyActions';
import { feeActions } from './careFeeActions';
import { officeActions } from './careOfficeActions';
import { sheetActions } from './careSheetActions';
import { signUpActions } from './careSignUpActions';
import { todayActions } from './careTodayActions';
import { contract, job } from './contract';
import { zDone, zId, zNothing } from './schemas';

export * from './careAdultActions';
export * from './careDays';
export * from './careDeskViews';
export * from './careEnrolments';
export * from './careFamilyActions';
export * from './careFeeActions';
export * from './careOfficeActions';
export * from './careParts';
export * from './careSheetActions';
export * from './careSignUpActions';
export * from './careTerms';
export * from './careTodayActions';
export * from './careViews';

const zCount = z.object({ done: z.number().int() });

export const care = contract('care', {
  ...familyActions,
  ...adultActions,
  ...signUpActions,
  ...todayActions,
  ...officeActions,
  ...feeActions,
  ...sheetActions,

  /** Offers that ran out, freed places to the next on the waitlist, classes changed, places nobody came back for. */
  moveWaitlists: job({ input: zNothing, output: zCount, errors: [], rhythm: { everyMinutes: 1 } }),
  /** Draws whose sign-up is over, in bounded steps. */
  runDraws: job({ input: zNothing, output: zCount, errors: [], rhythm: { everyMinutes: 1 } }),
  /** Asks about children who have not come, reminds before the end, climbs the overdue ladder, raises the alert. */
  watchDay: job({ input: zNothing, output: zCount, errors: [], rhythm: { everyMinutes: 1 } }),
  /** Tells the kitchen how many children eat, again when it changed. */
  tellMeals: job({ input: zNothing, output: zCount, errors: [], rhythm: { everyMinutes: 5 } }),
  /** Tells the notices who is in a class, when it changed. */
  tellGroups: job({ input: zNothing, output: zCount, errors: [], rhythm: { everyMinutes: 5 } }),
  /** Places of children whose consent to care is over; pictures that are too old or no longer wanted. */
  endConsents: job({ input: zNothing, output: zCount, errors: [], rhythm: { everyMinutes: 10 } }),
  /** Goes on with an import whose page was closed. */
  continueImports: job({ input: zNothing, output: zCount, errors: [], rhythm: { everyMinutes: 1 } }),
  hear: job({
    input: z.object({ id: z.string(), name: z.string(), communityId: zId, payload: z.record(z.string(), z.unknown()) }),
    output: zDone,
    errors: [],
  }),
});
export type CareContract = typeof care;
