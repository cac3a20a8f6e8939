/** The rules of mediation, each as a sentence. */
import {
  dueAfterPause,
  effectOf,
  endOfDay,
  isOverdue,
  lateness,
  meetsAtOf,
  urgentClock,
  yearsLater,
} from '../../cloudfunctions/mediation/rules/clock';
import { DEED_RULES, mayClose, mayConfirm, mayDo, maySign } from '../../cloudfunctions/mediation/rules/deeds';
import { conflictOf, type Known, mayChoose, propose, type Weighed } from '../../cloudfunctions/mediation/rules/panel';
import { sees, standingsOf } from '../../cloudfunctions/mediation/rules/standing';
import { CASE_STATUS, CASE_STEPS } from '../../types/mediation';
import { addDays, civilDate, DAY_MS, dayOf, type Instant, instantAt } from '../../types/time';
import { aCase, day, morning, wang } from '../builders/mediation-case';

const actor = (accountId: string, roles: string[] = [], residentId?: string, elders: { id: string }[] = []) =>
  ({ accountId, roles: new Set(roles), residentId, elders }) as unknown as Parameters<typeof standingsOf>[1];

describe('who somebody is in a case', () => {
  test('a party is a party alone, even when it runs the office', () => {
    expect(standingsOf(aCase(), actor('wx-wang', ['office', 'mediator']))).toEqual(['applicant']);
  });
  test('the respondent is nobody before the case is accepted', () => {
    expect(standingsOf(aCase({ acceptedAt: undefined }), actor('wx-wu', ['office']))).toEqual([]);
  });
  test('an agent speaks only while the binding stands', () => {
    const kase = aCase({ applicant: { ...wang, agents: ['wx-daughter'] } });
    expect(standingsOf(kase, actor('wx-daughter', [], undefined, [{ id: 'r-wang' }]))).toEqual(['applicant']);
    expect(standingsOf(kase, actor('wx-daughter'))).toEqual([]);
  });
  test('a bound relative who is no agent sees nothing', () => {
    expect(standingsOf(aCase(), actor('wx-daughter', [], undefined, [{ id: 'r-wang' }]))).toEqual([]);
  });
  test('other mediators meet a case only while it waits for somebody', () => {
    expect(standingsOf(aCase(), actor('wx-ma', ['mediator']))).toEqual([]);
    expect(standingsOf(aCase({ status: 'panelling' }), actor('wx-ma', ['mediator']))).toEqual(['office']);
  });
  test('a side sees its own and shared parts, the panel all, the office none until it opens', () => {
    expect(['applicant', 'respondent', 'shared', 'panel'].map(visible => sees(visible as never, 'applicant', false))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(sees('panel', 'panel', false)).toBe(true);
    expect(sees('shared', 'office', false)).toBe(false);
    expect(sees('panel', 'office', true)).toBe(true);
  });
});

describe('what may be done', () => {
  const who = (standings: string[], office = false) => ({ standings, office, leads: false }) as never;
  test('every status of the table can be reached from the beginning, and its ends lead to the archive', () => {
    const reached = new Set(['applied']);
    for (const status of CASE_STATUS) if (reached.has(status)) for (const next of CASE_STEPS[status]) reached.add(next);
    for (const status of CASE_STATUS) if (reached.has(status)) for (const next of CASE_STEPS[status]) reached.add(next);
    expect([...reached].sort()).toEqual([...CASE_STATUS].sort());
  });
  test('either side may end it whenever people are talking', () => {
    for (const status of ['panelling', 'mediating', 'paused', 'agreed'] as const)
      expect(mayDo('endMediation', { status }, who(['respondent']))).toEqual({ ok: true });
  });
  test('nothing is done in a closed case but reading and opening', () => {
    const open = Object.entries(DEED_RULES)
      .filter(([, rule]) => rule.in.includes('closed'))
      .map(([deed]) => deed);
    expect(open.sort()).toEqual(['agreementPaper', 'caseFile', 'openFile']);
  });
  test('staff act for a side, but do not name its agent; only the panel takes its signature', () => {
    expect(mayDo('addStatement', { status: 'mediating' }, who(['office']), 'applicant').ok).toBe(true);
    expect(mayDo('appointAgent', { status: 'mediating' }, who(['panel']), 'applicant').ok).toBe(false);
    expect(mayDo('sign', { status: 'agreed' }, who(['office'], true), 'applicant').ok).toBe(false);
    expect(mayDo('sign', { status: 'agreed' }, who(['panel']), 'applicant').ok).toBe(true);
    expect(mayDo('addStatement', { status: 'mediating' }, who(['respondent']), 'applicant').ok).toBe(false);
  });
  test('before acceptance nobody acts for a respondent who has not heard of it', () => {
    for (const status of ['applied', 'moreAsked'] as const) {
      expect(mayDo('addStatement', { status }, who(['office']), 'respondent')).toMatchObject({ code: 'NOT_YOUR_PART' });
      expect(mayDo('addStatement', { status }, who(['office']), 'applicant').ok).toBe(true);
    }
    expect(mayDo('answerInvitation', { status: 'inviting' }, who(['office']), 'respondent').ok).toBe(true);
  });
  test('signatures: the sides in any order, then the mediator, then the seal, each once and in this round', () => {
    const agreement = (signed: object) => ({ form: 'written' as const, number: '1', round: 2, partId: 'p', signed });
    expect(maySign(agreement({}), 'respondent', 2).ok).toBe(true);
    expect(maySign(agreement({ applicant: 1 }), 'mediator', 2)).toMatchObject({ code: 'NOT_YOUR_TURN' });
    expect(maySign(agreement({ applicant: 1, respondent: 1 }), 'mediator', 2).ok).toBe(true);
    expect(maySign(agreement({ applicant: 1, respondent: 1 }), 'seal', 2)).toMatchObject({ code: 'NOT_YOUR_TURN' });
    expect(maySign(agreement({ applicant: 1 }), 'applicant', 2)).toMatchObject({ code: 'SIGNED_ALREADY' });
    expect(maySign(agreement({}), 'applicant', 1)).toMatchObject({ code: 'AGREEMENT_CHANGED' });
  });
  test('confirmation by the court until the thirtieth day, not a day later', () => {
    const { confirmUntil } = effectOf(morning, { followUpDays: 30 });
    expect(confirmUntil).toBe(civilDate('2026-12-26'));
    expect(mayConfirm({ confirmUntil }, confirmUntil).ok).toBe(true);
    expect(mayConfirm({ confirmUntil }, addDays(confirmUntil, 1)).ok).toBe(false);
  });
  test('an agreement is archived after its promises and a follow-up; other ends at once', () => {
    expect(
      mayClose(aCase({ status: 'performing', items: [{ no: 1, by: 'applicant', dueOn: day, status: 'open' }] })),
    ).toMatchObject({ code: 'ITEMS_OPEN' });
    expect(mayClose(aCase({ status: 'performing' }))).toMatchObject({ code: 'FOLLOW_UP_FIRST' });
    expect(mayClose(aCase({ status: 'refused' })).ok).toBe(true);
  });
});

describe('who may mediate', () => {
  const known = (over: Partial<Known>): Known => ({ relatives: [], ...over });
  const parties = [
    known({ accountId: 'wx-wang', residentId: 'r-wang', unitId: 'b3u2', home: 'b3u2-501', relatives: ['wx-daughter'] }),
  ];
  const conflict = (over: Partial<Known>, former: string[] = [], out: string[] = []) =>
    conflictOf(known(over), parties, new Set(former), out);
  test('not oneself, not the household, not kin, not the same unit, not a former party, not whom a side refused', () => {
    expect(conflict({ accountId: 'wx-wang' })).toBe('self');
    expect(conflict({ accountId: 'wx-a', home: 'b3u2-501' })).toBe('sameHome');
    expect(conflict({ accountId: 'wx-daughter' })).toBe('kin');
    expect(conflict({ accountId: 'wx-a', unitId: 'b3u2' })).toBe('sameUnit');
    expect(conflict({ accountId: 'wx-a' }, ['wx-a'])).toBe('former');
    expect(conflict({ accountId: 'wx-a' }, [], ['wx-a'])).toBe('ruledOut');
    expect(conflict({ accountId: 'wx-a', unitId: 'b4u1' })).toBeUndefined();
  });
  const weighed = (accountId: string, over: Partial<Weighed> = {}): Weighed => ({
    accountId,
    name: accountId,
    part: 'mediator',
    load: 0,
    fits: false,
    away: false,
    active: true,
    conflict: undefined,
    knew: false,
    ...over,
  });
  test('skill before load, the less loaded before the more, nobody away or in conflict', () => {
    const all = [
      weighed('c', { load: 1 }),
      weighed('b', { fits: true, load: 5 }),
      weighed('a', { fits: true, away: true }),
      weighed('d', { fits: true, conflict: 'kin' }),
    ];
    const { order, proposed } = propose(all, 12);
    expect(order.map(each => each.accountId).slice(0, 2)).toEqual(['b', 'c']);
    expect([...proposed]).toEqual(['b']);
    expect(mayChoose(weighed('a', { away: true }))).toMatchObject({ code: 'AWAY' });
  });
  test('whoever carries a full load comes after everybody who does not', () => {
    expect(propose([weighed('a', { fits: true, load: 12 }), weighed('b')], 12).order[0]!.accountId).toBe('b');
  });
});

describe('clocks', () => {
  test('three days to decide end with the last moment of the third day, which is the day that a page names', () => {
    expect(endOfDay(morning, 3) + 1).toBe(instantAt(civilDate('2026-11-30')));
    expect(dayOf(endOfDay(morning, 3))).toBe('2026-11-29');
  });
  test('a pause gives back every day it took', () => {
    const kase = { dueAt: (morning + 10 * DAY_MS) as Instant, pausedAt: morning };
    expect(dueAfterPause(kase, (morning + 4 * DAY_MS) as Instant)).toBe(morning + 14 * DAY_MS);
  });
  test('soon within the days to remind, late from the instant on', () => {
    const clock = (morning + 5 * DAY_MS) as Instant;
    expect([lateness(clock, (morning - 1) as Instant, 5), lateness(clock, morning, 5), lateness(clock, clock, 5)]).toEqual([
      'no',
      'soon',
      'yes',
    ]);
  });
  test('a promise is overdue the day after', () => {
    expect([isOverdue({ status: 'open', dueOn: day }, day), isOverdue({ status: 'open', dueOn: day }, addDays(day, 1))]).toEqual([
      false,
      true,
    ]);
  });
  test('after the agreement the nearest of promise, follow-up and wanted confirmation is what hurries', () => {
    const performing = aCase({
      status: 'performing',
      followUpOn: addDays(day, 30),
      confirmUntil: addDays(day, 20),
      items: [
        { no: 1, by: 'applicant', dueOn: addDays(day, 1), status: 'accepted' },
        { no: 2, by: 'applicant', dueOn: addDays(day, 9), status: 'open' },
        { no: 3, by: 'respondent', dueOn: addDays(day, 5), status: 'open' },
      ],
    });
    const dayOn = (kase: typeof performing, side?: 'applicant' | 'respondent') => {
      const at = urgentClock(kase, side);
      return at === undefined ? undefined : dayOf(at);
    };
    expect([dayOn(performing), dayOn(performing, 'applicant')]).toEqual([addDays(day, 5), addDays(day, 9)]);
    const kept = { ...performing, items: [] };
    expect(dayOn(kept)).toBe(addDays(day, 30));
    expect(dayOn({ ...kept, confirmation: { wantedBy: ['applicant'], status: 'wanted' } })).toBe(addDays(day, 20));
    expect(dayOn({ ...kept, followUps: [{ at: morning, how: 'phone', satisfied: {} }] })).toBeUndefined();
    const due = urgentClock(performing)!;
    expect([lateness(due, instantAt(addDays(day, 5)), 5), lateness(due, instantAt(addDays(day, 6)), 5)]).toEqual(['soon', 'yes']);
  });
  test('a talk that was agreed but never held is announced only while people are talking', () => {
    const talk = {
      no: 1,
      kind: 'together' as const,
      mode: 'phone' as const,
      minutes: 60,
      slots: [],
      suits: { applicant: [], respondent: [] },
      status: 'agreed' as const,
    };
    const sessions = [
      { ...talk, at: (morning + DAY_MS) as Instant },
      { ...talk, no: 2, at: morning },
    ];
    expect(meetsAtOf(aCase({ sessions }))).toBe(morning);
    for (const status of ['agreed', 'performing', 'closed'] as const)
      expect(meetsAtOf(aCase({ status, sessions }))).toBeUndefined();
  });
  test('ten years from 29 February are 28 February', () => {
    expect(yearsLater(civilDate('2028-02-29'), 1)).toBe('2029-02-28');
  });
});
