/** The rules of notices, each as a sentence. */
import { boardOf, type Counted, countsOf } from '../../cloudfunctions/notices/board';
import { addresseesOf } from '../../cloudfunctions/notices/letters';
import * as rules from '../../cloudfunctions/notices/rules';
import {
  criteriaOf,
  groupsIn,
  isInPart,
  isMeant,
  mealKey,
  partsKept,
  partsOf,
} from '../../cloudfunctions/notices/rulesOfAudience';
import { findListHeading, matchList, plainAddress } from '../../cloudfunctions/notices/rulesOfList';
import { FIRST_TEMPLATES } from '../../cloudfunctions/notices/templates';
import { type Audience, NOTICE_STATUS, NOTICE_STEPS, zAudience, zTemplate } from '../../types/notices';
import { facts, frozen, minutesOn, neighbour, now, receipt, settings, today, waterCut } from '../builders/notices';
import { community, grant, someone } from '../builders/people';

const chen = someone('wx-chen', [grant('gridLead', { gridId: 'g1' })]);
const zhou = someone('wx-zhou', [grant('office'), grant('admin')]);
const cook = someone('wx-liu', [grant('canteen')]);
const { senders } = settings();
const code = (verdict: { ok: boolean; code?: string }): string => (verdict.ok ? 'ok' : (verdict.code ?? ''));

describe('who is meant', () => {
  const meant = (audience: Audience, who = neighbour(), known = facts()): boolean => isMeant(audience, who, known);

  test('a building, unit or grid: who lives there', () => {
    expect(meant({ kind: 'building', ids: ['b3', 'b9'] })).toBe(true);
    expect(meant({ kind: 'building', ids: ['b9'] })).toBe(false);
    expect(meant({ kind: 'unit', ids: ['u32'] })).toBe(true);
    expect(meant({ kind: 'grid', ids: ['g2'] })).toBe(false);
  });

  test('an age counts on the day of the preview, both ends included', () => {
    expect(meant({ kind: 'age', from: 78, to: 78 })).toBe(true);
    expect(meant({ kind: 'age', from: 79 })).toBe(false);
    expect(meant({ kind: 'age', to: 78 }, neighbour({ born: '1947-11-26' }))).toBe(false);
    expect(meant({ kind: 'age', to: 78 }, neighbour({ born: '1947-11-27' }))).toBe(true);
  });

  test('any of the categories; roles of residents and of staff who do not live here', () => {
    expect(meant({ kind: 'category', categories: ['livesAlone', 'disabled'] }, neighbour({ categories: ['disabled'] }))).toBe(
      true,
    );
    expect(meant({ kind: 'role', roles: ['unitLead'] }, neighbour({ roles: ['unitLead'] }))).toBe(true);
    const outside = { id: 'acc-wx-liu', roles: ['canteen' as const] };
    expect(meant({ kind: 'role', roles: ['canteen'] }, outside)).toBe(true);
    expect(meant({ kind: 'everyone' }, outside)).toBe(false);
  });

  test('a meal of the day, or of one period of it', () => {
    const known = facts({
      eats: new Map([
        [mealKey(today), new Set(['r-wang'])],
        [mealKey(today, 'lunch'), new Set(['r-wang'])],
      ]),
    });
    expect(meant({ kind: 'bookedMeal', day: today }, neighbour(), known)).toBe(true);
    expect(meant({ kind: 'bookedMeal', day: today, period: 'dinner' }, neighbour(), known)).toBe(false);
  });

  test('a group by its members, a saved one by its expression', () => {
    const known = facts({
      members: new Map([['gr-list', new Set(['r-wang'])]]),
      saved: new Map([['gr-old', { kind: 'age', from: 60 } as const]]),
    });
    expect(meant({ kind: 'group', ids: ['gr-list'] }, neighbour(), known)).toBe(true);
    expect(meant({ kind: 'group', ids: ['gr-old'] }, neighbour({ born: '1990-01-01' }), known)).toBe(false);
  });

  test('and, or, except; every criterion is found wherever it stands', () => {
    const audience: Audience = {
      who: {
        all: [
          { kind: 'building', ids: ['b3'] },
          {
            any: [
              { kind: 'age', from: 60 },
              { kind: 'group', ids: ['gr-1', 'gr-2'] },
            ],
          },
        ],
      },
      except: { kind: 'people', ids: ['r-zhao'] },
    };
    expect(meant(audience)).toBe(true);
    expect(meant(audience, neighbour({ id: 'r-zhao' }))).toBe(false);
    expect(criteriaOf(audience)).toHaveLength(4);
    expect(groupsIn(audience)).toEqual(['gr-1', 'gr-2']);
  });

  test('a tree deeper than people can read is bad input, and so is a group within a group', () => {
    const deep = (levels: number): unknown => (levels === 0 ? { kind: 'everyone' } : { all: [deep(levels - 1)] });
    expect(zAudience.safeParse(deep(3)).success).toBe(true);
    expect(zAudience.safeParse(deep(4)).success).toBe(false);
    expect(zAudience.safeParse(deep(3000)).success).toBe(false);
    expect(zAudience.safeParse({ any: [] }).success).toBe(false);
  });
});

