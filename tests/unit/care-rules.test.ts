/** The rules of the care, each as a sentence. */
import { FIRST_SETTINGS } from '../../cloudfunctions/care/firstSettings';
import { national } from '../../cloudfunctions/care/holidays';
import * as calendarRules from '../../cloudfunctions/care/rules/calendar';
import { afterSaying, holds, holdsNow, settingsAgree } from '../../cloudfunctions/care/rules/consent';
import * as day from '../../cloudfunctions/care/rules/day';
import { feeOf, mayPay, mayRefund } from '../../cloudfunctions/care/rules/fees';
import { isOurFile } from '../../cloudfunctions/care/rules/ids';
import * as signUp from '../../cloudfunctions/care/rules/signup';
import { mayDecide, mayEndGuardian, maySee } from '../../cloudfunctions/care/rules/who';
import { careHeading, readSignUps } from '../../cloudfunctions/care/sheets';
import type { Role } from '../../types/contract';
import { fen } from '../../types/money';
import { addDays, civilDate, readClock } from '../../types/time';
import { attendance, calendar, careClass, child, guardian, thursday, when } from '../builders/care';

const code = (verdict: { ok: true } | { ok: false; code: string }): string => (verdict.ok ? 'yes' : verdict.code);
const actor = (accountId: string, ...roles: Role[]) => ({ accountId, roles: new Set(roles) });
const saturday = addDays(thursday, 2);

describe('the calendar', () => {
  const meets = (on: string, over = {}) =>
    calendarRules.meetsOn(
      careClass({ term: { name: '', first: civilDate('2026-01-01'), last: civilDate('2026-12-31'), holidays: [] } }),
      civilDate(on),
      calendar({ national, ...over }),
    );
  test('National Day has no care, the make-up Saturday has it', () => {
    expect([meets('2026-10-01'), meets('2026-10-10'), meets('2026-10-17')]).toEqual([false, true, false]);
  });
  test('a correction of the office comes before the nation', () => {
    const days = [
      { day: civilDate('2026-10-01'), open: true, name: '补课' },
      { day: civilDate('2026-11-26'), open: false, name: '校运会' },
    ];
    const settings = { ...FIRST_SETTINGS, days };
    expect([meets('2026-10-01', { settings }), meets('2026-11-26', { settings })]).toEqual([true, false]);
  });
  test('a class on Saturdays meets on Saturdays, and not in the holidays of the term', () => {
    const weekend = careClass({ weekdays: [6] });
    expect(calendarRules.meetsOn(weekend, saturday, calendar())).toBe(true);
    const term = { ...weekend.term, holidays: [{ from: saturday, to: saturday, name: '期中' }] };
    expect(calendarRules.meetsOn({ ...weekend, term }, saturday, calendar())).toBe(false);
  });
  test('classes overlap when weekday and hour do', () => {
    const evening = careClass({ from: readClock('18:00')!, to: readClock('20:00')! });
    expect(calendarRules.overlap(careClass(), evening)).toBe(false);
    expect(calendarRules.overlap(careClass(), careClass({ from: readClock('17:59')!, to: readClock('19:00')! }))).toBe(true);
  });
});

describe('who', () => {
  test('guardians see and decide, staff on behalf, others hear that there is no child', () => {
    expect(code(maySee(child(), actor('wx-g-a')))).toBe('yes');
    expect(code(maySee(child(), actor('wx-x')))).toBe('NOT_YOUR_CHILD');
    expect(code(maySee(child({ status: 'erased' }), actor('t', 'care')))).toBe('NOT_YOUR_CHILD');
    expect(code(mayDecide(child(), actor('t', 'care')))).toBe('yes');
    expect(code(mayDecide(child(), actor('t', 'care'), 'adults'))).toBe('NOT_YOUR_CHILD');
  });
  test('two in dispute: what the office records holds; a barred guardian sees nothing', () => {
    const custody = { barred: [], decides: 'g-a', by: '', byName: '', at: when('08:00') };
    expect(code(mayDecide(child({ custody }), actor('wx-g-b')))).toBe('OTHER_DECIDES');
    const barred = { ...custody, barred: [{ name: '监护人g-b', relation: '父亲' }] };
    expect(code(maySee(child({ custody: barred }), actor('wx-g-b')))).toBe('NOT_YOUR_CHILD');
  });
  test('nobody ends another confirmed guardian but the office, and never the last', () => {
    expect(code(mayEndGuardian(child(), 'g-b', actor('wx-g-a')))).toBe('OFFICE_DECIDES');
    expect(code(mayEndGuardian(child(), 'g-a', actor('wx-g-a')))).toBe('yes');
    expect(code(mayEndGuardian(child({ guardians: [guardian('g-a')] }), 'g-a', actor('wx-g-a')))).toBe('LAST_GUARDIAN');
    expect(code(mayEndGuardian(child(), 'g-b', actor('o', 'office')))).toBe('yes');
  });
});

