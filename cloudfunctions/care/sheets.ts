/** Excel: reading a list of sign-ups row by row, and writing lists and months. */
import { type Attendance, CARE_COLUMNS, CARE_SHEET, type CareClass, type CareColumn, type CareProblem } from '../../types/care';
import { ALLERGENS, type Allergen } from '../../types/directory';
import { type CivilDate, dateText } from '../../types/time';
import { type No, no } from '../../types/verdict';
import { ALLERGEN_TEXT } from '../../types/words';
import { readAllergens, readDay, readPhone, readYesNo } from '../_shared/cells';
import type { Stored } from '../_shared/collection';
import type { RawSheet } from '../_shared/sheet';
import { type Cell, workbook } from '../_shared/workbook';
import type { ImportRow } from './collections';

type Heading = { at: number; columns: Partial<Record<CareColumn, number>> };
const LOOKED_AT = 6;
const plain = (text: string): string => text.replace(/[\s*＊:：]/g, '');
const headerOf = (key: CareColumn): string => CARE_COLUMNS.find(column => column.key === key)?.header ?? key;

/** The heading stands within the first rows; a column that is needed and missing is named. */
export function careHeading(rows: readonly string[][]): Heading | No<'WRONG_HEADERS'> {
  const found = rows
    .slice(0, LOOKED_AT)
    .map(row => row.map(cell => CARE_COLUMNS.find(({ header }) => header === plain(cell))?.key));
  const counts = found.map(row => row.filter(Boolean).length);
  const at = counts.indexOf(Math.max(0, ...counts));
  const keys = found[at] ?? [];
  const missing = CARE_COLUMNS.filter(({ key, needed }) => needed && !keys.includes(key)).map(({ header }) => header);
  if (missing.length > 0) return no('WRONG_HEADERS', { missing: missing.join('、') });
  const columns: Heading['columns'] = {};
  keys.forEach((key, position) => {
    if (key) columns[key] = position;
  });
  return { at, columns };
}

export type Readable = { rows: ImportRow[]; problems: CareProblem[]; seen: number };
type Tools = {
  classes: readonly Pick<Stored<CareClass>, 'id' | 'name'>[];
  childIdOf: (child: Pick<ImportRow, 'name' | 'birthDate' | 'guardian'>) => string;
  plausible: (birthDate: CivilDate) => boolean;
};

/** Every row by itself: what is wrong is said with the row's number, what is right can be signed up. */
export function readSignUps({ rows }: RawSheet, heading: Heading, tools: Tools): Readable {
  const result: Readable = { rows: [], problems: [], seen: 0 };
  const first = new Map<string, number>();
  rows.slice(heading.at + 1, heading.at + 1 + CARE_SHEET.rows).forEach((cells, at) => {
    if (cells.every(cell => !cell)) return;
    result.seen += 1;
    const row = heading.at + 2 + at;
    const read = readRow(row, key => plain(cells[heading.columns[key] ?? -1] ?? ''), tools);
    const key = read.row && `${read.row.childId}:${read.row.classId}`;
    const before = key ? first.get(key) : undefined;
    if (before)
      read.problems.push({
        row,
        column: '姓名',
        level: 'error',
        text: `和第 ${before} 行是同一个孩子、同一个班次，请删掉一行。`,
      });
    if (key && !before) first.set(key, row);
    result.problems.push(...read.problems);
    if (read.row && !read.problems.some(({ level }) => level === 'error')) result.rows.push(read.row);
  });
  result.problems.splice(CARE_SHEET.problems);
  return result;
}

function readRow(row: number, cell: (key: CareColumn) => string, { classes, childIdOf, plausible }: Tools) {
  const problems: CareProblem[] = [];
  const say = (key: CareColumn, text: string, level: CareProblem['level'] = 'error') =>
    problems.push({ row, column: headerOf(key), level, text });
  for (const { key, needed, header } of CARE_COLUMNS) if (needed && !cell(key)) say(key, `没有填“${header}”，这一行先不导入。`);
  const birthDate = readDay(cell('birthDate'));
  if (cell('birthDate') && (!birthDate || !plausible(birthDate)))
    say('birthDate', '“出生日期”看不懂，或不是 2 到 17 岁的孩子，请写成 2017-01-31 这样。');
  const phone = readPhone(cell('phone'));
  if (cell('phone') && !phone) say('phone', '“监护人手机”不是 11 位手机号，请核对。');
  const cls = classes.find(({ name }) => plain(name) === cell('className'));
  if (cell('className') && !cls)
    say('className', `没有叫“${cell('className')}”的班次，可以填：${classes.map(({ name }) => name).join('、')}。`);
  if (cell('consent') && readYesNo(cell('consent')) !== true)
    say('consent', '没有签纸质同意书，不能导入；请让家长在手机上报名，或签好再导入。');
  const allergens = readAllergens(cell('allergens'));
  if (allergens.unknown.length > 0)
    say(
      'allergens',
      `“过敏”里的“${allergens.unknown.join('、')}”没有记下，可以填：${ALLERGENS.map(each => ALLERGEN_TEXT[each]).join('、')}。`,
      'warning',
    );
  for (const [key, most] of [
    ['name', 20],
    ['school', 30],
    ['schoolClass', 20],
    ['guardianName', 20],
    ['relation', 10],
  ] as const)
    if (cell(key).length > most) say(key, `“${headerOf(key)}”超过 ${most} 个字，请改短。`);
  if (!birthDate || !phone || !cls) return { problems };
  const child = {
    name: cell('name'),
    birthDate,
    school: cell('school'),
    schoolClass: cell('schoolClass'),
    guardian: { name: cell('guardianName'), relation: cell('relation'), phone },
    allergens: allergens.known as Allergen[],
  };
  return { problems, row: { row, childId: childIdOf(child), classId: cls.id, ...child } };
}

/** An empty list with an example that says itself that it is one. */
export const templateBook = (className: string): Promise<Buffer> =>
  workbook([
    {
      name: '托管报名',
      rows: [
        CARE_COLUMNS.map(({ header }) => header),
        [
          '示例（导入前删掉这一行）',
          '2017-05-20',
          '幸福路小学',
          '三年级2班',
          className,
          '吴建国',
          '父亲',
          '13800000000',
          '是',
          '花生',
        ],
      ],
    },
  ]);

const STATUS_MARK: Record<Attendance['status'], string> = {
  expected: '缺',
  leave: '假',
  absent: '假',
  here: '到',
  moved: '到',
  gone: '到',
};

/** A row a child, a column a day; 到 came, 假 leave or explained, 缺 missing without a word. */
export function monthBook(
  name: string,
  days: readonly CivilDate[],
  children: readonly { id: string; name: string; schoolClass: string }[],
  attendances: readonly Pick<Attendance, 'day' | 'childId' | 'status' | 'signIn' | 'release'>[],
  today: CivilDate,
): Promise<Buffer> {
  const found = new Map(attendances.map(each => [`${each.childId}:${each.day}`, each]));
  const rows = children.map(child => {
    const marks = days.map(day => {
      const one = found.get(`${child.id}:${day}`);
      return one ? STATUS_MARK[one.status] : day < today ? '缺' : '';
    });
    const count = (mark: string): Cell => ({ number: marks.filter(each => each === mark).length });
    return [child.name, child.schoolClass, ...marks, count('到'), count('假'), count('缺')];
  });
  const head = ['姓名', '年级班级', ...days.map(day => dateText(day)), '到', '假', '缺'];
  return workbook([{ name, rows: [head, ...rows], widths: [12, 14, ...days.map(() => 8), 6, 6, 6] }]);
}
