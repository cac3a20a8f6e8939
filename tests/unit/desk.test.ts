/** What the desk works out by itself: whom a search finds, what was typed, which pages a role sees. */

import { type CounterRow, findRows } from '../../src/pages/desk/counter/find';
import { draftOf, readDraft } from '../../src/pages/desk/menus/draft';
import { deskPages, mayOpen, pagesFor, pagesWithin } from '../../src/pages/desk/nav';
import { readSettings, ruleDraft, draftOf as settingsDraft } from '../../src/pages/desk/settings/draft';
import { ruleText } from '../../src/pages/desk/settings/preview';
import { unwritten } from '../../src/pages/desk/today/tasks';
import { inputOf, newBuilding, newGrid, nextName, draftOf as treeDraft, wrongIn } from '../../src/pages/desk/tree/draft';
import { contracts } from '../../types';
import type { Settings } from '../../types/canteen';
import { civilDate, instantAt } from '../../types/time';

const row = (number: string, dinerName: string, pinyin: string, cardNo?: string): CounterRow => ({
  id: `2026-11-23:lunch:${number}`,
  number,
  dinerName,
  pinyin,
  cardNo,
  dishes: 'A 套餐',
  way: 'dineIn',
  selfPay: 800 as CounterRow['selfPay'],
  status: 'booked',
  clashes: [],
  may: { redeem: { ok: true }, waive: { ok: true } },
});

const rows = [
  row('A007', '王桂兰', 'wgl wangguilan', '0037'),
  row('A037', '赵德福', 'zdf zhaodefu', '0038'),
  row('A038', '王建国', 'wjg wangjianguo'),
];
const found = (typed: string) => findRows(rows, typed).map(each => each.dinerName);

describe('the counter finds a guest', () => {
  test('by a part of the name', () => expect(found('王')).toEqual(['王桂兰', '王建国']));
  test('by pinyin initials, however they are typed', () =>
    expect([found('wgl'), found('WGL')]).toEqual([['王桂兰'], ['王桂兰']]));
  test('by the beginning of the pinyin', () => expect(found('wang gui')).toEqual(['王桂兰']));
  test('by the number as it is said aloud, with or without its letter', () =>
    expect([found('a037'), found('7')]).toEqual([['赵德福'], ['王桂兰']]));
  test('by the whole card, and then nobody else', () => expect(found('0038')).toEqual(['赵德福']));
  test('everybody for nothing', () => expect(found('  ')).toHaveLength(3));
});

const settings: Settings = {
  name: '幸福里长者食堂',
  place: '一楼',
  periods: [
    { period: 'lunch', servedFrom: 660, servedTo: 750, cutoffDaysBefore: 1, cutoffAt: 1200, capacity: 120 },
  ] as unknown as Settings['periods'],
  subsidyRules: [
    {
      id: 'r1',
      name: '八十岁以上独居',
      funder: '街道办事处',
      from: civilDate('2026-01-01'),
      to: civilDate('2026-12-31'),
      minAge: 80,
      categories: ['livesAlone'],
      periods: ['lunch'],
      amount: 450,
      atLeastSelfPay: 300,
    },
  ] as unknown as Settings['subsidyRules'],
  subsidiesStack: false,
  maxPortions: 2,
  remindAt: 1080 as Settings['remindAt'],
};

describe('a menu as it was typed', () => {
  const day = civilDate('2026-11-24');
  const empty = draftOf(day, 'lunch', undefined, settings);
  const dish = { id: 'd1', name: ' 红烧狮子头 ', parts: '狮子头、时蔬，米饭', price: '12.5', allergens: [], marks: [] };

  test('begins with the portions of the settings', () => expect(empty.capacity).toBe('120'));
  test('money is read in yuan, parts at any comma', () => {
    const { input } = readDraft({ ...empty, dishes: [dish] });
    expect(input?.dishes[0]).toMatchObject({ name: '红烧狮子头', price: 1250, parts: ['狮子头', '时蔬', '米饭'] });
    expect(input).not.toHaveProperty('cutoffAt');
  });
  test('a cut-off of its own is a moment in Shanghai', () => {
    const { input } = readDraft({ ...empty, dishes: [dish], cutoff: 'own', daysBefore: '1', time: '20:00' });
    expect(input?.cutoffAt).toBe(instantAt(civilDate('2026-11-23'), 1200));
  });
  test('names every line that is wrong', () => {
    const { wrong } = readDraft({ ...empty, capacity: '很多', dishes: [{ ...dish, name: '', price: '十二' }] });
    expect(Object.keys(wrong ?? {}).sort()).toEqual(['capacity', 'd1.name', 'd1.price']);
  });
});

