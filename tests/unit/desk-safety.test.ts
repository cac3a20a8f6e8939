/** What the desk of safety works out by itself: how an alert reads, when it rings, what was typed. */

import { FIRST_SETTINGS } from '../../cloudfunctions/safety/firstSettings';
import { isNews } from '../../src/pages/desk/alerts/news';
import { ageText, countText, headText, momentsOf, NOTHING_HAPPENED, nextText, REPORTED } from '../../src/pages/desk/alerts/words';
import { readSlot, wrongInResult } from '../../src/pages/desk/checkups/draft';
import { stateOf as deviceState } from '../../src/pages/desk/devices/words';
import { dayState, draftOf as dutyDraft, readDraft as readDuty, whoText } from '../../src/pages/desk/duty/draft';
import { DRILLED, secondsText } from '../../src/pages/desk/incidents/words';
import { loadOf, takers } from '../../src/pages/desk/keepers/load';
import { doorCodeIn } from '../../src/pages/desk/parts/doorCodeIn';
import { NUMBERS, readSettings, draftOf as settingsDraft } from '../../src/pages/desk/safety/draft';
import { ladderLines } from '../../src/pages/desk/safety/ladder';
import { tasksOf } from '../../src/pages/desk/today/tasks';
import { signText, toDo, visitText } from '../../src/pages/desk/visits/words';
import { readAbsence, readDraft as readWatch, watchText } from '../../src/pages/desk/watches/draft';
import { ENDINGS } from '../../src/pages/safety/words';
import { ALERT_KINDS, FALSE_ALARMS } from '../../types/alerts';
import type { AlertRow, DeviceRow, DutyDay, KeptElder, ShiftView } from '../../types/safety';
import { zSafetySettings } from '../../types/safetySettings';
import { civilDate, type Instant, instantAt } from '../../types/time';
import { no, yes } from '../../types/verdict';

const today = civilDate('2026-11-26');
const now = instantAt(today, 9 * 60);
const later = (seconds: number) => (now + seconds * 1000) as Instant;

const alert = (over: Partial<AlertRow> = {}): AlertRow => ({
  id: 'sos~r1~1',
  kind: 'sos',
  severity: 'critical',
  status: 'raised',
  open: true,
  drill: false,
  subjectId: 'r1',
  subjectName: '王桂兰',
  addressText: '3栋2单元501',
  title: '王桂兰一键求助',
  source: 'button',
  raisedAt: later(-12 * 60),
  reports: 1,
  absent: false,
  round: 0,
  nextAt: later(120),
  nextWho: ['unitLead', 'dutyPhone'],
  ...over,
});

describe('an alert on the board', () => {
  test('says who it is about, and a drill says so first', () => {
    expect(headText(alert())).toBe('王桂兰 一键求助');
    expect(headText(alert({ drill: true, kind: 'gas' }))).toBe('【演练】王桂兰 燃气报警');
    expect(headText(alert({ kind: 'other', title: '楼道摔倒' }))).toBe('王桂兰 楼道摔倒');
  });
  test('says how old it is and who is called next, and when', () => {
    expect(ageText(alert(), now)).toBe('已过 12 分钟');
    expect(nextText(alert(), now)).toBe('没人接手的话，2 分钟后通知单元长、值班电话');
    expect(nextText(alert({ nextAt: later(20) }), now)).toBe('没人接手的话，1 分钟内通知单元长、值班电话');
    expect(nextText(alert({ nextAt: later(-5) }), now)).toBe('没人接手的话，马上通知单元长、值班电话');
  });
  test('that somebody took goes on unless it moves on', () =>
    expect(nextText(alert({ status: 'acknowledged', responder: '陈社工' }), now)).toBe(
      '陈社工没有新的进展的话，2 分钟后继续通知单元长、值班电话',
    ));
  test('that is still held counts down, that is over says nothing', () => {
    expect(nextText(alert({ status: 'held', nextAt: later(7) }), now)).toBe('7 秒内没有取消，就正式发出');
    expect(nextText(alert({ status: 'resolved', open: false, nextAt: undefined }), now)).toBeUndefined();
  });
  test('is counted by urgency, drills are not', () =>
    expect(countText([alert(), alert({ drill: true }), alert({ severity: 'high' })])).toBe('1 件危急、1 件紧急'));
  test('is read from the newest line', () => {
    const moments = momentsOf(
      [
        { at: later(-60), what: 'paged', text: '李敏、陈社工' },
        { at: later(-30), what: 'handed', text: '李敏：短信已送到', by: 'alerts:xfl:sos~r1~1:0' },
        { at: now, what: 'acknowledged', by: '陈社工', text: '认领：我来处理' },
      ],
      today,
    );
    expect(moments).toEqual([
      { time: '09:00', title: '认领：我来处理', text: '陈社工', done: true },
      { time: '08:59', title: '李敏：短信已送到', done: true },
      { time: '08:59', title: '通知：李敏、陈社工', done: true },
    ]);
  });
  test('knows the endings that were nothing as the contract does', () => {
    expect([...NOTHING_HAPPENED].sort()).toEqual([...FALSE_ALARMS].sort());
    expect(Object.keys(ENDINGS).sort()).toEqual([...ALERT_KINDS].sort());
    expect([...REPORTED, ...DRILLED].every(kind => ALERT_KINDS.includes(kind))).toBe(true);
  });
});

