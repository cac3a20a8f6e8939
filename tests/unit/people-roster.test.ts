import { readAllergens, readDay, readPhone, readYesNo } from '../../cloudfunctions/_shared/cells';
import { pinyinOf } from '../../cloudfunctions/_shared/pinyin';
import { readSheet } from '../../cloudfunctions/_shared/sheet';
import { workbook } from '../../cloudfunctions/_shared/workbook';
import { findHeading, mergedBelow } from '../../cloudfunctions/people/roster/headers';
import { placeName } from '../../cloudfunctions/people/roster/places';
import { templateSheets } from '../../cloudfunctions/people/roster/write';
import { civilDate } from '../../types/time';
import * as a from '../builders/people';

describe('cells', () => {
  test.each([
    ['1948-03-12', '1948-03-12'],
    ['1948/3/12', '1948-03-12'],
    ['1948.3.12', '1948-03-12'],
    ['1948年3月12日', '1948-03-12'],
    ['19480312', '1948-03-12'],
    ['17604', '1948-03-12'],
    ['1948-02-30', undefined],
    ['三月', undefined],
    ['48-3-12', undefined],
  ])('the day %s is %s', (text, day) => expect(readDay(text)).toBe(day));

  test.each([
    ['138 0000 0001', '13800000001'],
    ['+86-13800000001', '13800000001'],
    ['8613800000001', '13800000001'],
    ['0592-5550000', undefined],
    ['1.38E+10', undefined],
  ])('the phone %s is %s', (text, phone) => expect(readPhone(text)).toBe(phone));

  test('yes and no as offices write them; what is neither is asked about', () => {
    expect(['是', '√', '1', '本地'].map(readYesNo)).toEqual([true, true, true, true]);
    expect(['', '否', '外地', '/'].map(readYesNo)).toEqual([false, false, false, false]);
    expect(readYesNo('半失能')).toBeUndefined();
  });

  test('allergens by their words; an unknown one is named, not lost in silence', () => {
    expect(readAllergens('花生、虾；芒果')).toEqual({ known: ['crustacean', 'peanut'], unknown: ['芒果'] });
    expect(readAllergens('花生过敏')).toEqual({ known: ['peanut'], unknown: [] });
  });

  test('bare numbers of places are completed', () => {
    expect(placeName('第一网格', '3', '2')).toEqual({ grid: '第一网格', building: '3号楼', unit: '2单元' });
  });
});

describe('the heading', () => {
  test('is found below a merged title', () => {
    expect(findHeading([['幸福里社区居民名单'], a.HEAD])).toMatchObject({ at: 1, columns: { name: 0, diets: 13 } });
  });

  test('may say 联系电话 for 手机号, and carry stars and hints', () => {
    const heading = a.HEAD.map(header => (header === '手机号' ? '联系电话' : header === '姓名' ? '* 姓名（必填）' : header));
    expect(findHeading([heading])).toMatchObject({ columns: { phone: 2, name: 0 } });
  });

  test('is refused with the columns that are missing', () => {
    expect(findHeading([a.HEAD.filter(header => header !== '房号' && header !== '出生日期')])).toMatchObject({
      code: 'WRONG_HEADERS',
      details: { missing: '出生日期、房号', row: 1 },
    });
    expect(findHeading([['a', 'b']])).toMatchObject({ code: 'WRONG_HEADERS' });
    expect(findHeading([])).toMatchObject({ code: 'WRONG_HEADERS' });
  });

  test('is refused when a column stands there twice', () => {
    expect(findHeading([[...a.HEAD, '姓名']])).toMatchObject({ details: { twice: '姓名' } });
  });

  test('may stand under merged cells, rows may not be merged', () => {
    const heading = { at: 1, columns: {} };
    expect(mergedBelow(['A1:N1'], heading)).toBeUndefined();
    expect(mergedBelow(['A1:N1', 'E9:E12', 'E5:E8'], heading)).toMatchObject({
      code: 'MERGED_CELLS',
      details: { row: 5, cells: 'E5:E8', count: 2 },
    });
  });
});

