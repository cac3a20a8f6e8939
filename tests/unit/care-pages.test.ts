import { authorityOf } from '../../src/pages/care/adults/words';
import { markOf, monthBeside, monthText, sumText, toCome, weeksOf } from '../../src/pages/care/calendar/month';
import { adultsText, consentsText, guardiansText } from '../../src/pages/care/child/words';
import { buttonOf, claimGap, maySelect, modeText, resultOf } from '../../src/pages/care/class/words';
import { stateOf as offerState, feeText as priceText, termsOf } from '../../src/pages/care/classes/words';
import { saidText, standOf } from '../../src/pages/care/consent/words';
import { endText, statusOf } from '../../src/pages/care/guardians/words';
import { lacksOf, missingOf, offersOf, whereText } from '../../src/pages/care/mine/words';
import { leftText, serverNow } from '../../src/pages/care/parts/clock';
import { isAsked, momentsOf, moreText, stateOf } from '../../src/pages/care/parts/day';
import { NOBODY, personGaps, personOf } from '../../src/pages/care/parts/person';
import { type Pass, paramsOf, passOf, passText } from '../../src/pages/care/pickup/pass';
import { draftOf, EMPTY, gapsOf, mayGoOn, profileOf } from '../../src/pages/care/profile/draft';
import { dueOf, feeText, inOrder, linesOf, withdrawal } from '../../src/pages/care/signups/words';
import { agesText, codeText, hoursText, momentText, PURPOSE, weekdaysText } from '../../src/pages/care/words';
import { CONSENT_PURPOSES } from '../../types/care';
import { fen } from '../../types/money';
import { civilDate, type Instant, type MinuteOfDay } from '../../types/time';
import { no, yes } from '../../types/verdict';
import { childFile, consent } from '../builders/care-child';
import { at, day, enrolment, families, fee, myCare, NOW, offer, TODAY } from '../builders/care-family';
import { classView, month, PRIORITIES } from '../builders/care-offers';

describe('words', () => {
  test('days of the week as people say them', () => {
    expect(weekdaysText([1, 2, 3, 4, 5])).toBe('周一到周五');
    expect(weekdaysText([5, 1, 3])).toBe('周一、三、五');
    expect(weekdaysText([6, 7])).toBe('周六、日');
    expect(weekdaysText([1, 2, 3, 4, 5, 6, 7])).toBe('每天');
    expect(weekdaysText([3])).toBe('周三');
  });

  test('hours, ages, codes, moments', () => {
    expect(hoursText(classView())).toBe('16:30–18:00');
    expect(agesText({ minAge: 6, maxAge: 12 })).toBe('6 到 12 岁');
    expect(agesText({ minAge: 6, maxAge: 6 })).toBe('6 岁');
    expect(codeText('482016')).toBe('482 016');
    expect(momentText(at('08:00', 1), NOW)).toBe('明天 08:00');
    expect(momentText(at('08:00', 20), NOW)).toBe('12月16日 08:00');
  });

  test('every consent says what follows a no, and what follows taking it back', () => {
    for (const purpose of CONSENT_PURPOSES) {
      expect(PURPOSE[purpose].ifNot).toContain('不同意');
      expect(PURPOSE[purpose].ifWithdrawn).toContain('撤回以后');
    }
  });
});

describe("the server's clock", () => {
  test('goes on from its own answer; the clock of the phone does not matter', () => {
    const wrong = NOW - 3 * 3_600_000;
    expect(serverNow({ now: NOW }, wrong, wrong + 5000)).toBe(NOW + 5000);
    expect(serverNow({ now: NOW }, wrong, wrong - 5000)).toBe(NOW);
  });

  test('says how long in two parts, and never nought too soon', () => {
    const left = (seconds: number) => leftText((NOW + seconds * 1000) as Instant, NOW);
    expect(left(2 * 86_400 + 3 * 3600)).toBe('2 天 3 小时');
    expect(left(18 * 3600 + 40 * 60)).toBe('18 小时 40 分');
    expect(left(3600)).toBe('1 小时');
    expect(left(200)).toBe('3 分 20 秒');
    expect(left(12)).toBe('12 秒');
    expect(left(0.2)).toBe('1 秒');
    expect(left(-5)).toBe('0 秒');
  });
});

