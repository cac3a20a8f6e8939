/**
 * Who is meant: a resident or a member of staff against a tree of criteria. Pure; what the criteria ask of other documents comes as
 * facts. Laws (kept by a property test): `all` is the intersection, `any` the union, `who … except` a part of `who`.
 */
import type { Audience, Criterion } from '../../types/audience';
import type { GrantedRole } from '../../types/contract';
import type { Category, Grant, Resident } from '../../types/directory';
import { ageOn, type CivilDate } from '../../types/time';

/** A person as criteria see them. Staff who do not live here have roles and nothing else. */
export type Candidate = {
  id: string;
  roles: readonly GrantedRole[];
  resident?: Pick<Resident, 'birthDate' | 'address' | 'categories'>;
};

/** What other documents know: members of groups, expressions of saved groups, who eats when (`day` or `day:period`). */
export type Facts = {
  today: CivilDate;
  members: ReadonlyMap<string, ReadonlySet<string>>;
  saved: ReadonlyMap<string, Audience>;
  eats: ReadonlyMap<string, ReadonlySet<string>>;
};

export function isMeant(audience: Audience, person: Candidate, facts: Facts): boolean {
  if ('all' in audience) return audience.all.every(part => isMeant(part, person, facts));
  if ('any' in audience) return audience.any.some(part => isMeant(part, person, facts));
  if ('who' in audience) return isMeant(audience.who, person, facts) && !isMeant(audience.except, person, facts);
  return meets(audience, person, facts);
}

export const mealKey = (day: CivilDate, period?: string): string => (period ? `${day}:${period}` : day);

function meets(criterion: Criterion, { id, roles, resident }: Candidate, facts: Facts): boolean {
  switch (criterion.kind) {
    case 'role':
      return criterion.roles.some(role => roles.includes(role));
    case 'people':
      return criterion.ids.includes(id);
    case 'group':
      return criterion.ids.some(group => isMember(group, { id, roles, resident }, facts));
    case 'bookedMeal':
      return facts.eats.get(mealKey(criterion.day, criterion.period))?.has(id) ?? false;
    default:
      return resident !== undefined && lives(criterion, resident, facts.today);
  }
}

function isMember(group: string, person: Candidate, facts: Facts): boolean {
  const saved = facts.saved.get(group);
  return saved ? isMeant(saved, person, facts) : (facts.members.get(group)?.has(person.id) ?? false);
}

type OfResident = Extract<Criterion, { kind: 'everyone' | 'grid' | 'building' | 'unit' | 'age' | 'category' }>;

function lives(criterion: OfResident, resident: NonNullable<Candidate['resident']>, today: CivilDate): boolean {
  const { address, birthDate, categories } = resident;
  switch (criterion.kind) {
    case 'everyone':
      return true;
    case 'grid':
      return criterion.ids.includes(address.gridId);
    case 'building':
      return criterion.ids.includes(address.buildingId);
    case 'unit':
      return criterion.ids.includes(address.unitId);
    case 'age': {
      const age = ageOn(birthDate, today);
      return age >= (criterion.from ?? 0) && age <= (criterion.to ?? Number.POSITIVE_INFINITY);
    }
    case 'category':
      return criterion.categories.some((category: Category) => categories.includes(category));
  }
}

/** Every criterion of the tree, wherever it stands. */
export function criteriaOf(audience: Audience): Criterion[] {
  if ('all' in audience) return audience.all.flatMap(criteriaOf);
  if ('any' in audience) return audience.any.flatMap(criteriaOf);
  if ('who' in audience) return [...criteriaOf(audience.who), ...criteriaOf(audience.except)];
  return [audience];
}

export const groupsIn = (audience: Audience): string[] => [
  ...new Set(criteriaOf(audience).flatMap(criterion => (criterion.kind === 'group' ? criterion.ids : []))),
];
export const mealDaysIn = (audiences: readonly Audience[]): CivilDate[] => [
  ...new Set(audiences.flatMap(criteriaOf).flatMap(criterion => (criterion.kind === 'bookedMeal' ? [criterion.day] : []))),
];
export const asksForRoles = (audiences: readonly Audience[]): boolean =>
  audiences.flatMap(criteriaOf).some(({ kind }) => kind === 'role');

/** The parts of the tree that these grants cover; undefined: all of it. */
export type Part = NonNullable<Grant['scope']>;

const WHOLE_ROLES: readonly GrantedRole[] = ['office', 'admin'];

/** A grant without a scope covers the whole community; grants of roles that may not send cover nothing. */
export function partsOf(grants: readonly Grant[], senders: readonly GrantedRole[]): Part[] | undefined {
  if (grants.some(grant => WHOLE_ROLES.includes(grant.role))) return undefined;
  const counting = grants.filter(grant => senders.includes(grant.role));
  if (counting.some(grant => !grant.scope)) return undefined;
  return counting.map(grant => grant.scope!);
}

type Place = { gridId: string; buildingId: string; unitId: string };

/** The narrowest id of a scope counts. */
const covers = (part: Part, place: Place): boolean =>
  part.unitId
    ? part.unitId === place.unitId
    : part.buildingId
      ? part.buildingId === place.buildingId
      : part.gridId !== undefined && part.gridId === place.gridId;

/** Staff who do not live here are in nobody's part. */
export const isInPart = (parts: readonly Part[] | undefined, place: Place): boolean =>
  parts === undefined || parts.some(part => covers(part, place));

/** Whose doors somebody knocks at: any granted role with a part of the tree counts, and so does one that covers all of it. */
const KEEPING: readonly GrantedRole[] = ['gridWorker', 'gridLead', 'buildingLead', 'unitLead'];
export const partsKept = (grants: readonly Grant[]): Part[] | undefined => partsOf(grants, KEEPING);