describe('the bell', () => {
  const one = { id: 'a', status: 'raised' } as const;
  test('rings for a new alert', () => expect(isNews([one], [one, { id: 'b', status: 'raised' }])).toBe(true));
  test('not again while it waits, nor when it is taken or ends', () => {
    expect(isNews([one], [one])).toBe(false);
    expect(isNews([one], [{ id: 'a', status: 'acknowledged' }])).toBe(false);
    expect(isNews([one], [])).toBe(false);
  });
  test('again when the one who took it let it run out', () =>
    expect(isNews([{ id: 'a', status: 'acknowledged' }], [one])).toBe(true));
  test('not while it may still be taken back', () => expect(isNews([], [{ id: 'a', status: 'held' }])).toBe(false));
});

test('an open alert is the first thing to do of the day', () => {
  const tasks = tasksOf({ today, menus: [], dead: [{ what: '短信' }] as never, board: { now, alerts: [alert()] } });
  expect(tasks[0]).toMatchObject({ tag: '危急', tone: 'danger', title: '王桂兰 一键求助', to: ['alerts', { id: 'sos~r1~1' }] });
});

describe('a keeper reads', () => {
  const elder = (over: Partial<KeptElder>): KeptElder => ({
    elderId: 'r1',
    name: '王桂兰',
    age: 78,
    addressText: '3栋2单元501',
    need: 'well',
    nextVisitOn: today,
    ...over,
  });
  test('the last sign of life and the visits', () => {
    expect(signText(elder({ lastSignAt: now, lastSignBy: 'meal' }), today)).toBe('最近：今天 09:00 取了餐');
    expect(signText(elder({}), today)).toBe('还没有过平安信号');
    expect(visitText(elder({ lastVisitOn: civilDate('2026-11-25') }), today)).toBe('上次探访昨天，今天该探访');
    expect(visitText(elder({ nextVisitOn: civilDate('2026-11-25') }), today)).toBe('还没有探访过，昨天就该探访');
    expect(visitText(elder({ awayUntil: civilDate('2026-11-28') }), today)).toBe('还没有探访过，外出到后天');
  });
  test('how many still need somebody', () =>
    expect(toDo([elder({ need: 'alert' }), elder({ need: 'visitToday' }), elder({ need: 'away' }), elder({})])).toBe(2));
  test('a door code as it is scanned or typed', () => {
    expect(doorCodeIn('/pages/safety/door/index?code=aB3_-x')).toBe('aB3_-x');
    expect(doorCodeIn(' aB3_-x\n')).toBe('aB3_-x');
  });
});

describe('the map of load', () => {
  const keeper = (account: string, load: number) => ({
    account,
    name: account,
    load,
    elders: [],
    may: { assign: load < 7 ? yes : no('KEEPER_FULL') },
  });
  const keepers = [keeper('a', 7), keeper('b', 3), keeper('c', 0)];
  test('counts who is kept and who is full', () => expect(loadOf({ keepers, most: 7 })).toEqual({ kept: 10, busy: 1 }));
  test('offers who has room, the least loaded first, not the present one', () => {
    expect(takers(keepers).map(({ account }) => account)).toEqual(['c', 'b']);
    expect(takers(keepers, 'c').map(({ account }) => account)).toEqual(['b']);
  });
});

describe('duty', () => {
  const shift = (over: Partial<ShiftView> = {}): ShiftView =>
    ({ id: 's1', name: '白班', from: 480, to: 1080, away: false, empty: false, now: false, ...over }) as ShiftView;
  const day = (date: string, shifts: ShiftView[], empty: boolean): DutyDay => ({ day: civilDate(date), shifts, empty });
  test('a day on which nobody would come is red from the day before', () => {
    expect(dayState(day('2026-11-27', [], true), today)).toEqual({ word: '明天没有排班', tone: 'danger' });
    expect(dayState(day('2026-11-26', [shift({ empty: true })], true), today)?.word).toBe('今天有班没人');
    expect(dayState(day('2026-11-29', [], true), today)?.tone).toBe('warning');
    expect(dayState(day('2026-11-25', [], true), today)).toBeUndefined();
  });
  test('says who comes', () => {
    const person = { account: 'p', name: '陈社工' };
    const substitute = { account: 's', name: '周主任' };
    expect(whoText(shift({ person, substitute }))).toBe('陈社工（替班 周主任）');
    expect(whoText(shift({ person, substitute, away: true }))).toBe('陈社工不能来，周主任替');
    expect(whoText(shift({ person, away: true }))).toBe('陈社工不能来，没有人替');
    expect(whoText(shift())).toBe('没有人');
  });
  test('typed and read again is the same; what is wrong is named', () => {
    const draft = dutyDraft(day('2026-11-27', [shift()], true));
    expect(readDuty(draft)).toEqual({ shifts: [{ id: 's1', name: '白班', from: 480, to: 1080, away: false }], wrong: {} });
    expect(Object.keys(readDuty([{ ...draft[0]!, name: ' ', to: '二十点' }]).wrong)).toEqual(['s1.to', 's1.name'].reverse());
  });
});

