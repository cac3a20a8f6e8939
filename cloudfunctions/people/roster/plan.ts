/**
 * What a roster would do: who is new, who changes, who stays as they are. Pure.
 *
 * A row and a resident are the same person by the first of these that points at exactly one resident:
 *  1. the card number; 2. name and birth date (with the same home or phone where several share both);
 *  3. name and phone; 4. name and home. The last two let an office correct a birth date without making a second person.
 */
import { CATEGORIES, type Resident } from '../../../types/directory';
import { ROSTER_LIMITS, type RosterProblem } from '../../../types/roster';
import { plainName } from '../rules';
import type { RosterRow } from './rows';

export type Known = { id: string } & Omit<Resident, 'family'>;
/** `fields`: what shall be written; null removes a field. */
export type Planned = { id: string; kind: 'fresh' | 'changed'; fields: Record<string, unknown> };
export type Plan = {
  rows: Planned[];
  problems: RosterProblem[];
  counts: { fresh: number; changed: number; same: number; missing: number };
};
export type PlanTools = {
  /** Where a unit is, of the tree as it will be. */
  places: ReadonlyMap<string, { gridId: string; buildingId: string }>;
  pinyinOf: (name: string) => string | undefined;
  /** The same person gives the same id; `again` counts ids that are taken. */
  idFor: (row: RosterRow, again: number) => string;
};

const SEVERAL = '社区里有几位同名同生日的居民，分不清是哪一位，请在“居民”里手工修改。';

export function planRoster(rows: readonly RosterRow[], known: readonly Known[], tools: PlanTools): Plan {
  const people = new Directory(known);
  const plan: Plan = { rows: [], problems: phonesShared(rows), counts: { fresh: 0, changed: 0, same: 0, missing: 0 } };
  const claimed = new Map<string, number>();
  const cards = new Map<string, number>();
  for (const row of rows) {
    const clash = clashOf(row, people, cards);
    const match = clash ? undefined : people.match(row);
    const before = match && match !== 'several' && claimed.get(match.id);
    const text = clash ?? (match === 'several' ? SEVERAL : before && `与第 ${before} 行是同一个人，这一行先不导入。`);
    if (text || match === 'several') {
      plan.problems.push({ row: row.row, column: clash ? '卡号' : '姓名', level: 'error', text: text || SEVERAL });
      continue;
    }
    if (row.cardNo) cards.set(row.cardNo, row.row);
    const resident = match ?? people.add(row, tools);
    claimed.set(resident.id, row.row);
    addTo(plan, resident, row, !match, tools);
  }
  plan.counts.missing = known.filter(resident => resident.status === 'living' && !claimed.has(resident.id)).length;
  return plan;
}

function addTo(plan: Plan, resident: Known, row: RosterRow, fresh: boolean, tools: PlanTools): void {
  const fields = fieldsOf(row, fresh ? undefined : resident, tools);
  const changes = Object.entries(fields).filter(
    ([field, value]) => canonical(value) !== canonical(resident[field as keyof Known]),
  );
  if (!fresh && changes.length === 0) {
    plan.counts.same += 1;
    return;
  }
  plan.counts[fresh ? 'fresh' : 'changed'] += 1;
  plan.rows.push({ id: resident.id, kind: fresh ? 'fresh' : 'changed', fields: fresh ? fields : Object.fromEntries(changes) });
}

/** The same for the same content, whatever the order of a list or of the keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify([...value].sort());
  if (value && typeof value === 'object') return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(value ?? null);
}

/** What the row says, over what is known. A resident who had left and is on the roster lives here again. */
function fieldsOf(row: RosterRow, before: Known | undefined, tools: PlanTools): Record<string, unknown> {
  const place = tools.places.get(row.unitId) ?? { gridId: '', buildingId: '' };
  const kept = <T>(said: T | undefined, knownValue: T | undefined): T | undefined => (said === undefined ? knownValue : said);
  const has = new Set(before?.categories ?? []);
  return {
    name: row.name,
    pinyin: tools.pinyinOf(row.name),
    birthDate: row.birthDate,
    phone: kept(row.phone, before?.phone),
    address: { gridId: place.gridId, buildingId: place.buildingId, unitId: row.unitId, room: row.room },
    categories: CATEGORIES.filter(category => row.flags[category] ?? has.has(category)),
    cardNo: kept(row.cardNo, before?.cardNo),
    allergens: kept(row.allergens, before?.allergens) ?? [],
    diets: kept(row.diets, before?.diets) ?? [],
    status: 'living',
  };
}

