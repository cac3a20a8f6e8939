/**
 * Who is who in a community: the documents that every domain may read and only `people` writes.
 * community → grid → building → unit → household (a room) → resident.
 */
import * as z from 'zod';
import { GRANTED_ROLES } from './contract';
import { zDay, zId, zInstant } from './schemas';

/** Categories of a resident that decide about subsidies and visits. */
export const CATEGORIES = ['livesAlone', 'disabled', 'lowIncome', 'registeredHere'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Allergens as the kitchen names them (GB 7718-2025 lists the eight groups; 大豆 and 坚果 among them). */
export const ALLERGENS = ['gluten', 'crustacean', 'fish', 'egg', 'peanut', 'soy', 'milk', 'nut'] as const;
export type Allergen = (typeof ALLERGENS)[number];

/** What a resident does not eat beside allergens. */
export const DIETS = ['noPork', 'noBeef', 'vegetarian', 'lowSalt', 'lowSugar', 'soft'] as const;
export type Diet = (typeof DIETS)[number];

/** Where a household is. `room` is as people say it: `501`. */
export const zAddress = z.object({ gridId: zId, buildingId: zId, unitId: zId, room: z.string().min(1).max(12) });
export type Address = z.infer<typeof zAddress>;

export const BINDING_STATUS = ['asked', 'confirmed', 'ended'] as const;
/** A binding 绑定 of a relative to an elder lives in the elder's own document: asked by the relative, confirmed by the elder or staff, ended by either. */
export const zBinding = z.object({
  accountId: z.string(),
  name: z.string(),
  phone: z.string().optional(),
  relation: z.string(),
  status: z.enum(BINDING_STATUS),
  askedAt: zInstant,
  confirmedAt: zInstant.optional(),
  confirmedBy: z.string().optional(),
  endedAt: zInstant.optional(),
  endedBy: z.string().optional(),
});
export type Binding = z.infer<typeof zBinding>;

export const residentFields = {
  name: z.string(),
  /** Initials and full pinyin, for finding people with two letters at a counter: `wgl wangguilan`. */
  pinyin: z.string().optional(),
  birthDate: zDay,
  phone: z.string().optional(),
  address: zAddress,
  categories: z.array(z.enum(CATEGORIES)),
  /** The number on the printed card of an elder without a phone. */
  cardNo: z.string().optional(),
  allergens: z.array(z.enum(ALLERGENS)),
  diets: z.array(z.enum(DIETS)),
  /** The WeChat account of this person, once joined. */
  accountId: z.string().optional(),
  family: z.array(zBinding),
  /** `left`: moved away or deceased; `erased`: asked for erasure, only a husk without personal data remains. */
  status: z.enum(['living', 'left', 'erased']),
} as const;
export const zResident = z.object(residentFields);
export type Resident = z.infer<typeof zResident>;

/** A role the office granted, with the part of the tree it covers; no scope means the whole community. */
export const zGrant = z.object({
  role: z.enum(GRANTED_ROLES),
  scope: z.object({ gridId: zId.optional(), buildingId: zId.optional(), unitId: zId.optional() }).optional(),
  grantedBy: z.string(),
  grantedAt: zInstant,
});
export type Grant = z.infer<typeof zGrant>;

/** One WeChat account. `_id` is the openid, which the platform vouches for. */
export const accountFields = {
  communityId: zId,
  name: z.string(),
  phone: z.string().optional(),
  residentId: zId.optional(),
  grants: z.array(zGrant),
  status: z.enum(['waiting', 'member', 'erased']),
  /** When this person asked to join. */
  askedAt: zInstant.optional(),
  /** Why the office did not admit this person; asking again clears it. */
  turnedAway: z.string().optional(),
} as const;
export const zAccount = z.object(accountFields);
export type Account = z.infer<typeof zAccount>;

export const zUnit = z.object({ id: zId, name: z.string() });
export const zBuilding = z.object({ id: zId, name: z.string(), gridId: zId, units: z.array(zUnit) });
export const zGrid = z.object({ id: zId, name: z.string() });

export const communityFields = {
  name: z.string(),
  /** The telephone of the community office, offered on the elder home page. */
  phone: z.string(),
  address: z.string(),
  grids: z.array(zGrid),
  buildings: z.array(zBuilding),
} as const;
export const zCommunity = z.object(communityFields);
export type Community = z.infer<typeof zCommunity>;