describe("a child's day", () => {
  test('arrived, doing, ate, waiting to be collected', () => {
    expect(momentsOf(day()).map(({ time, title, done }) => [time, title, done])).toEqual([
      ['16:32', '到了', true],
      ['现在', '在下棋', true],
      ['吃饭', '吃了一些', true],
      ['18:00', '等着接', false],
    ]);
  });

  test('collected: when, by whom, who handed over', () => {
    const gone = families.evening().children[0]!.today[1]!;
    expect(momentsOf(gone).at(-1)).toMatchObject({ time: '19:02', title: '王桂兰（奶奶）接走了', text: '周老师核对了接送码' });
    const looked = { ...gone, release: { ...gone.release!, how: 'look' as const } };
    expect(momentsOf(looked).at(-1)!.text).toBe('周老师当面核对了身份');
  });

  test('on leave, explained, not there', () => {
    const away = families.evening().children[1]!.today[0]!;
    expect(momentsOf(away)[0]!.title).toBe('请假了：生病');
    const absent = day({ status: 'absent', signedInAt: undefined, explained: { reason: 'home', text: '' } });
    expect(momentsOf(absent)[0]!.title).toBe('在家，今天不来');
    const coming = day({
      status: 'expected',
      signedInAt: undefined,
      askedAt: NOW,
      explained: { reason: 'onTheWay', text: '堵车' },
    });
    expect(momentsOf(coming)[0]).toMatchObject({ time: '16:30', title: '应该到', text: '在路上，马上到：堵车', done: false });
    expect(stateOf(coming, NOW).word).toBe('在路上');
    const early = day({ status: 'expected', signedInAt: undefined });
    expect([stateOf(early, at('16:29')).word, stateOf(early, at('16:30')).word]).toEqual(['还没开始', '还没到']);
    expect(isAsked(coming)).toBe(false);
  });

  test('a child nobody can account for stands first', () => {
    const missing = missingOf(myCare());
    expect(missing.map(({ childName }) => childName)).toEqual(['小川']);
    expect(stateOf(missing[0]!.day, NOW)).toEqual({ word: '到点没来', tone: 'danger' });
  });

  test('what there is besides', () => {
    expect(moreText(day())).toBe('老师的小结、2 张照片、做了什么');
    expect(moreText(day({ note: undefined, pictures: 0, activities: [] }))).toBeUndefined();
    expect(moreText(families.evening().children[0]!.today[1]!)).toMatch(/^1 条情况/);
  });

  test('where, or why not', () => {
    expect(whereText(myCare())).toBe('四点半学堂 · 社区服务中心二楼');
    expect(whereText(families.beginning())).toBe('今天没有托管：元旦');
    expect(whereText(myCare({ dayName: '调休上课' }))).toContain('（调休上课）');
  });

  test('what is not in order is said: who decides, a paper that was not looked at', () => {
    const [first] = myCare().children;
    expect(lacksOf(first!)).toEqual([]);
    const priority = { id: 'low', name: '低保家庭', state: 'asked' as const };
    const lacking = { enrolments: [enrolment({ priority })], may: { decide: no('OTHER_DECIDES'), signUp: yes } };
    expect(lacksOf(lacking)).toHaveLength(2);
    expect(lacksOf(lacking)[1]).toBe('四点半A班：低保家庭的材料，等老师核对。');
  });

  test('offers to answer, the first to run out first', () => {
    const late = { ...offer(), id: 'late', offerUntil: at('12:00', 3) };
    const mine = myCare({ children: [{ ...families.parent().children[0]!, enrolments: [late, enrolment(), offer()] }] });
    expect(offersOf(mine).map(({ id }) => id)).toEqual(['c-e:k-chuan', 'late']);
  });
});

