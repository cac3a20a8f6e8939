/** Rows of text become rows of a roster; what is wrong is said row by row. Pure. */
import { type Allergen, CATEGORIES, type Category, type Diet } from '../../../types/directory';
import type { RosterColumn, RosterProblem } from '../../../types/roster';
import type { CivilDate } from '../../../types/time';
import { ALLERGEN_TEXT, DIET_TEXT } from '../../../types/words';
import { isNone, type ReadList, readAllergens, readDay, readDiets, readPhone, readYesNo } from '../../_shared/cells';
import { type Heading, headerOf } from './headers';
import { type PlaceFinder, type PlaceName, placeName } from './places';

/** Undefined: the file does not say, what is known stays. Null: the file says there is none. */
export type RosterRow = {
  row: number;
  name: string;
  birthDate: CivilDate;
  unitId: string;
  room: string;
  phone?: string | null;
  cardNo?: string | null;
  flags: Partial<Record<Category, boolean>>;
  allergens?: Allergen[];
  diets?: Diet[];
};

export type ReadRows = { rows: RosterRow[]; problems: RosterProblem[]; newPlaces: PlaceName[]; seen: number };
type Say = (column: RosterColumn, level: RosterProblem['level'], text: string) => void;
type Cell = (column: RosterColumn) => string | undefined;

const LONGEST_NAME = 20;
const LONGEST_ROOM = 12;

export function readRows(sheet: readonly string[][], heading: Heading, places: PlaceFinder, today: CivilDate): ReadRows {
  const result: ReadRows = { rows: [], problems: [], newPlaces: [], seen: 0 };
  sheet.slice(heading.at + 1).forEach((cells, at) => {
    if (cells.every(cell => !cell)) return;
    result.seen += 1;
    const row = heading.at + 2 + at;
    const cell: Cell = column => (heading.columns[column] === undefined ? undefined : (cells[heading.columns[column]] ?? ''));
    const problems: RosterProblem[] = [];
    const read = readRow(row, cell, places, today, (column, level, text) =>
      problems.push({ row, column: headerOf(column), level, text }),
    );
    result.problems.push(...problems);
    if (read && !problems.some(problem => problem.level === 'error')) result.rows.push(read);
  });
  result.newPlaces = places.missing();
  return result;
}

function readRow(row: number, cell: Cell, places: PlaceFinder, today: CivilDate, say: Say): RosterRow | undefined {
  const name = needed('name', cell, LONGEST_NAME, say);
  const room = needed('room', cell, LONGEST_ROOM, say);
  const birthDate = readBirth(cell('birthDate') ?? '', today, say);
  const unitId = readPlace(cell, places, say);
  const optional = {
    phone: readPhoneCell(cell('phone'), say),
    cardNo: readCard(cell('cardNo'), say),
    flags: readFlags(cell, say),
    allergens: readWords('allergens', cell, readAllergens, ALLERGEN_TEXT, say),
    diets: readWords('diets', cell, readDiets, DIET_TEXT, say),
  };
  return name && room && birthDate && unitId ? { row, name, room, birthDate, unitId, ...optional } : undefined;
}

function needed(column: RosterColumn, cell: Cell, longest: number, say: Say): string | undefined {
  const text = (cell(column) ?? '').replace(/\s+/g, '');
  if (!text) say(column, 'error', `没有填“${headerOf(column)}”，这一行先不导入。`);
  else if (text.length > longest) say(column, 'error', `“${headerOf(column)}”超过 ${longest} 个字，请改短。`);
  else return text;
  return undefined;
}

function readBirth(text: string, today: CivilDate, say: Say): CivilDate | undefined {
  const day = readDay(text);
  if (!text) say('birthDate', 'error', '没有填“出生日期”，这一行先不导入。');
  else if (!day) say('birthDate', 'error', '“出生日期”看不懂，请写成 1950-01-31 这样。');
  else if (day > today) say('birthDate', 'error', '“出生日期”在今天以后，请核对。');
  else return day;
  return undefined;
}

function readPlace(cell: Cell, places: PlaceFinder, say: Say): string | undefined {
  const name = placeName(cell('grid') ?? '', cell('building') ?? '', cell('unit') ?? '');
  const blank = (['grid', 'building', 'unit'] as const).find(column => !name[column]);
  if (blank) {
    say(blank, 'error', `没有填“${headerOf(blank)}”，这一行先不导入。`);
    return undefined;
  }
  const found = places.find(name);
  if (found.ok) return found.unitId;
  say(found.column, 'error', found.text);
  return undefined;
}

function readPhoneCell(text: string | undefined, say: Say): string | null | undefined {
  if (!text) return undefined;
  if (isNone(text)) return null;
  const phone = readPhone(text);
  if (!phone) say('phone', 'warning', '“手机号”不是 11 位手机号，没有导入这个号码，其他内容照常导入。');
  return phone;
}

function readCard(text: string | undefined, say: Say): string | null | undefined {
  if (!text) return undefined;
  if (isNone(text)) return null;
  const card = text.replace(/\s/g, '');
  if (card.length <= 20) return card;
  say('cardNo', 'error', '“卡号”超过 20 位，请核对。');
  return undefined;
}

function readFlags(cell: Cell, say: Say): RosterRow['flags'] {
  const flags: RosterRow['flags'] = {};
  for (const category of CATEGORIES) {
    const text = cell(category);
    if (text === undefined) continue;
    const answer = readYesNo(text);
    if (answer === undefined) say(category, 'error', `“${headerOf(category)}”请填“是”或“否”。`);
    flags[category] = answer ?? false;
  }
  return flags;
}

/** A blank cell leaves what is known: an allergy is not lost because a list came without it. */
function readWords<T extends string>(
  column: 'allergens' | 'diets',
  cell: Cell,
  read: (text: string) => ReadList<T>,
  words: Record<T, string>,
  say: Say,
): T[] | undefined {
  const text = cell(column);
  if (!text) return undefined;
  const { known, unknown } = read(text);
  if (unknown.length) {
    say(
      column,
      'warning',
      `“${headerOf(column)}”里的“${unknown.join('、')}”没有记下，可以填：${Object.values(words).join('、')}。`,
    );
  }
  return known.length || isNone(text) ? known : undefined;
}