describe('the dry run', () => {
  test('says what is wrong, row by row, and leaves those rows out', () => {
    const { problems, plan, seen } = a.dryRun([
      a.line({ 姓名: '' }),
      a.line({ 出生日期: '某日' }),
      a.line({ 出生日期: '2030-01-01' }),
      a.line({ 楼栋: '9号楼' }),
      a.line({ 网格: '第二网格' }),
      a.line({ 失能: '半失能' }),
      [],
      a.line(),
    ]);
    expect(seen).toBe(7);
    expect(problems.map(({ row, column, level }) => [row, column, level])).toEqual([
      [2, '姓名', 'error'],
      [3, '出生日期', 'error'],
      [4, '出生日期', 'error'],
      [5, '楼栋', 'error'],
      [6, '网格', 'error'],
      [7, '失能', 'error'],
    ]);
    expect(plan.counts).toEqual({ fresh: 1, changed: 0, same: 0, missing: 0 });
  });

  test('an unknown phone or allergen is told, and the resident still comes', () => {
    const { problems, plan } = a.dryRun([a.line({ 手机号: '5550000', 过敏: '芒果' })]);
    expect(problems.map(({ level }) => level)).toEqual(['warning', 'warning']);
    expect(plan.counts.fresh).toBe(1);
  });

  test('a phone in two rows is told, not refused: families share one', () => {
    const { problems, plan } = a.dryRun([a.line(), a.line({ 姓名: '李建国', 卡号: '', 房号: '502' })]);
    expect(problems).toMatchObject([{ row: 3, level: 'warning', text: expect.stringContaining('第 2 行') }]);
    expect(plan.counts.fresh).toBe(2);
  });

  test('one person in two rows comes once', () => {
    const { problems, plan } = a.dryRun([a.line(), a.line({ 卡号: '' })]);
    expect(problems.find(({ level }) => level === 'error')).toMatchObject({ row: 3, text: expect.stringContaining('第 2 行') });
    expect(plan.counts.fresh).toBe(1);
  });

  test('a card that two rows or another resident hold is refused', () => {
    const { problems } = a.dryRun([a.line(), a.line({ 姓名: '李建国', 出生日期: '1950-01-01' })], []);
    expect(problems.filter(({ level }) => level === 'error')).toMatchObject([{ row: 3, column: '卡号' }]);
    const other = a.dryRun([a.line({ 姓名: '李建国', 出生日期: '1950-01-01' })], [a.resident()]);
    expect(other.problems).toMatchObject([{ row: 2, column: '卡号', level: 'error' }]);
  });

  test('builds the tree from the file when asked to; the same building written two ways is one', () => {
    const lines = [a.line({ 楼栋: '9号楼' }), a.line({ 姓名: '李建国', 楼栋: '9栋', 单元: '1', 卡号: '', 手机号: '' })];
    const { newPlaces, plan } = a.dryRun(lines, [], true);
    expect(newPlaces).toEqual([
      { grid: '第一网格', building: '9号楼', unit: '2单元' },
      { grid: '第一网格', building: '9栋', unit: '1单元' },
    ]);
    expect(plan.rows.map(({ fields }) => (fields.address as { unitId: string }).unitId)).toEqual([
      'u-9号楼-2单元',
      'u-9号楼-1单元',
    ]);
  });
});

