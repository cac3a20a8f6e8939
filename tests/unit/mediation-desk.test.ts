/** What the mediators' desk works out by itself: the order of a day, clocks, stages, times, who has read. */

import { mediationTasks } from '../../src/pages/desk/today/mediation';
import { clocksOf, momentsOf, stagesOf } from '../../src/pages/desk-mediation/case/clocks';
import { mayFor } from '../../src/pages/desk-mediation/case/onBehalf';
import { linesOf } from '../../src/pages/desk-mediation/case/reads';
import { MOST_SLOTS, slotsOf, slotText, suitText, toggled } from '../../src/pages/desk-mediation/case/slots';
import { cellText, lineOf } from '../../src/pages/desk-mediation/month/cells';
import { groupsOf, workOfCard, workOfRow } from '../../src/pages/desk-mediation/queue/order';
import { GROUNDS, leftText } from '../../src/pages/desk-mediation/words';
import { CASE_STATUS, type CaseCard, DECLINE_GROUNDS, type RegisterRow } from '../../types/mediation';
import { addDays } from '../../types/time';
import { no, yes } from '../../types/verdict';
import { card, NOW, on, TODAY, view } from '../builders/mediation';

const mine = (over: Partial<CaseCard>) => workOfCard(card({ as: 'panel', dueAt: on(20), ...over }), NOW);
const ids = (cards: CaseCard[]) =>
  groupsOf(cards.map(each => workOfCard(each, NOW))).map(({ when, rows }) => [when, rows.map(row => row.id)]);

describe('a mediator with twelve open cases', () => {
  const twelve = Array.from({ length: 12 }, (_, i) => card({ as: 'panel', id: `m-${i}`, dueAt: on(i + 5) }));

  test('sees what is over or due today first, then what comes soon', () => {
    const cards = twelve.map((each, i) => {
      if (i === 11) return { ...each, late: 'yes' as const, dueAt: on(-2) };
      if (i === 9) return { ...each, meetsAt: on(0, 15) };
      return i === 7 ? { ...each, late: 'soon' as const, dueAt: on(3) } : each;
    });
    const groups = ids(cards);
    expect(groups[0]).toEqual(['today', ['m-11', 'm-9']]);
    expect(groups[1]).toEqual(['soon', ['m-7']]);
    expect(groups[2]?.[1]).toHaveLength(9);
  });
  test('sees danger before everything', () =>
    expect(ids([...twelve, card({ as: 'panel', id: 'danger', danger: true })])[0]).toEqual(['today', ['danger']]));
});

describe('a row of the queue', () => {
  test('says in a word how much time is left', () => {
    expect([
      mine({ late: 'yes', dueAt: on(-2) }).tag,
      mine({ dueAt: on(0, 20) }).tag,
      mine({ late: 'soon', dueAt: on(2) }).tag,
    ]).toEqual(['已过期 2 天', '今天到期', '还剩 2 天']);
    expect(mine({ meetsAt: on(0, 15) }).tag).toBe('今天 15:00 面谈');
    expect(leftText(0)).toBe('今天到期');
  });
  test('of the committee names nobody, and counts to the decision', () => {
    const row = {
      ...card(),
      names: undefined,
      status: 'applied',
      decideBy: on(1),
      mediators: '',
      may: {},
    } as unknown as RegisterRow;
    const work = workOfRow(row, NOW, '看申请');
    expect([work.title, work.tag, work.action]).toEqual(['漏水渗水 · 3栋', '还剩 1 天', '看申请']);
    expect(JSON.stringify(work)).not.toContain('王桂兰');
  });
});

test('the first page of the desk says how much hurries, and names nobody', () => {
  const row = {
    ...card(),
    names: undefined,
    status: 'applied',
    decideBy: on(-1),
    late: 'yes',
    mediators: '',
    may: {},
  } as unknown as RegisterRow;
  const cases = { now: NOW, cases: [card({ as: 'panel', meetsAt: on(0, 15) })], promises: [], offers: [], answered: 0 };
  const tasks = mediationTasks({ now: NOW, toDecide: [row], toPanel: [], questions: 2 }, cases);
  expect(tasks.map(each => [each.title, each.tone])).toEqual([
    ['请选您方便的时间', 'primary'],
    ['1 件申请等着受理', 'danger'],
    ['2 个匿名提问等回答', 'info'],
  ]);
  expect(JSON.stringify(tasks)).not.toContain('王桂兰');
  expect(mediationTasks(undefined, undefined)).toEqual([]);
});

