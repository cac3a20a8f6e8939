/** The rules of safety, each as a sentence. */
import * as rules from '../../cloudfunctions/safety/rules/alert';
import * as changes from '../../cloudfunctions/safety/rules/changes';
import * as codes from '../../cloudfunctions/safety/rules/codes';
import * as devices from '../../cloudfunctions/safety/rules/devices';
import * as duty from '../../cloudfunctions/safety/rules/duty';
import { inOrder } from '../../cloudfunctions/safety/rules/family';
import { byNeed, laddersAgree, needOf, nextVisitOn } from '../../cloudfunctions/safety/rules/keeping';
import * as ladders from '../../cloudfunctions/safety/rules/ladder';
import { redsOf } from '../../cloudfunctions/safety/rules/path';
import { median, reportOf } from '../../cloudfunctions/safety/rules/report';
import { handedOn } from '../../cloudfunctions/safety/rules/reports';
import * as watches from '../../cloudfunctions/safety/rules/watch';
import { canSeeAlert, reaches, seesOf } from '../../cloudfunctions/safety/rules/who';
import { ALERT_KINDS, ALERT_STATUS, ALERT_STEPS } from '../../types/alerts';
import { addDays, type Instant, instantAt } from '../../types/time';
import type { Shift } from '../../types/watch';
import { boundToDaughter, clock, onSaturday, saturday } from '../builders/canteen';
import { alert, chen, circle, ladder, limin, moment, settings, watch } from '../builders/safety';

const at = onSaturday('09:00');
const later = (minutes: number) => (at + minutes * 60_000) as Instant;
const taker = { account: 'wx-chen', name: '陈社工' };
const grid = {
  accountId: 'wx-chen',
  roles: new Set(['gridLead'] as const),
  grants: [{ role: 'gridLead' as const, scope: { gridId: 'g1' }, grantedBy: 'x', grantedAt: at }],
};
const family = { accountId: 'wx-limin', roles: new Set(['family'] as const), grants: [] };
const herself = { accountId: 'wx-wang', residentId: 'r-wang', roles: new Set(['resident'] as const), grants: [] };

describe('the states', () => {
  test('what has ended stays ended, and every state is reached from held or raised', () => {
    for (const ended of ['resolved', 'falseAlarm', 'cancelled'] as const) expect(ALERT_STEPS[ended]).toEqual([]);
    const reached = new Set(['held', ...ALERT_STATUS.flatMap(status => ALERT_STEPS[status])]);
    expect([...reached].sort()).toEqual([...ALERT_STATUS].sort());
  });

  test('an SOS is taken back until the tenth second, not after', () => {
    const held = alert({ status: 'held', nextAt: (at + 10_000) as Instant });
    expect(rules.canCancel(held, (at + 10_000) as Instant).ok).toBe(true);
    expect(rules.canCancel(held, (at + 10_001) as Instant)).toMatchObject({ code: 'TOO_LATE_TO_CANCEL' });
    expect(rules.canCancel(alert(), at)).toMatchObject({ code: 'TOO_LATE_TO_CANCEL' });
  });

  test('the elder herself neither takes nor ends her alert; who goes takes it from who only acknowledged', () => {
    const elder = boundToDaughter();
    expect(rules.canAcknowledge(alert(), herself, elder)).toMatchObject({ ok: false });
    expect(rules.canResolve(alert(), herself, elder)).toMatchObject({ ok: false });
    const taken = changes.acknowledged(alert(), { account: 'wx-limin', name: '李敏' }, at, 15);
    expect(rules.canAcknowledge(taken, grid, elder)).toMatchObject({ code: 'TAKEN_BY_OTHER' });
    expect(rules.canGo(taken, grid, elder).ok).toBe(true);
    const going = changes.going(taken, taker, later(1), 30);
    expect(rules.canGo(going, family, elder)).toMatchObject({ code: 'TAKEN_BY_OTHER' });
    expect([going.firstAckAt, going.onTheWayAt, going.responder?.name]).toEqual([at, later(1), '陈社工']);
  });

  test('the card opens for who has it, while it is open', () => {
    const taken = changes.acknowledged(alert(), taker, at, 15);
    expect(rules.canSeeCard(taken, grid).ok).toBe(true);
    expect(rules.canSeeCard(taken, family)).toMatchObject({ code: 'NOT_RESPONDER' });
    expect(rules.canSeeCard(changes.resolved(taken, taker, at, 'fine'), grid)).toMatchObject({ code: 'ALERT_ENDED' });
  });

  test('a false alarm is one by how it ended', () => {
    expect(changes.resolved(alert(), taker, at, 'byMistake').status).toBe('falseAlarm');
    expect(changes.resolved(alert(), taker, at, 'helped')).toMatchObject({ status: 'resolved', open: false, nextAt: undefined });
  });

  test('the same report again changes nothing; silence joins a louder alert, gas never does', () => {
    expect(changes.joined(alert(), { kind: 'sos', cause: 'one', facts: [], at })).toBeUndefined();
    expect(changes.joined(alert(), { kind: 'sos', cause: 'two', facts: [], at })?.reports).toBe(2);
    const sos = alert();
    expect(rules.joins([sos], 'checkIn')).toBe(sos);
    expect(rules.joins([sos], 'gas')).toBeUndefined();
    expect(rules.joins([alert({ drill: true })], 'sos')).toBeUndefined();
  });
});