describe('parts of the tree', () => {
  const place = { gridId: 'g1', buildingId: 'b3', unitId: 'u32' };
  test('the office has all of it, a lead the own part, a role that may not send none', () => {
    expect(partsOf(zhou.grants, senders)).toBeUndefined();
    expect(partsOf(chen.grants, senders)).toEqual([{ gridId: 'g1' }]);
    expect(partsOf(cook.grants, senders)).toEqual([]);
    expect(partsOf([grant('canteen')], ['canteen'])).toBeUndefined();
  });
  test('the narrowest id of a scope counts; staff from elsewhere are in nobody’s part', () => {
    expect(isInPart([{ gridId: 'g1', buildingId: 'b5' }], place)).toBe(false);
    expect(isInPart([{ unitId: 'u32' }], place)).toBe(true);
    expect(isInPart([{ gridId: 'g1' }], { gridId: '', buildingId: '', unitId: '' })).toBe(false);
    expect(isInPart(partsKept(zhou.grants), place)).toBe(true);
  });
});

describe('from draft to letters', () => {
  test('the states: nothing leads back from what is recalled', () => {
    expect(NOTICE_STEPS.recalled).toEqual([]);
    expect(NOTICE_STATUS.filter(status => NOTICE_STEPS[status].includes('sending'))).toEqual([
      'draft',
      'waitingForEyes',
      'scheduled',
    ]);
  });

  test('the author and the office change a draft; what is out stays', () => {
    expect(code(rules.mayEdit(waterCut(), chen, senders))).toBe('ok');
    expect(code(rules.mayEdit(waterCut(), zhou, senders))).toBe('ok');
    expect(code(rules.mayEdit(waterCut({ by: 'wx-other' }), chen, senders))).toBe('NOT_YOURS_TO_SEND');
    expect(code(rules.mayEdit(waterCut(), chen, []))).toBe('NOT_YOURS_TO_SEND');
    expect(code(rules.mayEdit(waterCut({ status: 'sent' }), zhou, senders))).toBe('NOTICE_IS_OUT');
    expect(code(rules.mayTakeBack(waterCut({ status: 'scheduled' }), chen, senders))).toBe('ok');
    expect(code(rules.mayTakeBack(waterCut({ status: 'sending' }), chen, senders))).toBe('NOTICE_IS_OUT');
  });

  test('only with a preview, a text that is not forbidden, and before it is over', () => {
    const may = (over: Parameters<typeof waterCut>[0]) => code(rules.maySend(waterCut(over), chen, senders, now));
    expect(may({})).toBe('PREVIEW_FIRST');
    expect(may({ frozen: frozen() })).toBe('ok');
    expect(may({ frozen: frozen({ check: { suggest: 'risky', why: '' } }) })).toBe('TEXT_RISKY');
    expect(may({ frozen: frozen(), expiresAt: now })).toBe('EXPIRES_TOO_EARLY');
    expect(code(rules.isPreviewed(waterCut({ frozen: frozen() }), 'f-0'))).toBe('PREVIEW_FIRST');
  });

  test('a second pair of eyes for an emergency, for more than the setting, for a doubtful text', () => {
    const why = (over: Parameters<typeof waterCut>[0], above = 500) => rules.eyesReasons(waterCut(over), { eyesAbove: above });
    expect(why({ frozen: frozen({ total: 500 }) })).toEqual([]);
    expect(why({ frozen: frozen({ total: 501 }) })).toEqual(['many']);
    expect(why({ emergency: true, frozen: frozen({ check: { suggest: 'review', why: '' } }) })).toEqual(['emergency', 'text']);
  });

  test('the eyes are the office’s and never the author’s', () => {
    const waiting = waterCut({ status: 'waitingForEyes' });
    expect(code(rules.mayApprove(waiting, zhou))).toBe('ok');
    expect(code(rules.mayApprove({ ...waiting, by: 'wx-zhou' }, zhou))).toBe('OTHER_EYES_NEEDED');
    expect(code(rules.mayApprove(waiting, someone('wx-other', [grant('gridLead')])))).toBe('OTHER_EYES_NEEDED');
    expect(code(rules.mayApprove(waterCut(), zhou))).toBe('NOT_WAITING_FOR_EYES');
  });

  test('a blank of a template must be filled in; an end before its beginning is none', () => {
    for (const template of FIRST_TEMPLATES) {
      expect(zTemplate.safeParse(template).success).toBe(true);
      expect(code(rules.noBlanks(template))).toBe('BLANKS_LEFT');
    }
    expect(code(rules.noBlanks(waterCut()))).toBe('ok');
    expect(code(rules.timesAgree({ startsAt: minutesOn(60), endsAt: minutesOn(30) }, now))).toBe('ENDS_BEFORE_START');
  });

  test('a reminder an hour at most, and none before all letters are out or after it is over', () => {
    const may = (over: Parameters<typeof waterCut>[0], at = now) =>
      code(rules.mayRemind(waterCut({ status: 'sent', doneAt: now, ...over }), 'unread', chen, settings(), at));
    const before = [{ at: now, by: 'wx-chen', byName: '陈社工', whom: 'unread' as const, count: 3, done: true }];
    expect(may({})).toBe('ok');
    expect(may({ doneAt: undefined })).toBe('NOT_OUT');
    expect(may({ reminders: before }, minutesOn(59))).toBe('REMINDED_LATELY');
    expect(may({ reminders: before }, minutesOn(60))).toBe('ok');
    expect(may({ expiresAt: now })).toBe('NOTICE_IS_OVER');
    expect(may({ status: 'recalled' })).toBe('ALREADY_RECALLED');
  });
});

