/**
 * People: who lives here, who works here, who belongs to whom.
 * The roster and its import have a file of their own (`types/roster.ts`); both are parts of one contract.
 */
import * as z from 'zod';
import { command, contract, GRANTED_ROLES, job, query } from './contract';
import { ALLERGENS, BINDING_STATUS, CATEGORIES, DIETS, zBuilding, zGrid } from './directory';
import { rosterActions } from './roster';
import { zDay, zDone, zId, zInstant, zNothing, zPhone, zText, zVerdict } from './schemas';

/** Staff who keep a part of the tree: they see its residents and act for them. */
export const KEEPERS = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead', 'office', 'admin'] as const;
const OFFICE = ['office', 'admin'] as const;

/** What a person types before all data is erased; the screen shows it, the server compares it. */
export const ERASE_WORDS = '注销我的账号';

export const LEAVE_REASONS = ['moved', 'deceased'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

/** A part of the tree; the narrowest id given counts. */
const zScopeIn = z.strictObject({ gridId: zId.optional(), buildingId: zId.optional(), unitId: zId.optional() });
export const zScope = z.object({ gridId: zId.optional(), buildingId: zId.optional(), unitId: zId.optional() });
export type Scope = z.infer<typeof zScope>;

/** `key` names a binding without revealing the account behind it. */
export const zBindingView = z.object({
  key: zId,
  elderId: zId,
  elderName: z.string(),
  name: z.string(),
  /** Masked: `138****5678`. */
  phone: z.string().optional(),
  relation: z.string(),
  status: z.enum(BINDING_STATUS),
  askedAt: zInstant,
  may: z.object({ answer: zVerdict, end: zVerdict }),
});
export type BindingView = z.infer<typeof zBindingView>;

/** A resident in a list. */
export const zResidentRow = z.object({
  id: zId,
  name: z.string(),
  age: z.number().int(),
  /** `3号楼2单元501`. */
  address: z.string(),
  /** Masked. */
  phone: z.string().optional(),
  cardNo: z.string().optional(),
  categories: z.array(z.enum(CATEGORIES)),
  /** Uses the mini-program. */
  joined: z.boolean(),
  status: z.enum(['living', 'left']),
});
export type ResidentRow = z.infer<typeof zResidentRow>;

/** One resident with everything the roster knows; reading it is logged. */
export const zResidentSheet = zResidentRow.extend({
  birthDate: zDay,
  /** In full. */
  phone: z.string().optional(),
  gridId: zId,
  buildingId: zId,
  unitId: zId,
  room: z.string(),
  allergens: z.array(z.enum(ALLERGENS)),
  diets: z.array(z.enum(DIETS)),
  family: z.array(zBindingView),
  may: z.object({ save: zVerdict }),
});
export type ResidentSheet = z.infer<typeof zResidentSheet>;

const zGrantView = z.object({
  role: z.enum(GRANTED_ROLES),
  scope: zScope.optional(),
  scopeText: z.string(),
  grantedAt: zInstant,
});

/** An account of the community as the office sees it. */
export const zAccountRow = z.object({
  accountId: zId,
  name: z.string(),
  /** Masked. */
  phone: z.string().optional(),
  residentId: zId.optional(),
  grants: z.array(zGrantView),
  may: z.object({ withdraw: z.partialRecord(z.enum(GRANTED_ROLES), zVerdict) }),
});
export type AccountRow = z.infer<typeof zAccountRow>;

const zCommunityView = z.object({ id: zId, name: z.string(), phone: z.string(), address: z.string() });

/** Who I am here. */
export const zMe = z.object({
  account: z.object({
    name: z.string(),
    phone: z.string().optional(),
    /** `stranger`: has not joined; `waiting`: the office has not looked yet, or turned the person away. */
    status: z.enum(['stranger', 'waiting', 'member']),
    turnedAway: z.string().optional(),
  }),
  roles: z.array(z.enum(['resident', 'family', ...GRANTED_ROLES])),
  grants: z.array(zGrantView),
  community: zCommunityView.optional(),
  resident: zResidentRow.optional(),
  elders: z.array(z.object({ id: zId, name: z.string(), relation: z.string(), age: z.number().int(), address: z.string() })),
  /** Relatives of mine: asked and confirmed. */
  family: z.array(zBindingView),
  /** Elders I asked or am bound to. */
  bindings: z.array(zBindingView),
  may: z.object({ join: zVerdict, askBinding: zVerdict, claimFirstAdmin: zVerdict, erase: zVerdict }),
});
export type Me = z.infer<typeof zMe>;

/** An elder is named by what a relative knows: the name and one more thing. */
export const zWhichElder = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('phone'), name: zText(20), phone: zPhone }),
  z.strictObject({ by: z.literal('card'), name: zText(20), cardNo: zText(20) }),
  z.strictObject({ by: z.literal('room'), name: zText(20), buildingId: zId, unitId: zId, room: zText(12) }),
]);
export type WhichElder = z.infer<typeof zWhichElder>;