describe('the ladder', () => {
  test('each rung after its minutes, then the pause, then the next round', () => {
    let state = alert();
    const seen: string[] = [];
    for (let minute = 0; minute <= 36; minute++) {
      const fired = ladders.tick(state, circle(), moment(later(minute)));
      if (fired?.calling) seen.push(`${minute}: ${fired.calling.to.map(({ account }) => account).join()} ${fired.calling.way}`);
      state = fired?.alert ?? state;
    }
    expect(seen).toEqual(['0: wx-limin push', '5: wx-chen text', '15: wx-zhou call', '35: wx-limin push']);
  });

  test('a rung with nobody is skipped at once, with a line; a round of nobody waits for the pause', () => {
    const fired = ladders.fire(alert(), circle({ family: [] }), moment(at));
    expect(fired.calling?.to[0]?.account).toBe('wx-chen');
    expect(fired.alert.timeline.map(({ what }) => what)).toEqual(['skipped', 'paged']);
    const nobody = ladders.fire(alert(), circle({ family: [], gridStaff: [], office: [] }), moment(at));
    expect([nobody.calling, nobody.alert.round, nobody.alert.nextAt]).toEqual([undefined, 2, later(20)]);
  });

  test('one by one: the next relative after so many minutes, then the next rung', () => {
    const rungs = [{ ...ladder.rungs[0]!, oneByOneEvery: 2 }, ladder.rungs[1]!];
    const two = circle({ family: [limin, { ...limin, account: 'wx-son', name: '王强' }] });
    const first = ladders.fire(alert({ ladder: { rungs, pause: 5 } }), two, moment(at));
    expect([first.calling?.to[0]?.account, first.alert.nextAt]).toEqual(['wx-limin', later(2)]);
    const second = ladders.fire(first.alert, two, moment(later(2)));
    expect([second.calling?.to[0]?.account, second.alert.rung, second.alert.nextAt]).toEqual(['wx-son', 1, later(7)]);
  });

  test('night is loud; who stands on two places of a rung is called once', () => {
    const both = circle({ duty: [{ ...chen, as: 'duty' }] });
    const rungs = [{ who: ['gridStaff' as const, 'duty' as const], after: 0, way: 'push' as const }];
    const fired = ladders.fire(alert({ ladder: { rungs, pause: 5 } }), both, moment(at, { night: true }));
    expect([fired.calling?.way, fired.calling?.to]).toEqual(['call', [{ ref: 'p0', account: 'wx-chen' }]]);
    expect(ladders.isNight(clock('23:00'), clock('22:00'), clock('06:30'))).toBe(true);
    expect(ladders.isNight(clock('12:00'), clock('22:00'), clock('06:30'))).toBe(false);
    expect(ladders.isNight(clock('12:00'), clock('06:00'), clock('06:00'))).toBe(false);
  });

  test('a drill calls volunteers alone and names the others', () => {
    const drill = ladders.fire(alert({ drill: true }), circle(), moment(at, { volunteers: new Set(['wx-zhou']) }));
    expect([drill.calling, drill.alert.timeline[0]?.what]).toEqual([undefined, 'drillOnly']);
  });

  test('an acknowledgement that runs out begins a new round; a clock that was set back only waits as long again', () => {
    const taken = { ...changes.acknowledged(alert({ rung: 1 }), taker, at, 15) };
    expect(ladders.tick(taken, circle(), moment(later(14)))).toBeUndefined();
    const again = ladders.tick(taken, circle(), moment(later(15)))!.alert;
    expect([again.status, again.round, again.rung, again.responder]).toEqual(['raised', 2, 1, undefined]);
    const back = ladders.tick(taken, circle(), moment(later(-600)))!.alert;
    expect([back.status, back.nextAt]).toEqual(['acknowledged', later(-585)]);
  });

  test('during an absence grid staff are first; the settings call relatives and grid of a gas alarm at once', () => {
    const away = ladders.ladderFor(ladder, true);
    expect(away.rungs[0]!.who).toEqual(['gridStaff', 'keeper']);
    expect(away.rungs[1]).toMatchObject({ who: ['family'], after: 1 });
    expect(laddersAgree(settings.ladders).ok).toBe(true);
    expect(laddersAgree({ gas: ladder })).toMatchObject({ code: 'GAS_NEEDS_BOTH' });
    expect(laddersAgree({ smoke: ladder })).toMatchObject({ code: 'GAS_NEEDS_BOTH' });
    expect(Object.keys(settings.ladders).sort()).toEqual([...ALERT_KINDS].sort());
  });
});