describe('signing up', () => {
  const soon = { opensAt: at('08:00', 1), left: 60, mode: 'firstCome' } as const;
  const press = (now: Instant, over = {}, chosen = 1, missing?: string) =>
    buttonOf({ offer: { ...soon, ...over }, now, chosen, missing });

  test('the button says when it opens, by the second, and is open at eight and not a moment before', () => {
    expect(press(NOW)).toEqual({ text: '明天 08:00 开始，还有 14 小时 40 分', ready: false });
    expect(press((soon.opensAt - 1) as Instant)).toEqual({ text: '今天 08:00 开始，还有 1 秒', ready: false });
    expect(press(soon.opensAt)).toEqual({ text: '报名', ready: true });
  });

  test('says what the press does: a place, the waitlist, the draw; for several children', () => {
    expect(press(soon.opensAt, { left: 0 }).text).toBe('排候补');
    expect(press(soon.opensAt, { mode: 'draw', left: 0 }).text).toBe('参加抽签');
    expect(press(soon.opensAt, {}, 2).text).toBe('报名，2 个孩子');
    expect(press(soon.opensAt, { left: 1 }, 2).text).toBe('报名（名额不够的排候补），2 个孩子');
    expect(press(soon.opensAt, {}, 0).ready).toBe(false);
    expect(press(soon.opensAt, {}, 1, '请先拍低保证')).toEqual({ text: '请先拍低保证', ready: false });
  });

  test('a no that only waits for the clock may be chosen beforehand, any other not', () => {
    expect(maySelect(yes)).toBe(true);
    expect(maySelect(no('SIGNUP_NOT_YET', { at: soon.opensAt }))).toBe(true);
    expect(maySelect(no('OUTSIDE_AGES'))).toBe(false);
    expect(maySelect(undefined)).toBe(false);
  });

  test('what came of it, and what comes next', () => {
    const due = fee({ owed: fen(80_000), due: fen(80_000) });
    expect(resultOf(enrolment({ fee: due }))).toEqual({
      title: '小满报上了',
      text: '这学期 ¥800，请到服务台交。开班那天直接来。',
    });
    expect(resultOf(enrolment({ status: 'waiting', position: 3 })).title).toBe('小满排到了候补第 3 位');
    expect(resultOf(enrolment({ status: 'entered', no: 14 })).title).toBe('小满参加了抽签，编号 14');
  });

  test('a paper is asked for where the rule wants one', () => {
    expect(claimGap(undefined, PRIORITIES)).toBeUndefined();
    expect(claimGap({ id: 'hard', documents: [] }, PRIORITIES)).toBeUndefined();
    expect(claimGap({ id: 'low', documents: [] }, PRIORITIES)).toBe('请先拍低保证');
    expect(claimGap({ id: 'low', documents: ['f'] }, PRIORITIES)).toBeUndefined();
  });

  test('a class in a word: mine, the time, the places', () => {
    const word = (over: Parameters<typeof classView>[0]) => offerState(classView(over), NOW).word;
    expect(word({ enrolment: { id: 'x', status: 'waiting', position: 2 } })).toBe('候补第 2 位');
    expect(word({ enrolment: { id: 'x', status: 'withdrawn' }, left: 3 })).toBe('还有 3 个名额');
    expect(word({ opensAt: at('08:00', 1) })).toBe('明天 08:00 开始报名');
    expect(word({ closesAt: at('08:00') })).toBe('报名结束');
    expect(word({ mode: 'draw' })).toBe('抽签，报名中');
    expect(word({})).toBe('满了，4 人候补');
    expect(word({ waiting: 0 })).toBe('满了，可以候补');
    expect(priceText({ fee: fen(0) })).toBe('不收费');
    expect(modeText(classView({ reserved: 10, reservedUntil: at('08:00', 4) }), NOW)).toContain('10 个名额留给优先家庭');
    expect(
      termsOf([classView(), classView({ id: 'b', termId: 't-2' }), classView({ id: 'c' })]).map(t => t.classes.length),
    ).toEqual([2, 1]);
  });

  test('where a sign-up stands, what is owed, what leaving means', () => {
    expect(linesOf(enrolment({ status: 'waiting', position: 3 }))).toEqual(['前面还有 2 个孩子，您是第 3 位。']);
    expect(linesOf(enrolment({ status: 'entered', mode: 'draw', no: 14 }))).toEqual(['抽签编号 14，报名截止后抽签。']);
    expect(linesOf(enrolment({ onBehalf: true, signedUpByName: '周老师' }))).toContain('周老师帮您报的。');
    expect(feeText(fee())).toBeUndefined();
    expect(feeText(fee({ owed: fen(80_000), paid: fen(30_000), due: fen(50_000) }))).toBe('应交 ¥800，已交 ¥300，还要交 ¥500');
    expect(feeText(fee({ owed: fen(80_000), waived: fen(80_000) }))).toBe('应交 ¥800，减免 ¥800，交清了');
    expect(dueOf([enrolment(), offer()])).toBe(110_000);
    expect(withdrawal(enrolment()).text).toContain('服务台问怎么退');
    expect(withdrawal({ status: 'waiting', fee: fee() }).button).toBe('退出候补');
    expect(inOrder([enrolment({ status: 'expired' }), enrolment({ id: 'b' })], undefined).map(({ status }) => status)).toEqual([
      'enrolled',
      'expired',
    ]);
    expect(inOrder([enrolment(), enrolment({ id: 'b', status: 'expired' })], 'b')[0]!.id).toBe('b');
  });
});

