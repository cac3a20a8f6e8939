/** 防走失码 safe-return codes: issuing, revoking, and what a stranger who finds an elder can do. Part of `safety.ts`. */
import * as z from 'zod';
import { command, query } from './contract';
import { HELPERS, zPlaceIn } from './safetyAlertActions';
import { zId, zInstant, zPhone, zText } from './schemas';

/** `path`: what the QR code opens. Nothing on it names the elder. */
export const zReturnCode = z.object({
  id: zId,
  path: z.string(),
  issuedAt: zInstant,
  revokedAt: zInstant.optional(),
  scans: z.number().int(),
  lastScanAt: zInstant.optional(),
});
export type ReturnCodeView = z.infer<typeof zReturnCode>;

const zElderOrMe = z.strictObject({ elderId: zId.optional() });
const YOURS = ['NOT_YOUR_ELDER', 'NOT_A_RESIDENT', 'OUTSIDE_YOUR_PART'] as const;

export const codeActions = {
  returnCodes: query({
    allow: HELPERS,
    input: zElderOrMe,
    output: z.object({ codes: z.array(zReturnCode) }),
    errors: [...YOURS],
  }),
  issueReturnCode: command({
    allow: HELPERS,
    input: zElderOrMe,
    output: zReturnCode,
    errors: [...YOURS, 'TOO_MANY_CODES'],
  }),
  revokeReturnCode: command({
    allow: HELPERS,
    input: z.strictObject({ id: zId }),
    output: zReturnCode,
    errors: [...YOURS],
  }),
  /** The code to sew into coats and put into purses, as a PDF to print; nothing on it names the elder. Good for ten minutes. */
  returnCodePaper: command({
    allow: HELPERS,
    input: z.strictObject({ id: zId }),
    output: z.object({ url: z.string(), name: z.string() }),
    errors: [...YOURS, 'CODE_REVOKED', 'NO_WEB_ADDRESS'],
  }),
  /** Somebody scanned the code, signed in or not. No name, no address; the family hears at most once an hour. */
  scanReturnCode: command({
    allow: ['public'],
    input: z.strictObject({ code: zId }),
    output: z.object({
      community: z.string(),
      phone: z.string(),
      usable: z.boolean(),
      /** A relay can join the finder and the family; otherwise the finder rings `phone`. */
      joins: z.boolean(),
    }),
    errors: ['TOO_MANY_TRIES'],
  }),
  /**
   * 联系家人, 发送位置, 告诉社区: one alert, more of it each time. 联系家人 with the finder's `phone`: the relay rings the finder and the family
   * and joins them, and neither sees the other's number.
   */
  reportFound: command({
    allow: ['public'],
    input: z.strictObject({
      code: zId,
      wants: z.enum(['callFamily', 'place', 'tellCommunity']),
      place: zPlaceIn.optional(),
      words: zText(80).optional(),
      /** The finder's, if they like to be called back; staff see it in full. */
      phone: zPhone.optional(),
    }),
    output: z.object({
      /** The community's own; what a finder calls when there is no relay. */
      relayPhone: z.string(),
      number: z.string(),
      /** `ringing`: the finder's telephone rings in a moment; `community`: there is no relay for this call, ring `relayPhone`. */
      call: z.enum(['ringing', 'community']),
    }),
    errors: ['TOO_MANY_TRIES', 'CODE_REVOKED'],
  }),
};
