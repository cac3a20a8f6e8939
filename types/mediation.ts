/**
 * Mediation 人民调解: voluntary, free, in confidence, and never a bar to going to court (人民调解法 第三、四条). The register is in
 * `mediationCase`, what people say in `mediationParts` (sealed), the replies in `mediationViews`; the actions stand by who acts.
 */
import * as z from 'zod';
import { contract, job } from './contract';
import { applyActions } from './mediationApply';
import { deskActions } from './mediationDesk';
import { officeActions } from './mediationOffice';
import { ownActions } from './mediationOwn';
import { partyActions } from './mediationParty';
import { tableActions } from './mediationTable';
import { zDone, zId, zNothing } from './schemas';

export * from './mediationCase';
export * from './mediationParts';
export type { Face } from './mediationParty';
export * from './mediationSettings';
export * from './mediationViews';

const zCount = z.number().int();

export const mediation = contract('mediation', {
  ...applyActions,
  ...ownActions,
  ...partyActions,
  ...deskActions,
  ...tableActions,
  ...officeActions,

  /** Talks of tomorrow, clocks that end, promises that fall due, follow-ups, the thirty days: each told once, without content. */
  remind: job({ input: zNothing, output: z.object({ told: zCount }), errors: [], rhythm: { everyMinutes: 10 } }),
  /** An invitation that nobody answered in time ends as refused; rooms without a talk are given back. */
  lapse: job({
    input: zNothing,
    output: z.object({ ended: zCount, released: zCount }),
    errors: [],
    rhythm: { everyMinutes: 10 },
  }),
  /** Unsealed copies after ten minutes, uploads nobody handed in after a day, drafts after thirty, files whose retention is over. */
  tidy: job({ input: zNothing, output: z.object({ removed: zCount }), errors: [], rhythm: { everyMinutes: 5 } }),
  hear: job({
    input: z.object({ id: z.string(), name: z.string(), communityId: zId, payload: z.record(z.string(), z.unknown()) }),
    output: zDone,
    errors: [],
  }),
});
export type MediationContract = typeof mediation;