describe('who is who', () => {
  const planOf = (over: Partial<Record<string, string>>, known = [a.resident()]) => a.dryRun([a.line(over)], known).plan;

  test('the same row again changes nothing', () =>
    expect(planOf({}).counts).toEqual({ fresh: 0, changed: 0, same: 1, missing: 0 }));

  test('who moved house is the same person by name and birth date', () => {
    const plan = planOf({ 卡号: '', 房号: '602', 手机号: '' });
    expect(plan.rows).toMatchObject([{ id: 'r-wang', kind: 'changed', fields: { address: { room: '602' } } }]);
    expect(Object.keys(plan.rows[0]!.fields)).toEqual(['address']);
  });

  test('a corrected birth date is the same person by the phone, or by the home', () => {
    expect(planOf({ 卡号: '', 出生日期: '1948-03-21', 房号: '9' }).rows[0]).toMatchObject({ id: 'r-wang', kind: 'changed' });
    expect(planOf({ 卡号: '', 出生日期: '1948-03-21', 手机号: '' }).rows[0]).toMatchObject({ id: 'r-wang', kind: 'changed' });
  });

  test('a corrected name is the same person by the card', () => {
    expect(planOf({ 姓名: '王桂蓝' }).rows).toMatchObject([{ id: 'r-wang', kind: 'changed', fields: { name: '王桂蓝' } }]);
  });

  test('two of the same name and birth date are told apart by home or phone, or it is asked', () => {
    const twins = [
      a.resident({ cardNo: undefined }),
      a.resident({ id: 'r-2', cardNo: undefined, phone: undefined, address: { ...a.home, room: '9' } }),
    ];
    expect(planOf({ 卡号: '', 房号: '9', 手机号: '', 过敏: '' }, twins).counts.same).toBe(1);
    expect(a.dryRun([a.line({ 卡号: '', 房号: '7', 手机号: '' })], twins).problems).toMatchObject([
      { level: 'error', column: '姓名' },
    ]);
  });

  test('an empty cell keeps phone, card and allergies; 无 clears them; an empty mark is no', () => {
    expect(planOf({ 手机号: '', 卡号: '', 过敏: '' }).counts.same).toBe(1);
    expect(planOf({ 手机号: '无', 过敏: '无' }).rows[0]!.fields).toEqual({ phone: null, allergens: [] });
    expect(planOf({ 独居: '' }).rows[0]!.fields).toEqual({ categories: [] });
  });

  test('who had left and is on the roster lives here again', () => {
    expect(planOf({}, [a.resident({ status: 'left' })]).rows[0]!.fields).toEqual({ status: 'living' });
  });

  test('who was erased stays erased; the person comes as somebody new', () => {
    const plan = planOf({}, [a.resident({ status: 'erased' })]);
    expect(plan.rows).toMatchObject([{ kind: 'fresh' }]);
    expect(plan.rows[0]!.id).not.toBe('r-wang');
  });

  test('counts who is not on the roster, and leaves them', () => {
    const plan = planOf({}, [
      a.resident(),
      a.resident({ id: 'r-9', name: '赵德福', birthDate: civilDate('1940-01-01'), cardNo: 'A9' }),
    ]);
    expect(plan.counts.missing).toBe(1);
    expect(plan.rows).toEqual([]);
  });
});

describe('a workbook', () => {
  test('of ours is read again, its example rows without a problem', async () => {
    const sheet = await readSheet(await workbook(templateSheets()));
    if (!('rows' in sheet)) throw new Error(sheet.code);
    expect(sheet.merged).toEqual([]);
    expect(a.dryRun(sheet.rows.slice(1)).problems).toEqual([]);
  });

  test('is not a csv, an old xls, a broken file, nor one of eleven megabytes', async () => {
    const refused = async (content: Buffer) => (await readSheet(content)) as { code: string };
    expect(await refused(Buffer.from('姓名,出生日期'))).toMatchObject({ code: 'NOT_A_WORKBOOK' });
    expect(await refused(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toMatchObject({ code: 'NOT_A_WORKBOOK' });
    expect(await refused(Buffer.from('PK broken'))).toMatchObject({ code: 'NOT_A_WORKBOOK' });
    expect(await refused(Buffer.alloc(11 * 1024 * 1024))).toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

test.each([
  ['王桂兰', 'wgl wangguilan'],
  ['单雄', 'sx shanxiong'],
  ['曾国藩', 'zgf zengguofan'],
  ['欧阳修', 'oyx ouyangxiu'],
  ['尉迟恭', 'ycg yuchigong'],
  ['黄长乐', 'hcl huangchangle'],
  ['吕秀莲', 'lxl lvxiulian'],
  ['钱国强', 'qgq qianguoqiang'],
  ['贝小倩', 'bxq beixiaoqian'],
  ['任我行', 'rwx renwoxing'],
  ['郭垚', 'gy guoyao'],
  ['阿依·古丽', 'aygl ayiguli'],
])('%s is found as %s', (name, pinyin) => expect(pinyinOf(name)).toBe(pinyin));
