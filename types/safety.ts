/**
 * Safety 长者安全: alerts that reach family and neighbours, and somebody who goes. On-call in the words of a community: sources, ladders,
 * acknowledgement that expires, duty, drills; and what must be known before: signs of life, absences, keepers, devices, health.
 * It never replaces 120, 119 and 110, and every screen says so.
 */
import * as z from 'zod';
import { contract, hook, job } from './contract';
import { alertActions } from './safetyAlertActions';
import { codeActions } from './safetyCodeActions';
import { deskActions } from './safetyDeskActions';
import { familyActions } from './safetyFamilyActions';
import { healthActions } from './safetyHealthActions';
import { keeperActions } from './safetyKeeperActions';
import { ladderActions } from './safetyLadderActions';
import { zDone, zId, zNothing } from './schemas';

export * from './alerts';
export * from './devices';
export * from './health';
export * from './safetyAlertActions';
export * from './safetyCodeActions';
export * from './safetyDeskActions';
export * from './safetyFamilyActions';
export * from './safetyHealthActions';
export * from './safetyKeeperActions';
export * from './safetyLadderActions';
export * from './safetySettings';
export * from './watch';

export const safety = contract('safety', {
  ...alertActions,
  ...familyActions,
  ...codeActions,
  ...keeperActions,
  ...ladderActions,
  ...deskActions,
  ...healthActions,

  /** Fires rungs that are due, lets acknowledgements run out, releases an SOS that is held no longer. */
  fireLadders: job({ input: zNothing, output: z.object({ fired: z.number().int() }), errors: [], rhythm: { everyMinutes: 1 } }),
  /** Reminds of and reports missing signs of life, in bounded steps. */
  sweepWatches: job({ input: zNothing, output: z.object({ due: z.number().int() }), errors: [], rhythm: { everyMinutes: 1 } }),
  /** Devices that have been silent too long. */
  sweepDevices: job({ input: zNothing, output: z.object({ silent: z.number().int() }), errors: [], rhythm: { everyMinutes: 5 } }),
  /** Gives back places of keepers and check-up dates whose record never came. */
  sweepHolds: job({ input: zNothing, output: z.object({ released: z.number().int() }), errors: [], rhythm: { everyMinutes: 5 } }),
  /** The monthly test of everybody on an alert path, a bounded number a ring. */
  testPaths: job({ input: zNothing, output: z.object({ tested: z.number().int() }), errors: [], rhythm: { everyMinutes: 10 } }),
  /** Tells the office of shifts of tomorrow for which nobody would come. */
  checkDuty: job({ input: zNothing, output: z.object({ empty: z.number().int() }), errors: [], rhythm: { dailyAt: '09:00' } }),
  /** `POST /api/safety/hooks/device`: alarms and contacts of devices, see `zDeviceEvent`. */
  device: hook({ most: 4_000 }),
  hear: job({
    input: z.object({ id: z.string(), name: z.string(), communityId: zId, payload: z.record(z.string(), z.unknown()) }),
    output: zDone,
    errors: [],
  }),
});
export type SafetyContract = typeof safety;
