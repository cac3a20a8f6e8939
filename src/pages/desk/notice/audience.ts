/**
 * 发给谁, as it is put together on the screen: one kind of place, what the people are, groups on top, and who is left out. The expression
 * made of it is a choice of joint conditions, so that it stays shallow whatever is chosen; it is read back for a draft opened again.
 */
import type { GrantedRole } from '../../../../types/contract';
import type { Category } from '../../../../types/directory';
import type { Period } from '../../../../types/meals';
import type { Audience, Criterion } from '../../../../types/notices';
import type { CivilDate } from '../../../../types/time';

export type PlaceKind = 'everyone' | 'grid' | 'building' | 'unit';
export interface Places {
  kind: PlaceKind;
  ids: readonly string[];
}
/** What somebody is; each present one is a condition. */
export interface Traits {
  ageFrom?: number;
  ageTo?: number;
  categories: readonly Category[];
  roles: readonly GrantedRole[];
  meal?: { day: CivilDate; period?: Period };
}
export interface AudienceDraft {
  places: Places;
  traits: Traits;
  /** Of several conditions: all of them, or any. */
  join: 'all' | 'any';
  /** Members of these as well, wherever they live. */
  groups: readonly string[];
  except: { places: Places; categories: readonly Category[]; groups: readonly string[] };
}

const NOWHERE: Places = { kind: 'everyone', ids: [] };
export const wholeCommunity: AudienceDraft = {
  places: NOWHERE,
  traits: { categories: [], roles: [] },
  join: 'all',
  groups: [],
  except: { places: NOWHERE, categories: [], groups: [] },
};

function placeOf({ kind, ids }: Places): Criterion | undefined {
  return kind === 'everyone' || ids.length === 0 ? undefined : { kind, ids: [...ids] };
}

function conditionsOf({ ageFrom, ageTo, categories, roles, meal }: Traits): Criterion[] {
  const found: Criterion[] = [];
  if (ageFrom !== undefined || ageTo !== undefined)
    found.push({
      kind: 'age',
      ...(ageFrom === undefined ? {} : { from: ageFrom }),
      ...(ageTo === undefined ? {} : { to: ageTo }),
    });
  if (categories.length) found.push({ kind: 'category', categories: [...categories] });
  if (roles.length) found.push({ kind: 'role', roles: [...roles] });
  if (meal) found.push({ kind: 'bookedMeal', ...meal });
  return found;
}

const joint = (parts: Criterion[]): Audience => (parts.length === 1 ? parts[0]! : { all: parts });
const choice = (parts: Audience[]): Audience => (parts.length === 1 ? parts[0]! : { any: parts });

/** Something was chosen of which people could be: only groups alone mean nobody else. */
function alternatives({ places, traits, join, groups }: AudienceDraft): Audience[] {
  const place = placeOf(places);
  const conditions = conditionsOf(traits);
  const here = place ? [place] : [];
  const members: Audience[] = groups.length ? [{ kind: 'group', ids: [...groups] }] : [];
  if (conditions.length === 0) return place ? [place, ...members] : members.length ? members : [{ kind: 'everyone' }];
  if (join === 'all' || conditions.length === 1) return [joint([...here, ...conditions]), ...members];
  return [...conditions.map(condition => joint([...here, condition])), ...members];
}

/** The expression for the contract. */
export function audienceOf(draft: AudienceDraft): Audience {
  const who = choice(alternatives(draft));
  const { places, categories, groups } = draft.except;
  const place = placeOf(places);
  const out: Criterion[] = [
    ...(place ? [place] : []),
    ...(categories.length ? [{ kind: 'category' as const, categories: [...categories] }] : []),
    ...(groups.length ? [{ kind: 'group' as const, ids: [...groups] }] : []),
  ];
  return out.length ? { who, except: choice(out) } : who;
}

const isLeaf = (audience: Audience): audience is Criterion => 'kind' in audience;
const partsOf = (audience: Audience): Audience[] => ('any' in audience ? audience.any : [audience]);
const leavesOf = (audience: Audience): Audience[] => ('all' in audience ? audience.all : [audience]);

function withLeaf(draft: AudienceDraft, leaf: Criterion): AudienceDraft | undefined {
  const traits = (more: Partial<Traits>): AudienceDraft => ({ ...draft, traits: { ...draft.traits, ...more } });
  switch (leaf.kind) {
    case 'everyone':
      return draft;
    case 'grid':
    case 'building':
    case 'unit':
      return { ...draft, places: { kind: leaf.kind, ids: leaf.ids } };
    case 'age':
      return traits({ ageFrom: leaf.from, ageTo: leaf.to });
    case 'category':
      return traits({ categories: leaf.categories });
    case 'role':
      return traits({ roles: leaf.roles });
    case 'bookedMeal':
      return traits({ meal: { day: leaf.day, ...(leaf.period ? { period: leaf.period } : {}) } });
    case 'group':
      return { ...draft, groups: leaf.ids };
    case 'people':
      return undefined;
  }
}

function readWho(who: Audience): AudienceDraft | undefined {
  let draft: AudienceDraft | undefined = wholeCommunity;
  const parts = partsOf(who);
  const people = parts.filter(part => !(isLeaf(part) && part.kind === 'group'));
  for (const leaf of parts.flatMap(leavesOf)) {
    if (!draft || !isLeaf(leaf)) return undefined;
    draft = withLeaf(draft, leaf);
  }
  return draft && { ...draft, join: people.length > 1 ? 'any' : 'all' };
}

/** What was put together before; undefined for an expression that this screen would not make. */
export function draftOfAudience(audience: Audience): AudienceDraft | undefined {
  const draft = readWho('who' in audience ? audience.who : audience);
  if (!draft || !('who' in audience)) return draft && same(draft, audience);
  let except = wholeCommunity;
  for (const leaf of partsOf(audience.except)) {
    const more = isLeaf(leaf) ? withLeaf(except, leaf) : undefined;
    if (!more) return undefined;
    except = more;
  }
  const { places, traits, groups } = except;
  return same({ ...draft, except: { places, categories: traits.categories, groups } }, audience);
}

/** Only what comes out the same again may be changed here: anything else would silently become another audience. */
const same = (draft: AudienceDraft, audience: Audience): AudienceDraft | undefined =>
  JSON.stringify(audienceOf(draft)) === JSON.stringify(audience) ? draft : undefined;