describe('the settings', () => {
  test('typed and read again are the same', () => expect(readSettings(settingsDraft(settings))).toEqual({ settings, wrong: {} }));
  test('a subsidy reads as a sentence', () =>
    expect(ruleText(ruleDraft(settings.subsidyRules[0]!))).toBe(
      '2026年1月1日到2026年12月31日，用餐那天满 80 岁、并且是独居的居民，午餐补贴 4.50 元，本人至少付 3 元；钱由街道办事处出。',
    ));
});

test('meals of the coming three days that nobody has written are named', () => {
  const week = { today: civilDate('2026-11-23'), settings, meals: [{ id: '2026-11-24:lunch' }] } as never;
  expect(unwritten(civilDate('2026-11-23'), [week]).map(meal => meal.day)).toEqual(['2026-11-25', '2026-11-26']);
});

test('a canteen that was closed last Thursday is not reminded of this one', () => {
  const meals = ['2026-11-17:lunch', '2026-11-18:lunch'].map(id => ({ id }));
  const week = { today: civilDate('2026-11-23'), settings, meals } as never;
  expect(unwritten(civilDate('2026-11-23'), [week]).map(meal => meal.day)).toEqual(['2026-11-24', '2026-11-25']);
});

describe('the navigation', () => {
  const actions: Record<string, { allow: readonly string[] }> = Object.fromEntries(
    Object.entries(contracts).flatMap(([domain, contract]) =>
      Object.entries(contract.actions).map(([name, action]) => [`${domain}.${name}`, action]),
    ),
  );
  test.each(deskPages.map(page => [page.text, page] as const))(
    '%s is offered to exactly those whom its contract allows',
    (_text, page) => expect([...page.roles].sort()).toEqual([...actions[page.action]!.allow].sort()),
  );
  test('a cook sees the kitchen, not the people', () =>
    expect(pagesFor(['canteen']).map(page => page.text)).toEqual([
      '今天',
      '取餐核销',
      '备餐单',
      '菜单',
      '留样',
      '备料和剩余',
      '菜品库',
      '饭卡',
      '用餐数据',
      '代订餐',
      '长期订餐',
      '送餐配送',
      '用餐月表',
      '收银',
      '补贴结算',
      '通知',
      '代办调解',
    ]));
  test('a mediator finds one door to all of mediation, and inside no page of the office', () => {
    expect(pagesFor(['mediator']).map(page => page.text)).toEqual(['今天', '代订餐', '通知', '调解']);
    expect(pagesWithin('desk-mediation', ['mediator']).map(page => page.text)).toEqual([
      '调解',
      '代办调解',
      '匿名提问',
      '登记簿',
      '调解员',
    ]);
    expect(mayOpen('desk-mediation/settings', ['mediator'])).toBe(false);
    expect(mayOpen('desk-mediation/settings', ['office'])).toBe(true);
  });
  test('a resident sees nothing', () => expect(pagesFor(['resident', 'family'])).toEqual([]));
});

describe('the tree while it is being changed', () => {
  const stands = {
    stamp: 'as-it-stands',
    grids: [{ id: 'g1', name: '第一网格' }],
    buildings: [{ id: 'b1', name: '1号楼', gridId: 'g1', units: [{ id: 'u1', name: '1单元' }] }],
  };
  test('untouched, it is sent as it stands', () =>
    expect(inputOf(treeDraft(stands))).toEqual({
      stamp: 'as-it-stands',
      grids: [{ id: 'g1', name: '第一网格' }],
      buildings: [{ id: 'b1', name: '1号楼', grid: '第一网格', units: [{ id: 'u1', name: '1单元' }] }],
    }));
  test('a grid that is renamed keeps its id and its buildings', () => {
    const draft = treeDraft(stands);
    const input = inputOf({ ...draft, grids: [{ ...draft.grids[0]!, name: ' 东片 ' }] });
    expect([input.grids[0], input.buildings[0]!.grid]).toEqual([{ id: 'g1', name: '东片' }, '东片']);
  });
  test('a new building carries on the numbers and has one unit', () => {
    const { draft } = newBuilding(treeDraft(stands), 'g1');
    expect(inputOf(draft).buildings[1]).toEqual({ name: '2号楼', grid: '第一网格', units: [{ name: '1单元' }] });
  });
  test('names are carried on as this community writes them', () =>
    expect([
      nextName([], '号楼'),
      nextName(['3号楼', '10号楼'], '号楼'),
      nextName(['西区2栋'], '号楼'),
      nextName(['A座'], '号楼'),
    ]).toEqual(['1号楼', '11号楼', '西区3栋', '1号楼']));
  test('a line without a name is not sent', () => {
    const draft = newGrid(treeDraft(stands));
    expect(Object.keys(wrongIn({ ...draft, grids: draft.grids.map(each => ({ ...each, name: '' })) }))).toHaveLength(2);
  });
});