describe('the child and its people', () => {
  test('asks for what is missing, takes a home whole or not at all', () => {
    expect(Object.keys(gapsOf(EMPTY, true))).toEqual(['name', 'birthDate', 'relation', 'school', 'schoolClass']);
    const full = draftOf(childFile());
    expect(gapsOf(full, false)).toEqual({});
    expect(gapsOf({ ...full, room: '' }, false).home).toContain('填全');
    expect(profileOf(full)).toMatchObject({ name: '小满', home: { buildingId: 'b0', unitId: 'b0u2', room: '501' } });
    expect(profileOf({ ...full, buildingId: '', unitId: '', room: '' })).not.toHaveProperty('home');
  });

  test('goes on only with a yes to care and an answer to each', () => {
    expect(mayGoOn({ care: true, health: false, pictures: false }, CONSENT_PURPOSES)).toBe(true);
    expect(mayGoOn({ care: true, health: true }, CONSENT_PURPOSES)).toBe(false);
    expect(mayGoOn({ care: false, health: true, pictures: true }, CONSENT_PURPOSES)).toBe(false);
  });

  test('how a consent stands', () => {
    const [care, health, pictures] = childFile().consents;
    expect([care, health, pictures].map(each => standOf(each!).word)).toEqual(['已同意', '到期了', '没有同意']);
    expect(saidText(health!)).toContain('当时是第 1 版');
    const back = consent({ holds: false, said: { ...care!.said!, withdrawnAt: NOW, to: TODAY } });
    expect(standOf(back).word).toBe('已撤回');
    expect(saidText(back)).toContain('最后一天是2026年11月26日');
    expect(standOf(consent({ holds: false, said: undefined })).word).toBe('还没有问过');
  });

  test('somebody who collects: name and relation always, the number where it is needed', () => {
    expect(Object.keys(personGaps(NOBODY, 'optional'))).toEqual(['name', 'relation']);
    const zhang = { name: ' 张阿姨 ', relation: '邻居', phone: '139 0000 0001' };
    expect(personGaps(zhang, 'needed')).toEqual({});
    expect(personGaps({ ...zhang, phone: '1234' }, 'optional').phone).toContain('11 位');
    expect(personGaps({ ...zhang, phone: '' }, 'needed').phone).toBe('请写上手机号');
    expect(personOf(zhang)).toEqual({ name: '张阿姨', relation: '邻居', phone: '13900000001' });
    expect(personOf({ ...zhang, phone: '' })).toEqual({ name: '张阿姨', relation: '邻居' });
  });

  test('says who collects, and never why somebody may not', () => {
    const { adults, guardians, consents } = childFile();
    expect(adultsText(adults)).toBe('王桂兰（奶奶）、张阿姨（邻居）');
    expect(adultsText([])).toBe('现在只有监护人能接');
    expect(guardiansText(guardians)).toBe('李敏（妈妈）、王强（爸爸，等对方接受）');
    expect(consentsText(consents)).toBe('同意了：托管与接送安全；没有同意：健康和过敏信息、活动照片');
    expect(authorityOf({ authorised: no('PERSON_BARRED') })).toEqual(authorityOf({ authorised: no('NOT_AUTHORISED') }));
    expect(statusOf(guardians[1]!).word).toBe('等对方接受');
    expect(endText(guardians[1]!).button).toBe('收回邀请');
    expect(endText(guardians[0]!).text).toContain('接送人也不再有效');
  });
});

