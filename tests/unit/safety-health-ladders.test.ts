/** The emergency card, the ladder of one elder, and what is printed: what the pages and papers of safety work out by themselves. */
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));

import { FIRST_SETTINGS } from '../../cloudfunctions/safety/firstSettings';
import { doorSignPaper, returnCodePaper } from '../../cloudfunctions/safety/papers';
import { blockText, byGrid } from '../../src/pages/desk/alerts/words';
import { unkeptByBuilding } from '../../src/pages/desk/keepers/load';
import { draftOf, isBlank, readCard, readLines } from '../../src/pages/safety/health/draft';
import { familyIn, inTurn, moved, ownDraftOf, proposedDraft, readOwn, withoutOwn } from '../../src/pages/safety/parts/ladders';
import { EMPTY_CARD, zCard } from '../../types/health';
import { ALERT_KINDS, type ElderLadders } from '../../types/safety';
import { civilDate, type Instant, instantAt } from '../../types/time';
import { yes } from '../../types/verdict';

const today = civilDate('2026-11-26');

describe('the emergency card', () => {
  const draft = draftOf({
    ...EMPTY_CARD,
    illnesses: ['高血压'],
    contacts: [{ name: '李敏', relation: '女儿', phone: '13900000011' }],
  });

  test('what was listed with commas, semicolons or lines becomes a list that the contract takes', () => {
    const { card, wrong } = readCard({ ...draft, medicines: '氨氯地平 每天一片，二甲双胍；\n阿司匹林、', hints: ' 听力不好 ' });
    expect(wrong).toEqual({});
    expect(card).toMatchObject({
      medicines: ['氨氯地平 每天一片', '二甲双胍', '阿司匹林'],
      hints: '听力不好',
      illnesses: ['高血压'],
    });
    expect(zCard.parse(card)).toEqual(card);
  });
  test('too many, too long, and a contact nobody can ring are named; an empty contact is left out', () => {
    const contacts = [
      { name: '', relation: '', phone: ' ' },
      { name: '王医生', relation: '', phone: '没有' },
    ];
    const { card, wrong } = readCard({
      ...draft,
      drugAllergies: Array.from({ length: 13 }, (_none, i) => `药${i}`).join('、'),
      illnesses: '很'.repeat(41),
      contacts,
    });
    expect(Object.keys(wrong).sort()).toEqual(['1.phone', '1.relation', 'drugAllergies', 'illnesses']);
    expect(card.contacts).toHaveLength(1);
  });
  test('blank is what nobody has filled in', () => {
    expect(isBlank(EMPTY_CARD)).toBe(true);
    expect(isBlank({ ...EMPTY_CARD, hints: '备用钥匙在门卫' })).toBe(false);
  });
  test('several looks of one person on one day are one line', () => {
    const at = (hour: number, day = today): Instant => instantAt(day, hour * 60);
    const read = (hour: number, byName: string, what: 'healthFile' | 'emergencyCard' = 'healthFile', day = today) => ({
      ...{ at: at(hour, day), byName, what },
    });
    const reads = [
      read(9, '陈社工'),
      read(8, '李敏'),
      read(7, '陈社工'),
      read(7, '陈社工', 'emergencyCard'),
      read(9, '李敏', 'healthFile', civilDate('2026-11-25')),
    ];
    expect(readLines(reads, today).map(({ who, what }) => `${who} ${what}`)).toEqual([
      '陈社工 今天看了健康档案，2 次',
      '李敏 今天看了健康档案',
      '陈社工 今天处理求助时看了急救卡',
      '李敏 昨天看了健康档案',
    ]);
  });
});