describe('waiting for a sign of life', () => {
  test('reminder at the end of the window, alert after the grace, tomorrow again', () => {
    expect(watches.due(watch(), [], onSaturday('09:29'))).toBeUndefined();
    const reminded = watches.due(watch(), [], onSaturday('09:30'))!;
    expect([reminded.do, reminded.watch.dueAt]).toEqual(['remind', onSaturday('10:30')]);
    const alerted = watches.due(reminded.watch, [], onSaturday('10:30'))!;
    expect([alerted.do, alerted.day, alerted.watch.phase]).toEqual(['alert', saturday, 'alerted']);
    expect(alerted.watch.dueAt).toBe(instantAt(addDays(saturday, 1), clock('09:30')));
  });

  test('a sign within the window is enough for the day; one before it is not; an older one is no news', () => {
    const early = watches.signed(watch(), { source: 'checkIn', at: onSaturday('04:59') }, [], onSaturday('04:59'))!;
    expect(early.day).toBe(saturday);
    const seen = watches.signed(early, { source: 'meal', at: onSaturday('05:00') }, [], onSaturday('05:01'))!;
    expect(seen.day).toBe(addDays(saturday, 1));
    expect(watches.signed(seen, { source: 'visit', at: onSaturday('04:00') }, [], onSaturday('06:00'))).toBeUndefined();
  });

  test('nothing during an absence; from the day after it again; ended early, from that day', () => {
    const away = { from: saturday, to: addDays(saturday, 3) };
    const waits = watches.due(watch(), [away], onSaturday('09:30'))!;
    expect([waits.do, waits.watch.day]).toEqual(['wait', addDays(saturday, 4)]);
    const back = { ...away, endedAt: instantAt(addDays(saturday, 1), clock('12:00')) };
    expect(watches.replanned(watch(), [back], back.endedAt).day).toBe(addDays(saturday, 2));
    expect(watches.isAway([back], addDays(saturday, 1))).toBe(false);
  });

  test('a ring that was missed for a day still reports; a watch that begins at noon waits until tomorrow', () => {
    const late = watches.due(watch(), [], instantAt(addDays(saturday, 1), clock('08:00')))!;
    expect([late.do, late.day]).toEqual(['alert', saturday]);
    expect(watches.begun(watch(), [], onSaturday('12:00')).day).toBe(addDays(saturday, 1));
    expect(watches.begun(watch({ on: false }), [], onSaturday('12:00')).dueAt).toBeUndefined();
  });

  test('absences neither run backwards nor overlap', () => {
    const [from, to] = [saturday, addDays(saturday, 2)];
    expect(watches.absenceAgrees({ from: to, to: from }, saturday, [])).toMatchObject({ code: 'ABSENCE_DATES' });
    expect(watches.absenceAgrees({ from, to }, saturday, [{ from: to, to }])).toMatchObject({ code: 'ABSENCE_OVERLAPS' });
    expect(watches.absenceAgrees({ from, to }, saturday, []).ok).toBe(true);
  });
});

