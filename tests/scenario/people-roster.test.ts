/** The roster as a file: twelve thousand rows in, again, and out; files that cannot be read; my data; the first administrator. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../config/scripts/root';
import { type LocalCloud, startLocalCloud } from '../../localcloud';
import { ERASE_WORDS } from '../../types/people';
import { type ImportView, ROSTER_COLUMNS } from '../../types/roster';
import { gesture, openWorld, type Person, type Refused, refusalOf, type World } from '../world';
import { download, phoneCode, rowsAt, sheetOf, upload } from '../world/people';

const HEAD = ROSTER_COLUMNS.map(({ header }) => header) as string[];
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'桂兰秀英建国德福玉梅志强丽华明芳军洁海燕'];

/** Row n of a made-up community: forty buildings, five units, thirty rooms; every name and birth date once. */
function person(n: number): string[] {
  const name = `${SURNAMES[n % 20]}${GIVEN[Math.floor(n / 20) % 20]}${GIVEN[Math.floor(n / 400) % 20]}`;
  const day = `${1930 + (n % 80)}-${String((Math.floor(n / 80) % 12) + 1).padStart(2, '0')}-${String((Math.floor(n / 960) % 28) + 1).padStart(2, '0')}`;
  const building = 21 + Math.floor(n / 300);
  const place = [`第${Math.floor((building - 21) / 10) + 5}网格`, `${building}栋`, `${(n % 5) + 1}单元`, String(101 + (n % 30))];
  return [
    name,
    day,
    `137${String(10_000_000 + n)}`,
    ...place,
    n % 9 ? '否' : '是',
    '否',
    '否',
    '是',
    `C${n}`,
    n % 50 ? '' : '花生',
    '',
  ];
}
const elsewhere = (row: string[], column: number, text: string) => row.map((cell, at) => (at === column ? text : cell));
const rosterOf = (count: number) => sheetOf([HEAD, ...Array.from({ length: count }, (_, n) => person(n))]);

let world: World;
let office: Person;

beforeAll(async () => {
  world = await openWorld({ residents: 60 });
  await world.at('08:00');
  office = await world.as('wx-zhouzhuren');
});
afterAll(() => world.stop());

const living = () => world.engine.peek('residents', { communityId: 'xingfuli', status: 'living' }, 100_000).length;

async function read(content: Buffer, createPlaces = false): Promise<ImportView> {
  return office.people('readRoster', { fileId: await upload(office, content), createPlaces });
}

async function refusalOfFile(content: Buffer): Promise<Refused> {
  const fileId = await upload(office, content);
  return office.people('readRoster', { fileId, createPlaces: false }).then(
    () => Promise.reject(new Error('it was read')),
    (error: Refused) => error,
  );
}

describe('twelve thousand rows', () => {
  let first: ImportView;

  test('are read without changing anything, new buildings named', async () => {
    first = await read(await rosterOf(12_000), true);
    expect(first).toMatchObject({ status: 'read', rows: 12_000, toApply: 12_000, problems: [] });
    expect(first.counts).toMatchObject({ fresh: 12_000, changed: 0, same: 0, leftOut: 0 });
    expect(first.newPlaces.length).toBe(200);
    expect(living()).toBeLessThan(100);
  }, 60_000);

  test('are written step by step by the page, then by the timer when the page is closed', async () => {
    await office.people('applyRoster', { id: first.id });
    const step = await office.people('continueImport', { id: first.id });
    expect(step).toMatchObject({ status: 'applying', applied: 500 });
    await Promise.all([office.people('continueImport', { id: first.id }), office.people('continueImport', { id: first.id })]);
    for (let ring = 0; ring < 6; ring++) {
      await world.advance(61_000);
      await world.fire('people');
    }
    const { import: done } = await office.people('importStatus', { id: first.id });
    expect(done).toMatchObject({ status: 'done', applied: 12_000 });
    expect(living()).toBeGreaterThanOrEqual(12_060);
    expect(world.engine.peek('importParts', {}, 10)).toEqual([]);
  }, 120_000);

  test('come again and change nobody; one corrected row changes one', async () => {
    const before = living();
    expect((await read(await rosterOf(12_000))).counts).toMatchObject({ fresh: 0, changed: 0, same: 12_000 });
    const corrected = person(7);
    corrected[2] = '13699990000';
    const again = await read(await sheetOf([HEAD, person(6), corrected]));
    expect(again.counts).toMatchObject({ fresh: 0, changed: 1, same: 1 });
    await office.people('applyRoster', { id: again.id });
    expect(await office.people('continueImport', { id: again.id })).toMatchObject({ status: 'done', applied: 1 });
    expect(living()).toBe(before);
    expect((await office.people('findResidents', { text: '13699990000' })).residents).toHaveLength(1);
  }, 120_000);

  test('are exported in the form of the template, and imported again they change nothing', async () => {
    const { url, name } = await office.people('exportRoster', {});
    expect(name).toMatch(/^幸福里社区居民名单-.*\.xlsx$/);
    const content = await download(url);
    expect((await rowsAt(url))[0]).toEqual(HEAD);
    const again = await read(content);
    expect(again.counts).toMatchObject({ fresh: 0, changed: 0, leftOut: 0 });
    expect(world.engine.peek('accessLog', { what: 'exportRoster' }, 10)).toHaveLength(1);
  }, 120_000);

  test('the tree is counted, a search among them is one page', async () => {
    const { residents, buildings } = await office.people('tree', {});
    expect(Object.values(residents).reduce((sum, count) => sum + count, 0)).toBe(living());
    expect(buildings.length).toBe(52);
    expect((await office.people('findResidents', { text: 'wg' })).residents).toHaveLength(50);
  }, 30_000);
});