describe('the ladder of one elder', () => {
  const { ladders: community } = FIRST_SETTINGS;
  const family = ['a', 'b', 'c'].map(key => ({ key, name: `家人${key}`, relation: '女儿' }));
  const view = (over: Partial<ElderLadders> = {}): ElderLadders => ({
    ...{ elderId: 'r1', name: '王桂兰', community, family, ordered: false, may: { save: yes, propose: yes } },
    kinds: ALERT_KINDS.map(kind => ({ kind, own: kind === 'gas', ladder: community[kind] })),
    ...over,
  });

  test('kept as it is, it is saved as it is', () =>
    expect(readOwn(ownDraftOf(view()))).toEqual({ input: { ladders: { gas: community.gas }, family: [] }, wrong: {} }));
  test('back to the community is a kind that is not named', () =>
    expect(readOwn(withoutOwn(ownDraftOf(view()), 'gas')).input.ladders).toEqual({}));
  test('one place earlier; the first stays first', () => {
    const once = moved(ownDraftOf(view()), family, 'c');
    expect(familyIn(once, family).map(({ key }) => key)).toEqual(['a', 'c', 'b']);
    expect(readOwn(moved(once, family, 'a')).input.family).toEqual(['a', 'c', 'b']);
  });
  test('who was bound after the order was made comes last', () =>
    expect(familyIn({ own: {}, family: ['c'] }, family).map(({ key }) => key)).toEqual(['c', 'a', 'b']));
  test('one after the other touches the steps that call the family, and only those', () => {
    const { ladders } = readOwn(inTurn(ownDraftOf(view()), view(), true)).input;
    const rungs = Object.values(ladders).flatMap(ladder => ladder.rungs);
    expect(rungs.every(({ who, oneByOneEvery }) => who.includes('family') === (oneByOneEvery !== undefined))).toBe(true);
    expect(ladders.sos?.rungs.map(({ after, way }) => [after, way])).toEqual(
      community.sos.rungs.map(({ after, way }) => [after, way]),
    );
  });
  test('at once again is the ladder as it was', () => {
    const turned = inTurn(ownDraftOf(view()), view(), true);
    const { ladders } = readOwn(inTurn(turned, view(), false)).input;
    expect(ladders.sos).toEqual(community.sos);
  });
  test('a proposal is opened as it was proposed', () => {
    const proposal = { ladders: { sos: community.sos }, family: ['b'], byName: '李敏', at: 0 as Instant, words: '', mine: false };
    expect(readOwn(proposedDraft(proposal)).input).toEqual({ ladders: { sos: community.sos }, family: ['b'] });
  });
  test('a line that is wrong is named with its kind', () => {
    const draft = ownDraftOf(view());
    const gas = { ...draft.own.gas!, pause: '' };
    expect(Object.keys(readOwn({ own: { gas } }).wrong)).toEqual(['gas.pause']);
  });
});

describe('the map', () => {
  test('a building says what is wrong, the worst first', () => {
    expect(blockText({ open: 0, critical: 0, silent: 0 })).toEqual(['平安']);
    expect(blockText({ open: 3, critical: 2, silent: 1 })).toEqual(['2 件危急，共 3 件', '1 位没信号']);
    expect(blockText({ open: 1, critical: 0, silent: 0 })).toEqual(['1 件预警']);
  });
  test('buildings stand under their grid', () =>
    expect(
      byGrid(
        [
          { grid: '一', id: 1 },
          { grid: '二', id: 2 },
          { grid: '一', id: 3 },
        ].map(each => each),
      ),
    ).toEqual([
      {
        grid: '一',
        buildings: [
          { grid: '一', id: 1 },
          { grid: '一', id: 3 },
        ],
      },
      { grid: '二', buildings: [{ grid: '二', id: 2 }] },
    ]));
  test('where most are without a keeper comes first', () =>
    expect(unkeptByBuilding(['1栋', '2栋', '2栋'].map(building => ({ building })))).toEqual([
      { building: '2栋', count: 2 },
      { building: '1栋', count: 1 },
    ]));
});

describe('what is printed', () => {
  test('ten equal badges, and nothing on them but how to help', () => {
    const paper = returnCodePaper('https://app.example.cn/#/pages/safety/found/index?code=t0ken');
    const [grid] = paper.blocks;
    expect(grid?.kind === 'grid' && grid.cells).toHaveLength(10);
    const said = JSON.stringify(paper);
    expect(said).toContain('code=t0ken');
    expect(said.replaceAll('120、110', '')).not.toMatch(/栋|社区|1\d{10}|\d{3}-/);
  });
  test('a door sign has the code to scan and the figures to type', () => {
    const said = JSON.stringify(doorSignPaper('幸福里社区', [{ name: '3栋2单元', path: '/pages/x?code=abc', number: '012345' }]));
    expect(said).toContain('012345');
    expect(said).toContain('code=abc');
  });
});