describe('words', () => {
  test('names are masked, addressees read back to their person', () => {
    expect(['王桂兰', '李敏', '欧阳娜娜', '王'].map(rules.maskName)).toEqual(['王*兰', '李*', '欧**娜', '王*']);
    expect(rules.personIn(rules.addresseeRef('r-wang', 2))).toBe('r-wang');
    expect(rules.noticeIn(rules.aboutOf('n-1'))).toBe('n-1');
    expect(rules.noticeIn('meal:n-1')).toBeUndefined();
    expect(rules.summaryOf('一\n二  三', 4)).toBe('一 二…');
  });

  test('a picture of another community, or another kind of file, is not a notice’s', () => {
    expect(rules.isNoticeFile('cloud://env/notices/xingfuli/file-1.jpg', 'xingfuli')).toBe(true);
    expect(rules.isNoticeFile('cloud://env/notices/linjia/file-1.jpg', 'xingfuli')).toBe(false);
    expect(rules.isNoticeFile('cloud://env/notices/xingfuli/../rosters/a.xlsx', 'xingfuli')).toBe(false);
  });

  test('each relative of an elder without an account gets a letter that says for whom; a telephone alone only where it is asked for', () => {
    const wang = { ...receipt(), name: '王桂兰', way: 'family' as const, accounts: ['wx-a', 'wx-b'] };
    expect(addresseesOf(wang, undefined)).toEqual([
      { ref: 'r-wang', account: 'wx-a', data: { who: '替王桂兰看：', forId: 'r-wang' } },
      { ref: 'r-wang~1', account: 'wx-b', data: { who: '替王桂兰看：', forId: 'r-wang' } },
    ]);
    const zhao = { ...wang, way: 'phone' as const, accounts: [] };
    expect(addresseesOf(zhao, undefined)).toEqual([]);
    expect(addresseesOf(zhao, '13800000000')).toEqual([{ ref: 'r-wang', phone: '13800000000' }]);
  });
});