describe('a file that cannot be used', () => {
  test('is refused with the reason, and nothing is half done', async () => {
    expect((await refusalOfFile(Buffer.from('姓名,出生日期'))).code).toBe('NOT_A_WORKBOOK');
    expect((await refusalOfFile(Buffer.alloc(10 * 1024 * 1024 + 1, 'PK'))).code).toBe('FILE_TOO_LARGE');
    expect(
      await refusalOfFile(
        await sheetOf([
          ['名字', '生辰'],
          ['王', '1950-01-01'],
        ]),
      ),
    ).toMatchObject({ code: 'WRONG_HEADERS' });
    expect((await refusalOfFile(await sheetOf([HEAD]))).code).toBe('NOTHING_TO_IMPORT');
    const unknown = await read(await sheetOf([HEAD, elsewhere(person(1), 4, '99栋')]));
    expect(unknown).toMatchObject({ counts: { leftOut: 1 }, problems: [{ row: 2, column: '楼栋', level: 'error' }] });
    expect(await refusalOf(office.people('applyRoster', { id: unknown.id }))).toBe('NOTHING_TO_IMPORT');
    expect(
      await refusalOf(office.people('readRoster', { fileId: 'cloud://elsewhere/rosters/other/x.xlsx', createPlaces: false })),
    ).toBe('NOT_FOUND');
  }, 30_000);

  test('of merged cells is refused with the place', async () => {
    const content = await mergedRoster();
    expect(await refusalOfFile(content)).toMatchObject({ code: 'MERGED_CELLS', details: { row: 2, cells: 'D2:D3' } });
  });

  test('an old reading is not applied over a newer one', async () => {
    const [older, newer] = [
      await read(await sheetOf([HEAD, elsewhere(person(8), 6, '1')])),
      await read(await sheetOf([HEAD, elsewhere(person(8), 6, '2')])),
    ];
    await world.advance(1000);
    await office.people('applyRoster', { id: newer.id });
    await office.people('continueImport', { id: newer.id });
    expect(await refusalOf(office.people('applyRoster', { id: older.id }))).toBe('IMPORT_OUT_OF_DATE');
    await office.people('dropImport', { id: older.id });
  }, 30_000);

  test('the template is there, with both examples', async () => {
    const { url } = await office.people('rosterTemplate', {});
    expect(await rowsAt(url)).toHaveLength(3);
  });
});

async function mergedRoster(): Promise<Buffer> {
  const { default: write } = await import('write-excel-file/universal');
  const row = (cells: string[]) => cells.map(value => ({ value, type: String }));
  const [one, two] = [row(person(1)), row(person(2))] as [object[], (object | null)[]];
  const data = [
    row(HEAD),
    one.map((cell, at) => (at === 3 ? { ...cell, rowSpan: 2 } : cell)),
    two.map((cell, at) => (at === 3 ? null : cell)),
  ];
  return Buffer.from(await (await write(data as never).toBlob()).arrayBuffer());
}

