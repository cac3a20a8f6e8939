/** Finding the heading of a roster. Pure. */
import { ROSTER_COLUMNS, type RosterColumn } from '../../../types/roster';
import { type No, no } from '../../../types/verdict';

/** Which column of the sheet holds what, and where the heading stands (counted from 0). */
export type Heading = { at: number; columns: Partial<Record<RosterColumn, number>> };

/** Other words that offices use for the same column. */
const ALSO: Record<string, RosterColumn> = {
  居民姓名: 'name',
  出生年月日: 'birthDate',
  出生年月: 'birthDate',
  生日: 'birthDate',
  手机: 'phone',
  手机号码: 'phone',
  联系电话: 'phone',
  电话: 'phone',
  所属网格: 'grid',
  网格名称: 'grid',
  楼号: 'building',
  楼栋号: 'building',
  楼幢: 'building',
  楼: 'building',
  单元号: 'unit',
  室号: 'room',
  房间号: 'room',
  门牌号: 'room',
  门牌: 'room',
  户号: 'room',
  是否独居: 'livesAlone',
  是否失能: 'disabled',
  是否低保: 'lowIncome',
  本地户籍: 'registeredHere',
  是否户籍: 'registeredHere',
  助餐卡号: 'cardNo',
  过敏原: 'allergens',
  饮食禁忌: 'diets',
  饮食忌口: 'diets',
};
const KEY_OF: Record<string, RosterColumn> = {
  ...ALSO,
  ...Object.fromEntries(ROSTER_COLUMNS.map(({ header, key }) => [header, key])),
};

/** Titles above the heading are usual; further down it is not looked for. */
const LOOKED_AT = 6;
/** A row with this many known headings is meant as one. */
const MEANT = 3;

const plain = (text: string): string => text.replace(/[\s*＊:：]/g, '').replace(/[（(].*[）)]$/, '');

/** The heading of the sheet, or what is wrong with it: `missing` names the columns, `row` is Excel's number. */
export function findHeading(rows: readonly string[][]): Heading | No<'WRONG_HEADERS'> {
  const keys = rows.slice(0, LOOKED_AT).map(row => row.map(cell => KEY_OF[plain(cell)]));
  const counts = keys.map(row => row.filter(Boolean).length);
  const most = Math.max(0, ...counts);
  const at = counts.indexOf(most);
  const found = most >= MEANT ? keys[at]! : [];
  const twice = found.find((key, position) => key && found.indexOf(key) !== position);
  if (twice) return no('WRONG_HEADERS', { row: at + 1, twice: headerOf(twice) });
  const missing = ROSTER_COLUMNS.filter(({ key, needed }) => needed && !found.includes(key)).map(({ header }) => header);
  if (missing.length) return no('WRONG_HEADERS', { row: most >= MEANT ? at + 1 : 1, missing: missing.join('、') });
  const columns: Heading['columns'] = {};
  found.forEach((key, position) => {
    if (key) columns[key] = position;
  });
  return { at, columns };
}

export const headerOf = (key: RosterColumn): string => ROSTER_COLUMNS.find(column => column.key === key)?.header ?? key;

/** The first merged range below the heading; merged titles above it do no harm. */
export function mergedBelow(merged: readonly string[], heading: Heading): No<'MERGED_CELLS'> | undefined {
  const rows = merged.map(range => ({
    range,
    row: Number(/\d+/.exec(range)?.[0]),
    last: Number(/:[A-Z]+(\d+)/.exec(range)?.[1]),
  }));
  const bad = rows.filter(({ last }) => last > heading.at + 1).sort((a, b) => a.row - b.row)[0];
  return (
    bad && no('MERGED_CELLS', { row: bad.row, cells: bad.range, count: rows.filter(({ last }) => last > heading.at + 1).length })
  );
}