/** Two rows with one card, or a card that somebody else in the community holds. */
function clashOf(row: RosterRow, people: Directory, cards: ReadonlyMap<string, number>): string | undefined {
  if (!row.cardNo) return undefined;
  const before = cards.get(row.cardNo);
  if (before) return `“卡号”与第 ${before} 行相同，请核对。`;
  const holder = people.holderOf(row.cardNo);
  const another = holder && plainName(holder.name) !== plainName(row.name) && holder.birthDate !== row.birthDate;
  return another ? '“卡号”已经是另一位居民的，请核对。' : undefined;
}

/** One phone in several rows is usual in a family; it is said, because joining by phone then goes by the name as well. */
function phonesShared(rows: readonly RosterRow[]): RosterProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ phone, row }) => {
    const before = phone ? first.get(phone) : undefined;
    if (phone && !before) first.set(phone, row);
    const text = `“手机号”与第 ${before} 行相同。会照常导入；本人加入小程序时还要核对姓名。`;
    return before ? [{ row, column: '手机号', level: 'warning' as const, text }] : [];
  });
}

/** Residents by what a row can know of them. */
class Directory {
  private readonly byCard = new Map<string, Known>();
  private readonly byBirth = new Map<string, Known[]>();
  private readonly byPhone = new Map<string, Known[]>();
  private readonly byHome = new Map<string, Known[]>();
  private readonly ids = new Set<string>();

  constructor(known: readonly Known[]) {
    for (const resident of known) this.put(resident);
  }

  holderOf = (cardNo: string): Known | undefined => this.byCard.get(cardNo);

  match(row: RosterRow): Known | 'several' | undefined {
    const name = plainName(row.name);
    const card = row.cardNo ? this.byCard.get(row.cardNo) : undefined;
    if (card) return card;
    const born = this.byBirth.get(`${name} ${row.birthDate}`) ?? [];
    if (born.length === 1) return born[0];
    if (born.length > 1)
      return only(born.filter(other => isHome(other, row))) ?? only(born.filter(other => isCalled(other, row))) ?? 'several';
    return (
      only(row.phone ? this.byPhone.get(`${name} ${row.phone}`) : []) ??
      only(this.byHome.get(`${name} ${row.unitId} ${row.room}`))
    );
  }

  /** A new person, findable by the rows that follow. */
  add(row: RosterRow, tools: PlanTools): Known {
    let again = 0;
    while (this.ids.has(tools.idFor(row, again))) again += 1;
    const fields = fieldsOf(row, undefined, tools) as Omit<Known, 'id'>;
    const added = { ...fields, id: tools.idFor(row, again) };
    this.put(added);
    return added;
  }

  private put(resident: Known): void {
    this.ids.add(resident.id);
    if (resident.status === 'erased') return;
    const name = plainName(resident.name);
    if (resident.cardNo) this.byCard.set(resident.cardNo, resident);
    append(this.byBirth, `${name} ${resident.birthDate}`, resident);
    if (resident.phone) append(this.byPhone, `${name} ${resident.phone}`, resident);
    append(this.byHome, `${name} ${resident.address.unitId} ${resident.address.room}`, resident);
  }
}

const only = <T>(list: readonly T[] | undefined): T | undefined => (list?.length === 1 ? list[0] : undefined);
const isHome = (resident: Known, row: RosterRow): boolean =>
  resident.address.unitId === row.unitId && resident.address.room === row.room;
const isCalled = (resident: Known, row: RosterRow): boolean => Boolean(row.phone) && resident.phone === row.phone;
function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** In the order of the file, errors and warnings of one row together; the first two hundred. */
export const firstProblems = (problems: readonly RosterProblem[]): RosterProblem[] =>
  [...problems].sort((a, b) => a.row - b.row).slice(0, ROSTER_LIMITS.problems);