const zRoom = z.object({ room: z.string(), residents: z.array(zResidentRow) });

/** Ids are left out for what is new. */
const zTreeIn = z.strictObject({
  /** The stamp of the tree that was changed: a tree that somebody else saved in the meantime is not written over. */
  stamp: z.string().max(40),
  grids: z.array(z.strictObject({ id: zId.optional(), name: zText(20) })).max(60),
  buildings: z
    .array(
      z.strictObject({
        id: zId.optional(),
        name: zText(20),
        /** Name of the grid, so that a new grid can be used at once. */
        grid: zText(20),
        units: z.array(z.strictObject({ id: zId.optional(), name: zText(20) })).max(30),
      }),
    )
    .max(300),
});
export type TreeIn = z.infer<typeof zTreeIn>;

const zTree = z.object({ stamp: z.string(), grids: z.array(zGrid), buildings: z.array(zBuilding) });
const zBindingKey = z.strictObject({ elderId: zId, key: zId });

export const people = contract('people', {
  /** A token for HTTP access, for the account that WeChat vouches for; good for twelve hours. */
  startSession: command({
    allow: ['signedIn'],
    input: zNothing,
    output: z.object({ token: z.string(), expiresAt: zInstant }),
    errors: [],
  }),
  /** A desk browser asks to be let in: it shows `pairId` as a QR code and `number` beside it, and keeps `secret`. Good for three minutes. */
  openDesk: command({
    allow: ['public'],
    input: z.strictObject({ browser: zText(60) }),
    output: z.object({ pairId: zId, secret: z.string(), number: z.string(), expiresAt: zInstant }),
    errors: [],
  }),
  /** What the phone shows after the scan: which browser, and the number that must be the one on the desk's screen. */
  desk: query({
    allow: ['member'],
    input: z.strictObject({ pairId: zId }),
    output: z.object({ browser: z.string(), number: z.string(), expiresAt: zInstant }),
    errors: ['DESK_EXPIRED'],
  }),
  confirmDesk: command({ allow: ['member'], input: z.strictObject({ pairId: zId }), output: zDone, errors: ['DESK_EXPIRED'] }),
  /** Asked every two seconds by the desk; the token comes once. */
  enterDesk: command({
    allow: ['public'],
    input: z.strictObject({ pairId: zId, secret: z.string().max(100) }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('open') }),
      z.object({ state: z.literal('in'), token: z.string(), expiresAt: zInstant }),
    ]),
    errors: ['DESK_EXPIRED'],
  }),

  communities: query({
    allow: ['signedIn'],
    input: zNothing,
    output: z.object({ communities: z.array(z.object({ id: zId, name: z.string() })) }),
    errors: [],
  }),
  me: query({ allow: ['signedIn'], input: zNothing, output: zMe, errors: [] }),
  /**
   * Joins a community. `phoneCode` is what WeChat's getPhoneNumber button gives: with it, a resident of the roster with this phone
   * and this name is recognised at once; without it, or without a match, the office looks.
   */
  join: command({
    allow: ['signedIn'],
    input: z.strictObject({ communityId: zId, name: zText(20), phoneCode: z.string().min(1).max(200).optional() }),
    output: z.object({ status: z.enum(['waiting', 'member']), residentId: zId.optional() }),
    errors: ['ALREADY_MEMBER', 'UNKNOWN_COMMUNITY', 'PHONE_NOT_AVAILABLE'],
  }),
  /** Who asked to join, oldest first, with residents of the roster who may be this person. */
  waiting: query({
    allow: KEEPERS,
    input: zNothing,
    output: z.object({
      accounts: z.array(
        z.object({
          accountId: zId,
          name: z.string(),
          phone: z.string().optional(),
          askedAt: zInstant.optional(),
          candidates: z.array(zResidentRow),
          /** Without a resident: a relative from elsewhere, or staff. */
          may: z.object({ admitAsGuest: zVerdict }),
        }),
      ),
    }),
    errors: [],
  }),
  /** `replace`: the resident has a new WeChat account; the old one loses the link. */
  admit: command({
    allow: KEEPERS,
    input: z.strictObject({ accountId: zId, residentId: zId.optional(), replace: z.boolean().optional() }),
    output: zDone,
    errors: ['NOT_WAITING', 'RESIDENT_TAKEN', 'OUTSIDE_YOUR_PART'],
  }),
  turnAway: command({
    allow: KEEPERS,
    input: z.strictObject({ accountId: zId, reason: zText(50) }),
    output: zDone,
    errors: ['NOT_WAITING', 'OUTSIDE_YOUR_PART'],
  }),

  askBinding: command({
    allow: ['signedIn'],
    input: z.strictObject({ elder: zWhichElder, relation: zText(10) }),
    output: zBindingView,
    errors: ['JOIN_FIRST', 'ELDER_NOT_FOUND', 'TOO_MANY_TRIES', 'ALREADY_BOUND', 'FAMILY_FULL', 'CANNOT_BIND_SELF'],
  }),
  answerBinding: command({
    allow: ['resident', ...KEEPERS],
    input: zBindingKey.extend({ confirm: z.boolean() }),
    output: zBindingView,
    errors: ['BINDING_CLOSED', 'OUTSIDE_YOUR_PART'],
  }),
  endBinding: command({
    allow: ['signedIn'],
    input: zBindingKey,
    output: zBindingView,
    errors: ['BINDING_CLOSED', 'OUTSIDE_YOUR_PART'],
  }),
  /** Bindings that wait for an answer, for staff: many elders have no phone. */
  askedBindings: query({ allow: KEEPERS, input: zNothing, output: z.object({ bindings: z.array(zBindingView) }), errors: [] }),

  /** The names of grids, buildings and units; with the number of living residents for staff. */
  tree: query({
    allow: ['signedIn'],
    input: zNothing,
    output: zTree.extend({ community: zCommunityView, residents: z.record(z.string(), z.number().int()) }),
    errors: [],
  }),
  saveTree: command({
    allow: OFFICE,
    input: zTreeIn,
    output: zTree,
    errors: ['PLACE_HAS_RESIDENTS', 'UNKNOWN_PLACE', 'DOUBLE_NAME', 'TREE_CHANGED'],
  }),
  saveCommunity: command({
    allow: OFFICE,
    input: z.strictObject({ name: zText(30), phone: zText(20), address: zText(60) }),
    output: zCommunityView,
    errors: [],
  }),
  /** The rooms of a unit with who lives there. */
  households: query({
    allow: KEEPERS,
    input: z.strictObject({ unitId: zId }),
    output: z.object({ rooms: z.array(zRoom) }),
    errors: ['OUTSIDE_YOUR_PART'],
  }),
  /** By name, pinyin, tail of the phone, card number or room; fifty at a time. */
  findResidents: query({
    allow: KEEPERS,
    input: z.strictObject({
      text: zText(20).optional(),
      buildingId: zId.optional(),
      unitId: zId.optional(),
      category: z.enum(CATEGORIES).optional(),
      left: z.boolean().optional(),
      after: zId.optional(),
    }),
    output: z.object({ residents: z.array(zResidentRow), next: zId.optional() }),
    errors: [],
  }),
  resident: query({ allow: KEEPERS, input: z.strictObject({ id: zId }), output: zResidentSheet, errors: ['OUTSIDE_YOUR_PART'] }),
  /** Creates (no id) or changes one resident; a resident who had left lives here again. */
  saveResident: command({
    allow: KEEPERS,
    input: z.strictObject({
      id: zId.optional(),
      name: zText(20),
      birthDate: zDay,
      phone: zPhone.optional(),
      unitId: zId,
      room: zText(12),
      categories: z.array(z.enum(CATEGORIES)).max(10),
      cardNo: zText(20).optional(),
      allergens: z.array(z.enum(ALLERGENS)).max(20),
      diets: z.array(z.enum(DIETS)).max(20),
    }),
    output: zResidentRow,
    errors: ['OUTSIDE_YOUR_PART', 'UNKNOWN_PLACE', 'CARD_TAKEN', 'RESIDENT_EXISTS', 'BIRTH_IN_FUTURE'],
  }),
  residentLeft: command({
    allow: KEEPERS,
    input: z.strictObject({ id: zId, why: z.enum(LEAVE_REASONS) }),
    output: zDone,
    errors: ['OUTSIDE_YOUR_PART'],
  }),

  /** Accounts with a role; with `text`, members by name or tail of the phone, to give one a role. */
  staffList: query({
    allow: OFFICE,
    input: z.strictObject({ text: zText(20).optional() }),
    output: z.object({ accounts: z.array(zAccountRow), may: z.object({ grant: z.record(z.enum(GRANTED_ROLES), zVerdict) }) }),
    errors: [],
  }),
  grantRole: command({
    allow: OFFICE,
    input: z.strictObject({ accountId: zId, role: z.enum(GRANTED_ROLES), scope: zScopeIn.optional() }),
    output: zDone,
    errors: ['ROLE_NOT_YOURS_TO_GIVE', 'SCOPE_NEEDED', 'UNKNOWN_PLACE', 'NOT_A_MEMBER'],
  }),
  /** Withdraws the role with every scope it was granted for. */
  withdrawRole: command({
    allow: OFFICE,
    input: z.strictObject({ accountId: zId, role: z.enum(GRANTED_ROLES) }),
    output: zDone,
    errors: ['ROLE_NOT_YOURS_TO_GIVE', 'LAST_ADMIN'],
  }),

  ...rosterActions,

  /** My data as a workbook and as JSON; the addresses are good for ten minutes. */
  exportMine: command({
    allow: ['signedIn'],
    input: zNothing,
    output: z.object({ workbook: z.string(), json: z.string(), name: z.string() }),
    errors: ['NO_DATA_OF_YOURS'],
  }),
  /** Erases my personal data for good. `words` must be `ERASE_WORDS`. */
  eraseMe: command({
    allow: ['signedIn'],
    input: z.strictObject({ words: z.string().max(40) }),
    output: zDone,
    errors: ['CONFIRMATION_WRONG', 'LAST_ADMIN', 'NO_DATA_OF_YOURS'],
  }),

  /** The first administrator of a new environment; see docs/first-admin.md. */
  claimFirstAdmin: command({
    allow: ['signedIn'],
    input: z.strictObject({
      code: z.string().max(200),
      name: zText(20),
      community: zText(30),
      phone: zText(20),
      address: zText(60),
    }),
    output: z.object({ communityId: zId }),
    errors: ['ALREADY_SET_UP', 'WRONG_SETUP_CODE'],
  }),

  /** Goes on with imports that are being applied, a bounded number of rows a ring. */
  importSteps: job({ input: zNothing, output: z.object({ rows: z.number().int() }), errors: [], rhythm: { everyMinutes: 1 } }),
  /** Removes expired desk pairings, yesterday's exports and rows of old imports. */
  tidy: job({ input: zNothing, output: z.object({ removed: z.number().int() }), errors: [], rhythm: { everyMinutes: 10 } }),
});
export type PeopleContract = typeof people;

type OfficeActions = 'admit' | 'turnAway' | 'saveTree' | 'saveResident' | 'grantRole' | 'withdrawRole' | 'exportRoster';
/** The part that everybody's screens use: its refusals have their sentences in the main package, those of the office in the desk's. */
export type MembersContract = { name: 'people'; actions: Omit<PeopleContract['actions'], OfficeActions> };