describe('consent', () => {
  const said = (given: boolean) => ({
    purpose: 'care' as const,
    given,
    version: 1,
    by: 'a',
    byName: 'a',
    way: 'inApp' as const,
    at: when('09:00'),
  });
  test('withdrawn: today still counts, tomorrow does not', () => {
    const after = afterSaying(child(), said(false), FIRST_SETTINGS, thursday);
    expect([
      holds(after, 'care', thursday),
      holds(after, 'care', addDays(thursday, 1)),
      holdsNow(after, 'care', thursday),
    ]).toEqual([true, false, false]);
    expect(after.consentLog).toHaveLength(1);
    expect(after.careUntil).toBe(thursday);
  });
  test('refused from the beginning holds on no day', () => {
    const after = afterSaying(child({ consents: {} }), said(false), FIRST_SETTINGS, thursday);
    expect([holds(after, 'care', thursday), after.careUntil]).toEqual([false, undefined]);
  });
  test('a changed text needs a new version', () => {
    const consents = FIRST_SETTINGS.consents.map(each => ({ ...each, text: `${each.text}。` }));
    expect(code(settingsAgree({ ...FIRST_SETTINGS, consents }, FIRST_SETTINGS))).toBe('CONSENT_VERSION');
    const newer = consents.map(each => ({ ...each, version: 2 }));
    expect(code(settingsAgree({ ...FIRST_SETTINGS, consents: newer }, FIRST_SETTINGS))).toBe('yes');
  });
});

describe('signing up', () => {
  const wish = { cls: careClass(), child: child(), others: [], staff: false };
  test('from the opening to the closing, to the millisecond; staff after it as well', () => {
    const may = (now: number, staff = false) => code(signUp.maySignUp({ ...wish, staff }, now as never, thursday));
    const { opensAt, closesAt } = wish.cls;
    expect([may(opensAt - 1), may(opensAt), may(closesAt - 1), may(closesAt), may(closesAt, true)]).toEqual([
      'SIGNUP_NOT_YET',
      'yes',
      'yes',
      'SIGNUP_OVER',
      'yes',
    ]);
  });
  test('within the ages on the first day of the term, with consent, once', () => {
    const now = when('09:00');
    const may = (over: object) => code(signUp.maySignUp({ ...wish, ...over }, now, thursday));
    expect(may({ child: child({ birthDate: civilDate('2021-01-01') }) })).toBe('OUTSIDE_AGES');
    expect(may({ child: child({ consents: {} }) })).toBe('CONSENT_NEEDED');
    expect(may({ existing: { status: 'waiting' } })).toBe('ALREADY_SIGNED_UP');
    expect(may({ existing: { status: 'withdrawn' } })).toBe('yes');
    expect(may({ others: [careClass({ name: '合唱' })] })).toBe('CLASSES_OVERLAP');
  });
  test('places kept for priority: confirmed families first, everybody once their time is over', () => {
    const cls = careClass({ reserved: 3, reservedUntil: when('12:00') });
    const confirmed = { priority: { id: 'low', documents: [], state: 'confirmed' as const, rank: 2 } };
    expect(signUp.roomsFor(cls, confirmed, when('09:00'))).toEqual(['reserved', 'general']);
    expect(signUp.roomsFor(cls, {}, when('09:00'))).toEqual(['general']);
    expect(signUp.roomsFor(cls, {}, when('12:00'))).toEqual(['general', 'reserved']);
  });
  test('an offer is over at its end, to the millisecond', () => {
    const offerUntil = when('12:00');
    const accept = (now: number) => code(signUp.mayAccept({ status: 'offered', offerUntil }, child(), now as never, thursday));
    expect([accept(offerUntil - 1), accept(offerUntil)]).toEqual(['yes', 'OFFER_OVER']);
  });
});