describe('a code passed on', () => {
  const pass: Pass = { code: '069441', day: TODAY, to: 1080 as MinuteOfDay, where: '四点半学堂' };

  test('its address carries the code and the day and comes back whole', () => {
    expect(passOf(paramsOf(pass))).toEqual(pass);
    expect(passOf({ code: '069441', day: '2026-11-26' })).toEqual({ code: '069441', day: TODAY, to: undefined, where: '' });
  });

  test('a cut or forged address shows nothing', () => {
    expect(passOf({})).toBeUndefined();
    expect(passOf({ code: '06944', day: '2026-11-26' })).toBeUndefined();
    expect(passOf({ code: '069441', day: '2026-13-01' })).toBeUndefined();
    expect(passOf({ code: '069441', day: '2026-11-26', to: '9999' })?.to).toBeUndefined();
  });

  test('as words: the day, the place, the digits in two groups, that it is worth one time; nobody named', () => {
    const text = passText(pass);
    expect(text).toContain('11月26日 周四 18:00 前');
    expect(text).toContain('069 441');
    expect(text).toContain('接走一次就作废');
    expect(text).not.toMatch(/小满|1[3-9]\d{9}/);
  });
});

describe('the calendar', () => {
  const { days } = month('2026-11');

  test('weeks begin on Monday, the month stands in its place', () => {
    const weeks = weeksOf(days);
    expect(weeks.map(week => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]!.slice(0, 6)).toEqual(Array(6).fill(undefined));
    expect(weeks[0]![6]!.day).toBe('2026-11-01');
    expect(weeks[5]![0]!.day).toBe('2026-11-30');
  });

  test('each day in a letter and in words', () => {
    const mark = (number: string) => markOf(days.find(({ day: each }) => each.endsWith(number))!);
    expect([mark('-10'), mark('-12'), mark('-13'), mark('-19'), mark('-28')].map(({ letter }) => letter)).toEqual([
      '到',
      '假',
      '缺',
      '休',
      '补',
    ]);
    expect(mark('-19').word).toBe('没有托管，校运动会');
    expect(mark('-28').word).toBe('有托管，调休上课');
    expect(mark('-29')).toEqual({ letter: '', word: '没有托管', open: false });
  });

  test('months beside, sums, and what is still to come', () => {
    expect(monthBeside('2026-12', 1)).toBe('2027-01');
    expect(monthBeside('2026-01', -1)).toBe('2025-12');
    expect(monthText('2026-11')).toBe('2026年11月');
    expect(sumText(days)).toBe('这个月有托管 20 天，请假 1 天');
    expect(toCome(days, TODAY)[0]!.day).toBe(TODAY);
    expect(toCome(days, civilDate('2026-12-05'))).toHaveLength(30);
  });
});