describe('around', () => {
  const shift = (over: Partial<Shift> = {}): Shift => ({
    id: 'n',
    name: '夜班',
    from: clock('18:00'),
    to: clock('08:00'),
    away: false,
    ...over,
  });

  test('a night shift is on past midnight; the substitute comes for who is away; a gap has a name', () => {
    const person = { account: 'a', name: '甲' };
    const substitute = { account: 'b', name: '乙' };
    const duties = [{ day: saturday, shifts: [shift({ person, substitute, away: true })] }];
    const night = instantAt(addDays(saturday, 1), clock('07:59'));
    expect(duty.shiftsOn(duties, night).map(duty.whoComes)).toEqual([substitute]);
    expect(duty.shiftsOn(duties, instantAt(addDays(saturday, 1), clock('08:00')))).toEqual([]);
    expect(duty.gapsOf({ day: saturday, shifts: [shift({ person, away: true })] }, [])).toEqual(['夜班']);
    expect([duty.gapsOf(undefined, duties), duty.gapsOf(undefined, [])]).toEqual([['全天'], []]);
  });

  test('a keeper’s list: alert, silence, visits, the others', () => {
    const facts = { alert: false, away: false, waiting: true, sign: true, nextVisit: addDays(saturday, 2) };
    const needs = [
      needOf({ ...facts, alert: true, away: true }, saturday),
      needOf({ ...facts, sign: false }, saturday),
      needOf({ ...facts, sign: false, away: true }, saturday),
      needOf({ ...facts, nextVisit: saturday }, saturday),
    ];
    expect(needs).toEqual(['alert', 'noSign', 'away', 'visitToday']);
    const rows = [
      { need: 'well' as const, name: 'a' },
      { need: 'noSign' as const, name: 'b' },
    ];
    expect(rows.sort(byNeed)[0]!.name).toBe('b');
    expect(nextVisitOn(saturday, addDays(saturday, -3), 7)).toBe(saturday);
  });

  test('scopes: the narrowest counts; without a home only who keeps all', () => {
    const home = { gridId: 'g1', buildingId: 'b3', unitId: 'u2' };
    expect(reaches(grid.grants, ['gridLead'], home)).toBe(true);
    expect(reaches(grid.grants, ['gridLead'], { ...home, gridId: 'g2' })).toBe(false);
    expect(reaches(grid.grants, ['gridLead'], undefined)).toBe(false);
  });

  test('consent decides what a relative sees on other days than those of a cry for help; who was called as family has no other way in', () => {
    const elder = boundToDaughter();
    const consent = {
      relatives: [{ account: 'wx-limin', sees: { meals: true, signs: true, alerts: false, health: false }, at, by: 'x' }],
    };
    const paged = [{ ref: 'p0', name: '李敏', as: 'family' as const, account: 'wx-limin', firstAt: at, state: 'sent' as const }];
    expect(canSeeAlert(alert({ paged }), family, { elder }).ok).toBe(true);
    const everyday = alert({ paged, kind: 'checkIn' });
    expect(canSeeAlert(everyday, family, { elder, consent })).toMatchObject({ code: 'NOT_YOUR_ALERT' });
    expect(canSeeAlert(alert({ paged, kind: 'sos' }), family, { elder, consent }).ok).toBe(true);
    expect(seesOf(undefined, 'anybody').health).toBe(false);
  });

  test('relatives are called in the elder’s order, those not named after them, those not confirmed never', () => {
    const bound = (accountId: string, status: 'confirmed' | 'asked') => ({ ...boundToDaughter().family[0]!, accountId, status });
    const family = [bound('a', 'confirmed'), bound('b', 'asked' as never), bound('c', 'confirmed'), bound('d', 'confirmed')];
    expect(inOrder(family, ['d', 'gone']).map(({ accountId }) => accountId)).toEqual(['d', 'a', 'c']);
  });

  test('the board says who comes next, also when somebody has it and lets the time run out', () => {
    expect(ladders.nextWho(alert({ rung: 1 }))).toEqual(['gridStaff']);
    expect(ladders.nextWho(alert({ rung: 2, status: 'acknowledged' }))).toEqual(['family']);
    expect(ladders.nextWho(alert({ open: false, status: 'resolved' }))).toEqual([]);
  });

  test('a code has so many uses an hour', () => {
    const code = { communityId: 'x', elderId: 'r', issuedAt: at, issuedBy: 'x', scans: 0, hour: 0, usesThisHour: 0, toldHour: 0 };
    const twice = codes.used(codes.used(code, at), at);
    expect(codes.canUse(twice, at, 2)).toMatchObject({ code: 'TOO_MANY_TRIES' });
    expect(codes.canUse(twice, later(60), 2).ok).toBe(true);
  });

  test('a message of a device is fresh for five minutes, either way', () => {
    expect([devices.isFresh(later(-5), at), devices.isFresh(later(5), at), devices.isFresh(later(-6), at)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('the courier’s report is a line once, and reached stays reached', () => {
    const paged = [{ ref: 'p0', name: '李敏', as: 'family' as const, account: 'a', firstAt: at, state: 'asked' as const }];
    const report = {
      about: 'x',
      postId: 'post-1',
      done: true,
      outcomes: [{ channel: 'voice' as const, outcome: 'sent' as const, refs: ['p0'] }],
    };
    const told = handedOn(alert({ paged }), report, at)!;
    expect([told.paged[0]!.state, told.timeline[0]!.text]).toEqual(['sent', '李敏：电话已送到']);
    expect(handedOn(told, report, at)).toBeUndefined();
    expect(handedOn(alert({ paged }), { ...report, done: false }, at)).toBeUndefined();
  });

  test('red: no credit, no number, notifications off, a test without an answer for a day', () => {
    expect(redsOf({ credits: 0 }, at, 60_000)).toEqual(['NO_CREDIT', 'NO_PHONE']);
    const reach = { name: 'x', notifications: 'off' as const, testedAt: at, testState: 'sent' as const };
    expect(redsOf({ credits: 1, phone: '1', reach }, later(2), 60_000)).toEqual(['NOTIFICATIONS_OFF', 'TEST_UNANSWERED']);
  });

  test('the month: the middle time, false alarms, drills apart, what was taken back not at all', () => {
    expect([median([9, 1, 4]), median([]), median([1, 2])]).toEqual([4, undefined, 1]);
    const ended = { ...alert({ kind: 'gas', deviceId: 'd1', firstAckAt: later(2), arrivedAt: later(9) }), open: false };
    const all = [
      ended,
      { ...ended, status: 'falseAlarm' as const },
      { ...ended, drill: true },
      { ...ended, status: 'cancelled' as const },
    ];
    const report = reportOf('2026-11', all, new Map([['d1', '报警器']]));
    expect(report.kinds).toEqual([
      { kind: 'gas', alerts: 2, falseAlarms: 1, toAcknowledge: 120, toDoor: 540, unacknowledged: 0 },
    ]);
    expect([report.drills, report.devices]).toEqual([1, [{ deviceId: 'd1', label: '报警器', alerts: 2, falseAlarms: 1 }]]);
  });
});