describe('the day', () => {
  const cls = careClass();
  test('leave until an hour before the class, to the millisecond', () => {
    const until = day.leaveUntil(cls, thursday, FIRST_SETTINGS);
    const asked = { day: thursday, until, meets: true, onRoll: true, staff: false };
    expect(code(day.mayGiveLeave(asked, undefined, (until - 1) as never, thursday))).toBe('yes');
    expect(code(day.mayGiveLeave(asked, undefined, until, thursday))).toBe('LEAVE_CUTOFF');
    expect(code(day.mayGiveLeave({ ...asked, staff: true }, undefined, until, thursday))).toBe('yes');
  });
  test('asked about after ten minutes, once, and not when it is explained', () => {
    const asks = (at: string, over?: Parameters<typeof day.asksNow>[0]) =>
      day.asksNow(over, cls, thursday, FIRST_SETTINGS, when(at));
    expect([asks('16:39'), asks('16:40'), asks('18:00')]).toEqual([false, true, false]);
    expect(asks('16:45', attendance({ status: 'expected', askedAt: when('16:40') }))).toBe(false);
    expect(asks('16:45', attendance({ status: 'leave' }))).toBe(false);
  });
  test('a quarter before the end it reminds, then each rung fires once, whatever minute it is asked', () => {
    const end = when('20:00');
    const step = (late: number, at: string) => day.lateStep(attendance({ late }), end, FIRST_SETTINGS, when(at));
    expect(step(0, '19:44')).toBeUndefined();
    expect(step(0, '19:45')).toEqual({ late: 1, remind: true, rungs: [], alarm: false });
    expect(step(1, '19:59')).toBeUndefined();
    expect(step(1, '20:00')?.rungs.map(({ who }) => who)).toEqual(['guardians']);
    expect(step(2, '20:09')).toBeUndefined();
    expect(step(0, '20:20')).toMatchObject({ late: 5, alarm: true, remind: false });
    expect(step(0, '20:20')?.rungs).toHaveLength(4);
    expect(day.lateStep(attendance({ status: 'gone' }), end, FIRST_SETTINGS, when('21:00'))).toBeUndefined();
  });
  test('nobody closes the day while a child is here, nor before the class is over', () => {
    expect(code(day.mayClose(undefined, 1, cls, thursday, when('19:00')))).toBe('CHILDREN_STILL_HERE');
    expect(code(day.mayClose(undefined, 0, cls, thursday, when('17:59')))).toBe('CLASS_NOT_OVER');
    expect(code(day.mayClose(undefined, 0, cls, thursday, when('18:00')))).toBe('yes');
  });
  test('one adult too few shows', () => {
    expect(day.ratioOf(21, 2, 10)).toEqual({ most: 10, needed: 3, short: true });
    expect(day.ratioOf(0, 0, 10).short).toBe(false);
  });
});

describe('fees', () => {
  const account = { fee: fen(30000), from: thursday, status: 'enrolled' as const };
  const line = (kind: 'paid' | 'waived' | 'refunded', amount: number, receipt = 'R1') => ({
    kind,
    amount: fen(amount),
    receipt,
    at: when('09:00'),
    byName: '',
  });
  test('due is owed less waived and paid; a receipt counts once; no more is given back than was paid', () => {
    const some = { ...account, feeLines: [line('waived', 10000), line('paid', 15000)] };
    expect(feeOf(some).due).toBe(5000);
    expect(code(mayPay(some, fen(5001), 'R2'))).toBe('FEE_TOO_MUCH');
    expect(code(mayPay(some, fen(5000), 'R1'))).toBe('RECEIPT_USED');
    expect(code(mayPay(some, fen(5000), 'R2'))).toBe('yes');
    expect(code(mayRefund(some, fen(15001), 'R9'))).toBe('FEE_TOO_MUCH');
  });
});

test('a picture is one directly in the folder of its child and day', () => {
  const folder = 'care/xingfuli/pictures/2026-11-26_c_k/';
  expect(isOurFile(`cloud://env.1/${folder}pic-1.jpg`, folder)).toBe(true);
  expect(isOurFile(`cloud://env.1/${folder}../other/pic-1.jpg`, folder)).toBe(false);
  expect(isOurFile('cloud://env.1/dishes/xingfuli/a.jpg', folder)).toBe(false);
});

test('a list is read row by row: good rows stay, what is wrong is said with its row', () => {
  const head = ['姓名', '出生日期', '学校', '年级班级', '班次', '监护人', '关系', '监护人手机', '已签纸质同意书', '过敏'];
  const good = ['周乐乐', '2018/2/11', '幸福路小学', '二年级1班', '四点半班', '周志强', '父亲', '139 0000 0032', '是', '花生'];
  const rows = [
    head,
    good,
    [...good.slice(0, 8), '否', ''],
    ['李一', '2017-13-01', '', '', '合唱班', '', '', '12', '是', ''],
    good,
  ];
  const heading = careHeading(rows);
  if ('ok' in heading) throw new Error('no heading');
  const tools = { classes: [{ id: 'c-1', name: '四点半班' }], childIdOf: () => 'k-1', plausible: () => true };
  const read = readSignUps({ rows, merged: [] }, heading, tools);
  expect(read.rows.map(({ row, allergens }) => [row, allergens])).toEqual([[2, ['peanut']]]);
  expect([...new Set(read.problems.map(({ row }) => row))]).toEqual([3, 4, 5]);
  expect(careHeading([['姓名']])).toMatchObject({ code: 'WRONG_HEADERS' });
});
