/** What makes it easier for a person to tell its story and to keep its word: speaking instead of typing, a draft, one's promises. */
import * as z from 'zod';
import { command, query } from './contract';
import { ANYONE } from './mediationApply';
import { zDay, zDone, zId, zNothing } from './schemas';

export const ownActions = {
  /**
   * Words of a short recording (mp3, at most a minute, uploaded by `evidenceTicket`). The sound is removed before the answer leaves and
   * the words are kept nowhere. NOT_HEARD: nothing was understood, or the provider did not answer. Offered when `guide.hears`.
   */
  hearVoice: command({
    allow: ANYONE,
    input: z.strictObject({ fileId: z.string().max(300) }),
    output: z.object({ text: z.string() }),
    errors: ['FILE_NOT_USABLE', 'NOT_HEARD'],
  }),
  /** Keeps an unfinished application, sealed, for thirty days; one a person. Without `draft`: gone, because it was handed in or shall not be. */
  saveDraft: command({
    allow: ANYONE,
    input: z.strictObject({ draft: z.string().max(20_000).optional() }),
    output: zDone,
    errors: ['SEAL_KEY_MISSING'],
  }),
  myDraft: query({
    allow: ANYONE,
    input: zNothing,
    output: z.object({ draft: z.string().optional() }),
    errors: ['SEAL_KEY_MISSING', 'SEAL_BROKEN'],
  }),
  /** What this person still has to do by its agreements: numbers and days, no word of what it is. One round trip. */
  myPromises: query({
    allow: ANYONE,
    input: zNothing,
    output: z.object({
      today: zDay,
      promises: z.array(z.object({ caseId: zId, no: z.number().int(), dueOn: zDay, overdue: z.boolean() })),
    }),
    errors: [],
  }),
} as const;