describe('the board', () => {
  const row = (over: Partial<Counted>): Counted => ({
    buildingId: 'b3',
    way: 'account',
    handed: 'letter',
    progress: 'new',
    byFamily: false,
    door: 'none',
    count: 1,
    ...over,
  });
  const rows = [
    row({ count: 5 }),
    row({ progress: 'read', byFamily: true, way: 'family', count: 2 }),
    row({ way: 'none', buildingId: 'b5', door: 'told' }),
    row({ progress: 'confirmed', handed: 'channel', buildingId: '' }),
  ];

  test('read includes confirmed; a relative’s reading is counted and told apart', () => {
    expect(countsOf(rows)).toMatchObject({
      total: 9,
      letter: 8,
      channel: 1,
      read: 3,
      byFamily: 2,
      confirmed: 1,
      unread: 6,
      unreachable: 1,
      doorTold: 1,
    });
    expect(countsOf([]).total).toBe(0);
  });

  test('buildings stand in the order of the tree, staff last; a door is left while nobody was told', () => {
    const notice = {
      ...waterCut({ status: 'sent', sentAt: now, doors: { openedAt: now, by: 'system' } }),
      id: 'n-1',
      communityId: 'x',
      version: 1,
      history: [],
      outbox: [],
    };
    const board = boardOf(notice, rows, { actor: chen, settings: settings(), community, now });
    expect(board.buildings.map(({ name }) => name)).toEqual(['3号楼', '5号楼', '工作人员']);
    expect(board.doors).toMatchObject({ left: 5, told: 1, notHome: 0 });
  });
});

describe('a list from Excel', () => {
  const people = [
    { id: 'r-wang', name: '王桂兰', phone: '13800000001', cardNo: '0037', address: '3栋2单元501' },
    { id: 'r-li1', name: '李敏', phone: '13800000002', address: '3栋1单元101' },
    { id: 'r-li2', name: '李敏', phone: '13800000003', address: '5栋1单元101' },
  ];
  const read = (...rows: string[][]) => {
    const sheet = [['体检名单'], ['序号', '姓名', '联系电话', '卡号', '住址'], ...rows];
    const heading = findListHeading(sheet);
    if ('ok' in heading) throw new Error(heading.code);
    return matchList(sheet, heading, people);
  };

  test('a person by card, by name and phone, by name and address, or by a name nobody shares', () => {
    expect(read(['1', '', '', '0037', '']).ids).toEqual(['r-wang']);
    expect(read(['1', '李敏', '138-0000-0003', '', '']).ids).toEqual(['r-li2']);
    expect(read(['1', '李敏', '', '', '3号楼 1单元 101室']).ids).toEqual(['r-li1']);
    expect(read(['1', '王 桂兰', '', '', '']).ids).toEqual(['r-wang']);
    expect(plainAddress('5栋1单元101')).toBe(plainAddress('5-1-101'));
  });

  test('what is wrong is said row by row: two of a name, nobody, the same twice, nothing at all', () => {
    const reading = read(['1', '李敏'], ['2', '张三'], ['', '', '', '', ''], ['4', '王桂兰'], ['5', '', '', '0037'], ['6']);
    expect(reading).toMatchObject({ ids: ['r-wang'], rows: 5, leftOut: 3 });
    expect(reading.problems.map(({ row, text }) => [row, text])).toEqual([
      [3, '社区里有 2 位“李敏”，请补上手机号、卡号或住址。'],
      [4, '居民名单里没有找到“张三”。'],
      [7, '与第 6 行是同一个人，只算一次。'],
      [8, '这一行没有姓名，也没有卡号和手机号。'],
    ]);
  });

  test('without a heading it is no list', () => {
    expect(
      findListHeading([
        ['1', '王桂兰'],
        ['2', '李敏'],
      ]),
    ).toMatchObject({ ok: false, code: 'WRONG_HEADERS' });
  });
});
