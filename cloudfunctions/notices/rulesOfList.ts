/**
 * An Excel list against the residents. Pure. A row is the one resident to whom the first of these points: the card number; name and
 * phone; name and address; a name that only one resident has; a phone that only one resident has. Otherwise it says why not.
 */
import { LIST_COLUMNS, LIST_PROBLEMS, type ListColumn, type ListProblem } from '../../types/audience';
import { type No, no } from '../../types/verdict';

export type Listed = { id: string; name: string; phone?: string; cardNo?: string; address: string };
export type ListReading = { ids: string[]; rows: number; leftOut: number; problems: ListProblem[] };

const ALSO: Record<string, ListColumn> = {
  居民姓名: 'name',
  名字: 'name',
  手机: 'phone',
  手机号码: 'phone',
  联系电话: 'phone',
  电话: 'phone',
  助餐卡号: 'cardNo',
  地址: 'address',
  家庭住址: 'address',
  门牌号: 'address',
};
const COLUMN_OF: Record<string, ListColumn> = {
  ...ALSO,
  ...Object.fromEntries(LIST_COLUMNS.map(({ header, key }) => [header, key])),
};
/** Titles above the heading are usual; further down it is not looked for. */
const LOOKED_AT = 6;

type Heading = { at: number; columns: Partial<Record<ListColumn, number>> };

export function findListHeading(rows: readonly string[][]): Heading | No<'WRONG_HEADERS'> {
  for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
    const columns: Heading['columns'] = {};
    row.forEach((cell, position) => {
      const key = COLUMN_OF[cell.replace(/[\s*＊:：]/g, '')];
      if (key) columns[key] ??= position;
    });
    if (columns.name !== undefined || columns.cardNo !== undefined) return { at, columns };
  }
  return no('WRONG_HEADERS', { row: 1, missing: '姓名' });
}

/** As people write it: 3号楼2单元501, 3-2-501 and 3栋 2单元 501室 are one home. */
export const plainAddress = (text: string): string =>
  text
    .replace(/\s/g, '')
    .replace(/(号楼|栋|幢|座|楼|单元|门|[-—–_/])/g, '-')
    .replace(/(室|号|户)$/, '')
    .replace(/-+/g, '-');

const plainName = (name: string): string => name.replace(/[\s·•.]/g, '');
const digits = (text: string): string => text.replace(/[^\d]/g, '').replace(/^(0086|86)(?=1\d{10}$)/, '');

class Index {
  private readonly by = new Map<string, string[]>();

  constructor(people: readonly Listed[]) {
    for (const person of people) {
      const name = plainName(person.name);
      const keys = [
        person.cardNo && `card ${person.cardNo}`,
        `name ${name}`,
        person.phone && `phone ${person.phone}`,
        person.phone && `both ${name} ${person.phone}`,
        `home ${name} ${plainAddress(person.address)}`,
      ];
      for (const key of keys) if (key) this.by.set(key, [...(this.by.get(key) ?? []), person.id]);
    }
  }

  find = (key: string): readonly string[] => this.by.get(key) ?? [];
}

type Row = Record<ListColumn, string>;

/** One resident, or a sentence. */
function whoIs(row: Row, index: Index): { id: string } | { text: string } {
  const name = plainName(row.name);
  const phone = digits(row.phone);
  if (!name && !row.cardNo && !phone) return { text: '这一行没有姓名，也没有卡号和手机号。' };
  const tries = [
    row.cardNo && `card ${row.cardNo.replace(/\s/g, '')}`,
    name && phone && `both ${name} ${phone}`,
    name && row.address && `home ${name} ${plainAddress(row.address)}`,
    name && `name ${name}`,
    !name && phone && `phone ${phone}`,
  ];
  for (const key of tries) {
    const found = key ? index.find(key) : [];
    if (found.length === 1) return { id: found[0]! };
  }
  const many = name ? index.find(`name ${name}`).length : 0;
  if (many > 1) return { text: `社区里有 ${many} 位“${row.name}”，请补上手机号、卡号或住址。` };
  return { text: `居民名单里没有找到“${row.name || row.cardNo || row.phone}”。` };
}

/** Reads every row that is not blank; somebody listed twice is in the group once. */
export function matchList(sheet: readonly string[][], heading: Heading, people: readonly Listed[]): ListReading {
  const index = new Index(people);
  const first = new Map<string, number>();
  const reading: ListReading = { ids: [], rows: 0, leftOut: 0, problems: [] };
  sheet.slice(heading.at + 1).forEach((cells, position) => {
    if (cells.every(cell => !cell.trim())) return;
    reading.rows += 1;
    const at = heading.at + 2 + position;
    const cell = (column: ListColumn): string =>
      heading.columns[column] === undefined ? '' : (cells[heading.columns[column]] ?? '').trim();
    const found = whoIs({ name: cell('name'), phone: cell('phone'), cardNo: cell('cardNo'), address: cell('address') }, index);
    const before = 'id' in found ? first.get(found.id) : undefined;
    const text = 'text' in found ? found.text : before && `与第 ${before} 行是同一个人，只算一次。`;
    if (text) say(reading, at, text, 'text' in found);
    if ('id' in found && !before) {
      first.set(found.id, at);
      reading.ids.push(found.id);
    }
  });
  return reading;
}

function say(reading: ListReading, row: number, text: string, leftOut: boolean): void {
  if (leftOut) reading.leftOut += 1;
  if (reading.problems.length < LIST_PROBLEMS) reading.problems.push({ row, text: text.slice(0, 120) });
}