describe('how a case stands', () => {
  test.each(CASE_STATUS)('%s has exactly one place on its way, or has ended', status => {
    const stages = stagesOf({
      status,
      statusText: '没有谈成',
      acceptedAt: on(-3),
      effectiveAt: status === 'closed' ? on(-1) : undefined,
    });
    const now = stages.filter(stage => stage.state === 'now');
    expect(now.length).toBe(status === 'closed' || status === 'joined' ? now.length : 1);
    expect(stages[0]).toEqual({ name: '申请', state: 'done' });
  });
  test('declined before acceptance it never claims to have been accepted', () =>
    expect(
      stagesOf({ status: 'declined', statusText: '不予受理', acceptedAt: undefined, effectiveAt: undefined }).map(
        each => each.name,
      ),
    ).toEqual(['申请', '不予受理', '归档']));
  test('shows only the clocks that run, the nearest first', () => {
    const names = (over: Parameters<typeof view>[0]) => clocksOf(view(over)).map(clock => [clock.name, clock.left]);
    expect(names({ status: 'applied', decideBy: on(2), dueAt: undefined })).toEqual([['决定受理', 2]]);
    expect(names({ status: 'inviting', answerBy: on(4), dueAt: on(29) })).toEqual([
      ['等对方答复', 4],
      ['一个月内调解完', 29],
    ]);
    expect(names({ status: 'paused' })).toEqual([]);
    const item = {
      no: 1,
      by: 'respondent',
      what: '修水管',
      manner: '请师傅',
      dueOn: addDays(TODAY, 3),
      status: 'open',
      overdue: false,
    } as const;
    const confirmation = { until: addDays(TODAY, 29), daysLeft: 29, wantedBy: [] };
    expect(
      names({ status: 'performing', items: [item], confirmation, followUpOn: addDays(TODAY, 30) }).map(each => each[0]),
    ).toEqual(['约定第 1 条', '可以申请司法确认', '回访']);
  });
  test('its history has moments and no word of what was said', () => {
    const moments = momentsOf(view({ parts: [{ kind: 'statement', content: { text: '秘密' } } as never] }));
    expect(moments.map(each => each.title)).toEqual(['申请', '受理', '申请人确认权利义务告知书']);
    expect(JSON.stringify(moments)).not.toContain('秘密');
  });
});

describe('on behalf', () => {
  test('staff are offered what the server says, for the side for which it says so', () => {
    const paper = view({ as: 'panel', mayFor: { respondent: { chooseSlots: yes, sign: no('SIGNED_ALREADY') } } });
    expect(mayFor(paper, 'respondent', 'chooseSlots')?.ok).toBe(true);
    expect(mayFor(paper, 'respondent', 'sign')?.ok).toBe(false);
    expect([mayFor(paper, 'respondent', 'withdraw'), mayFor(paper, 'applicant', 'chooseSlots')]).toEqual([undefined, undefined]);
  });
});

describe('times for a talk', () => {
  test('are whole hours that are still to come', () => {
    expect(slotsOf(TODAY, on(0, 15)).map(at => slotText(at, NOW))).toEqual([
      '今天 11月26日 16:00',
      '今天 11月26日 17:00',
      '今天 11月26日 19:00',
      '今天 11月26日 20:00',
    ]);
    expect(slotsOf(addDays(TODAY, 1), NOW)).toHaveLength(9);
  });
  test('are taken and given back, in order, never more than the contract takes', () => {
    expect(toggled(toggled([], on(2)), on(1))).toEqual([on(1), on(2)]);
    expect(toggled([on(1), on(2)], on(1))).toEqual([on(2)]);
    const full = Array.from({ length: MOST_SLOTS }, (_, i) => on(i + 1));
    expect(toggled(full, on(20))).toEqual(full);
  });
  test('say whom they suit', () =>
    expect(
      [on(1), on(2), on(3), on(4)].map(at => suitText({ applicant: [on(1), on(2)], respondent: [on(1), on(3)] }, at)),
    ).toEqual(['双方都行', '申请人可以', '被申请人可以', '']));
});

test('a hidden number of the month is a dash, never nothing', () =>
  expect([cellText('hidden'), cellText(0), cellText(7)]).toEqual(['—', '0', '7']));

test('every ground for declining says where to go instead', () =>
  expect(DECLINE_GROUNDS.every(ground => GROUNDS[ground].word && GROUNDS[ground].instead.length > 8)).toBe(true));

test('a row of the month on a phone names each number', () =>
  expect(lineOf(['申请', '受理'], { name: '漏水', cells: [5, 'hidden'] })).toBe('申请 5 · 受理 —'));

test('who reads the same several times a day is one line of the log', () => {
  const read = (hour: number, kinds: string[]) => ({ at: on(0, hour), name: '何静', as: 'panel', what: 'view', kinds });
  const [line, ...more] = linesOf([read(10, ['names']), read(9, ['names', 'statement'])]);
  expect([line?.times, line?.kinds, more]).toEqual([2, ['names', 'statement'], []]);
});