describe('my data', () => {
  test('is handed out to me', async () => {
    const wang = await world.as('wx-wangguilan');
    const { workbook, json } = await wang.people('exportMine', {});
    expect(await rowsAt(workbook)).toContainEqual(['手机号', '13900000001']);
    expect(JSON.parse((await download(json)).toString())).toMatchObject({
      我的家人: expect.arrayContaining([expect.arrayContaining(['李敏'])]),
    });
  });

  test('is erased when I say so in words; bindings end, the canteen hears, the roster has a husk', async () => {
    const wang = await world.as('wx-wangguilan');
    expect(await refusalOf(wang.people('eraseMe', { words: '好' }))).toBe('CONFIRMATION_WRONG');
    const once = gesture();
    await wang.people('eraseMe', { words: ERASE_WORDS }, once);
    await wang.people('eraseMe', { words: ERASE_WORDS }, once);
    const [resident] = world.engine.peek('residents', { _id: 'xingfuli:r-wangguilan' }, 1) as Record<string, unknown>[];
    expect(resident).toMatchObject({ name: '已注销居民', family: [], status: 'erased' });
    expect(resident).not.toHaveProperty('phone');
    expect(resident!.outbox).toMatchObject([{ kind: 'event', name: 'resident.erased' }]);
    expect((await wang.people('me', {})).account).toEqual({ name: '', status: 'stranger' });
    await world.advance(31_000);
    expect((await (await world.as('wx-limin')).people('me', {})).elders).toEqual([]);
    expect((await office.people('findResidents', { text: '13900000001' })).residents).toEqual([]);
  });

  test('files that were handed out are gone the next day', async () => {
    await world.advance(25 * 3_600_000);
    await world.fire('people');
    expect(world.engine.peek('handouts', {}, 10)).toEqual([]);
  });
});

describe('a new environment', () => {
  let bare: LocalCloud;
  beforeAll(async () => {
    const functionsDir = join(ROOT, 'dist', 'functions');
    const env = { JINLIN_SECRET: 'a-secret-for-tests-only', JINLIN_SETUP_CODE: 'right-code-of-setup' };
    bare = await startLocalCloud({
      port: 0,
      dir: ':memory:',
      functionsDir,
      timers: false,
      workers: 2,
      quiet: true,
      envVariables: env,
    });
  });
  afterAll(() => bare.stop());

  const claim = async (openid: string, code = 'right-code-of-setup', requestId = gesture()) => {
    const input = { code, name: '周主任', community: '新社区', phone: '02885550001', address: '新路 1 号' };
    const reply = await bare.invoke('people', { action: 'claimFirstAdmin', input, requestId }, { openid });
    const { ok, error } = reply as { ok: boolean; error?: { code: string } };
    return ok ? 'ok' : error!.code;
  };

  test('has no collections beyond those that functions declare', () => {
    const declared = JSON.parse(readFileSync(join(ROOT, 'dist', 'functions', 'people', 'function.json'), 'utf8')) as {
      collections: object[];
    };
    expect(declared.collections.length).toBeGreaterThan(8);
  });

  test('of ten who claim it with the right code one becomes administrator; nobody after', async () => {
    expect(await claim('wx-wrong', 'wrong-code-of-setup')).toBe('WRONG_SETUP_CODE');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => claim(`wx-${n}`)));
    expect(answers.filter(answer => answer === 'ok')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['ok', 'ALREADY_SET_UP']));
    expect(await claim('wx-late')).toBe('ALREADY_SET_UP');
    expect(bare.engine.peek('accounts', { 'grants.role': 'admin' }, 10)).toHaveLength(1);
    expect(bare.engine.peek('communities', {}, 10)).toHaveLength(1);
  }, 30_000);
});

test('林涛 joins with his phone after the import as before it', async () => {
  const person = await world.as('wx-lintao');
  const code = await phoneCode(world, 'wx-lintao', '13900000099');
  expect(await person.people('join', { communityId: 'xingfuli', name: '林涛', phoneCode: code })).toMatchObject({
    status: 'member',
  });
});
