/**
 * Whom a notice is for: a small tree of criteria joined by and, or, except; and the groups 分组 that criteria may name.
 * A group is saved by staff, came from an Excel list, or is kept by another domain (a care class, a volunteers' team).
 */
import * as z from 'zod';
import { GRANTED_ROLES } from './contract';
import { CATEGORIES } from './directory';
import { PERIODS } from './meals';
import { zDay, zId, zInstant, zText } from './schemas';

const zIds = z.array(zId).min(1).max(60);
const zAge = z.number().int().min(0).max(130);

/** What a group may be made of; `people` names residents one by one. Several ids in one criterion mean any of them. */
const PLAIN_CRITERIA = [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('grid'), ids: zIds }),
  z.strictObject({ kind: z.literal('building'), ids: zIds }),
  z.strictObject({ kind: z.literal('unit'), ids: zIds }),
  /** Residents and staff who hold one of these roles; staff need not live here. */
  z.strictObject({ kind: z.literal('role'), roles: z.array(z.enum(GRANTED_ROLES)).min(1).max(GRANTED_ROLES.length) }),
  /** Completed years on the day of the preview, both ends included. */
  z.strictObject({ kind: z.literal('age'), from: zAge.optional(), to: zAge.optional() }),
  /** 独居, 失能, 低保, 户籍: any of these. */
  z.strictObject({ kind: z.literal('category'), categories: z.array(z.enum(CATEGORIES)).min(1).max(CATEGORIES.length) }),
  /** Has a standing order for a meal of that day, of one period or of any. */
  z.strictObject({ kind: z.literal('bookedMeal'), day: zDay, period: z.enum(PERIODS).optional() }),
  z.strictObject({ kind: z.literal('people'), ids: z.array(zId).min(1).max(200) }),
] as const;

export const zPlainCriterion = z.discriminatedUnion('kind', PLAIN_CRITERIA);
/** Beside the plain ones: member of one of these groups (saved, Excel list, care class, volunteers' team). */
export const zCriterion = z.discriminatedUnion('kind', [
  ...PLAIN_CRITERIA,
  z.strictObject({ kind: z.literal('group'), ids: z.array(zId).min(1).max(20) }),
]);
export type Criterion = z.infer<typeof zCriterion>;

/** `all`: in each of them (none: everyone the tree knows). `any`: in at least one (none: nobody). `who … except`: who, without those of `except`. */
export type Audience = Criterion | { all: Audience[] } | { any: Audience[] } | { who: Audience; except: Audience };

/** How deep a tree may be and how many branches a joint may have; deeper nobody can read it. */
export const AUDIENCE_LIMITS = { depth: 4, branches: 12 } as const;

/** Built level by level, so that a deeper tree is refused and not walked. */
function treeOf(leaf: z.ZodType<Criterion>): z.ZodType<Audience> {
  let level: z.ZodType<Audience> = leaf;
  for (let depth = 1; depth < AUDIENCE_LIMITS.depth; depth++) {
    const branches = z.array(level).min(1).max(AUDIENCE_LIMITS.branches);
    level = z.union([
      leaf,
      z.strictObject({ all: branches }),
      z.strictObject({ any: branches }),
      z.strictObject({ who: level, except: level }),
    ]);
  }
  return level;
}
export const zAudience = treeOf(zCriterion);
/** Of a saved group: a group is not made of groups, so that none can contain itself. */
export const zGroupAudience = treeOf(zPlainCriterion);

/**
 * `saved`: an expression that staff named, worked out anew at every preview. `list`: residents found from an Excel list.
 * `careClass`, `team`: members kept by another domain through the event `group.changed`.
 */
export const GROUP_KINDS = ['saved', 'list', 'careClass', 'team'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** Something to say about one row of an Excel list. */
export const zListProblem = z.object({
  /** As Excel counts: the header is row 1. */
  row: z.number().int(),
  /** A whole sentence in plain Chinese. */
  text: z.string(),
});
export type ListProblem = z.infer<typeof zListProblem>;

/** The columns of an Excel list; a row needs a card number, or a name with one thing more unless the name is the only one. */
export const LIST_COLUMNS = [
  { key: 'name', header: '姓名' },
  { key: 'phone', header: '手机号' },
  { key: 'cardNo', header: '卡号' },
  { key: 'address', header: '住址' },
] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number]['key'];
/** Sentences shown about a list; the file itself may be as large as a roster (`ROSTER_LIMITS`). */
export const LIST_PROBLEMS = 200;

export const groupFields = {
  name: z.string(),
  kind: z.enum(GROUP_KINDS),
  /** Of a saved group. */
  audience: zGroupAudience.optional(),
  /** Of the other kinds: which set of member documents counts, and how many members it has. */
  edition: z.string().optional(),
  members: z.number().int(),
  /** For groups kept elsewhere: grows with every change, so that events in the wrong order do no harm. */
  revision: z.number().int(),
  /** What reading an Excel list met: rows that are not blank, rows left out, the first two hundred sentences. */
  reading: z.object({ rows: z.number().int(), leftOut: z.number().int(), problems: z.array(zListProblem) }).optional(),
  by: z.string(),
  byName: z.string(),
  at: zInstant,
  /** Dissolved groups stay, because notices name them; they are offered no more. */
  gone: z.boolean(),
} as const;
export const zGroupDoc = z.object(groupFields);
export type Group = z.infer<typeof zGroupDoc>;

/** Members of one edition of a group, at most a thousand a document. */
export const membershipFields = { groupId: zId, edition: z.string(), residentIds: z.array(zId).max(1000), at: zInstant } as const;
export type Membership = z.infer<z.ZodObject<typeof membershipFields>>;

export const zGroupIn = z.strictObject({ id: zId.optional(), name: zText(20), audience: zGroupAudience });