describe('the settings of safety', () => {
  test('typed and read again are the same, and the contract takes them', () => {
    const read = readSettings(settingsDraft(FIRST_SETTINGS));
    expect(read).toEqual({ settings: FIRST_SETTINGS, wrong: {} });
    expect(zSafetySettings.parse(read.settings)).toEqual(FIRST_SETTINGS);
  });
  test('the limits are those of the contract', () => {
    for (const [key, [least, most]] of Object.entries(NUMBERS)) {
      const field = zSafetySettings.shape[key as keyof typeof NUMBERS];
      expect([least - 1, least, most, most + 1].map(value => field.safeParse(value).success)).toEqual([false, true, true, false]);
    }
  });
  test('every line that is wrong is named', () => {
    const draft = settingsDraft(FIRST_SETTINGS);
    const sos = { ...draft.ladders.sos, pause: '0', rungs: [{ who: [], after: '很久', way: 'call' as const, oneByOne: '' }] };
    const { wrong } = readSettings({ ...draft, ackMinutes: '', nightTo: '六点', ladders: { ...draft.ladders, sos } });
    expect(Object.keys(wrong).sort()).toEqual([
      'ackMinutes',
      'nightTo',
      'sos.0.after',
      'sos.0.oneByOne',
      'sos.0.who',
      'sos.pause',
    ]);
  });
  test('a ladder reads as steps', () =>
    expect(ladderLines(FIRST_SETTINGS.ladders.checkIn)).toEqual([
      '1. 马上，用微信和短信通知家人、包保人',
      '2. 再过 10 分钟没人接手，用微信、短信和电话通知网格人员、单元长',
      '3. 再过 10 分钟没人接手，用微信、短信和电话通知值班人员、值班电话、社区办公室',
      '都通知过还没人接手，15 分钟后从头再来，直到有人处理。',
    ]));
});

describe('one elder', () => {
  const watch = { on: true, from: '05:00', to: '09:30', grace: '60', remind: true };
  test('the watch reads as a sentence', () =>
    expect(watchText(readWatch(watch).settings)).toBe(
      '每天 05:00 到 09:30 之间等一次平安信号（打卡、取餐、设备、探访都算）；到 09:30 还没有，先提醒老人；再过 60 分钟还没有，就发预警。',
    ));
  test('what is wrong is named', () =>
    expect(Object.keys(readWatch({ ...watch, to: '', grace: '481' }).wrong).sort()).toEqual(['grace', 'to']));
  test('an absence wants two days and a place', () => {
    expect(Object.keys(readAbsence({ from: '2026-11-31', to: '', where: ' ' }).wrong)).toEqual(['from', 'to', 'where']);
    expect(readAbsence({ from: '2026-11-26', to: '2026-11-30', where: '女儿家 ' }).input?.where).toBe('女儿家');
  });
});

test('a device that is silent is worse than one with a low battery', () => {
  const device = { active: true, silent: false, lowBattery: false, lastContactAt: now } as DeviceRow;
  const words = [
    device,
    { ...device, lowBattery: true },
    { ...device, silent: true, lowBattery: true },
    { ...device, active: false },
  ];
  expect(words.map(each => deviceState(each).word)).toEqual(['正常', '电量低', '失联', '已停用']);
  expect(deviceState({ ...device, lastContactAt: undefined }).word).toBe('还没接通');
});

test('times of the report are said as people say them', () =>
  expect([undefined, 45, 80, 120, 3_660].map(secondsText)).toEqual(['—', '45 秒', '1 分 20 秒', '2 分钟', '1 小时 1 分']));

test('a check-up date and a result name what is missing', () => {
  const slot = { day: '2026-12-01', from: '08:00', to: '11:00', place: '服务站', capacity: '30', open: true };
  expect(readSlot(slot)).toMatchObject({ slot: { year: 2026, from: 480, capacity: 30 }, wrong: {} });
  expect(Object.keys(readSlot({ ...slot, day: '', capacity: '0', place: '' }).wrong)).toEqual(['day', 'place', 'capacity']);
  expect(Object.keys(wrongInResult({ day: '昨天', summary: '' }))).toEqual(['day', 'summary']);
});
