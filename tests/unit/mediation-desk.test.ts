/** What the mediators' desk works out by itself: the order of a day, clocks, stages, the paper, what was typed. */

import { mediationTasks } from '../../src/pages/desk/today/mediation';
import {
  type AgreementDraft,
  draftOf,
  inputOf,
  newPromise,
  previewOf,
  wrongIn,
} from '../../src/pages/desk-mediation/agreement/draft';
import { applicationOf, gapsOn, NOBODY, questionsFor, whoGaps } from '../../src/pages/desk-mediation/apply/draft';
import { clocksOf, momentsOf, stagesOf } from '../../src/pages/desk-mediation/case/clocks';
import { mayFor } from '../../src/pages/desk-mediation/case/onBehalf';
import { MOST_SLOTS, slotsOf, slotText, suitText, toggled } from '../../src/pages/desk-mediation/case/slots';
import { cellText } from '../../src/pages/desk-mediation/month/cells';
import { groupsOf, workOfCard, workOfRow } from '../../src/pages/desk-mediation/queue/order';
import { newRoomId, readSettings, draftOf as settingsDraft } from '../../src/pages/desk-mediation/settings/draft';
import { GROUNDS, leftText } from '../../src/pages/desk-mediation/words';
import { EMPTY } from '../../src/pages/mediation/apply/draft';
import {
  CASE_STATUS,
  type CaseCard,
  DECLINE_GROUNDS,
  type MediationSettings,
  mediation,
  type RegisterRow,
} from '../../types/mediation';
import { addDays } from '../../types/time';
import { card, guide, NOW, on, TODAY, view } from '../builders/mediation';

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
  const cases = { now: NOW, cases: [card({ as: 'panel', meetsAt: on(0, 15) })], offers: [], answered: 0 };
  const tasks = mediationTasks({ now: NOW, toDecide: [row], toPanel: [], questions: 2 }, cases);
  expect(tasks.map(each => [each.title, each.tone])).toEqual([
    ['今天要办 1 件调解', 'info'],
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
  const paper = (over: Parameters<typeof view>[0] = {}) =>
    view({ as: 'panel', status: 'mediating', respondent: { name: '赵建国', is: 'resident', joined: false, agents: 0 }, ...over });
  test('is offered for a side without the mini-program alone', () => {
    expect(mayFor(paper(), 'respondent', 'chooseSlots')?.ok).toBe(true);
    expect(mayFor(paper(), 'applicant', 'chooseSlots')).toBeUndefined();
  });
  test('is offered to staff alone, and not twice', () => {
    expect(mayFor(paper({ as: 'applicant' }), 'respondent', 'chooseSlots')).toBeUndefined();
    expect(mayFor(paper(), 'respondent', 'acknowledgeRights')?.ok).toBe(true);
    const told = { name: '赵建国', is: 'resident', joined: false, agents: 0, rightsAt: on(-1) } as const;
    expect(mayFor(paper({ respondent: told }), 'respondent', 'acknowledgeRights')).toBeUndefined();
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

describe('the agreement while it is written', () => {
  const begun = draftOf({ facts: '卫生间漏水', clauses: [] }, undefined);
  const promise = { ...newPromise(TODAY, 1), what: '修好水管', manner: '请师傅上门', dueOn: '2026-12-3' };
  const full: AgreementDraft = { ...begun, place: '社区调解室', terms: [' 修好水管。 ', ' '], promises: [promise] };

  test('begins with the facts of the case', () => expect(begun.facts).toBe('卫生间漏水'));
  test('names every line that is missing', () =>
    expect(
      Object.keys(wrongIn({ ...begun, facts: ' ', promises: [{ ...promise, what: '', dueOn: '下周' }] }, TODAY)).sort(),
    ).toEqual(['facts', 'p1.dueOn', 'p1.what', 'place', 'terms']));
  test('a promise cannot be due in the past', () =>
    expect(wrongIn({ ...full, promises: [{ ...promise, dueOn: '2026-11-25' }] }, TODAY)).toEqual({
      'p1.dueOn': '这一天已经过去了',
    }));
  test('is sent as the contract takes it', () => {
    expect(wrongIn(full, TODAY)).toEqual({});
    const input = inputOf('m-1', full);
    expect(mediation.actions.draftAgreement.input.safeParse(input).success).toBe(true);
    expect([input.terms, input.promises[0]!.dueOn]).toEqual([['修好水管。'], '2026-12-03']);
  });
  test('reads as a paper, with dots where something is missing', () => {
    const lines = previewOf(full, view()).flatMap(section => section.lines);
    expect(lines).toContain('被申请人在2026年12月3日前修好水管（请师傅上门）。');
    expect(lines).toContain('1. 修好水管。');
    const bare = previewOf({ ...begun, promises: [{ ...promise, dueOn: '' }] }, view()).flatMap(section => section.lines);
    expect(bare.join()).toContain('……');
  });
});

describe('an application for somebody at the desk', () => {
  const { kinds } = guide();
  const draft = {
    ...EMPTY,
    kind: 'leak' as const,
    danger: false,
    what: '漏水',
    where: '卫生间',
    since: '上周',
    fair: '修好',
    name: '楼上',
  };

  test('asks the residents’ own questions; a neighbour found on the roster is not asked for again', () => {
    expect(questionsFor(draft, kinds, NOBODY)).toEqual([
      'kind',
      'danger',
      'what',
      'where',
      'since',
      'whom',
      'fair',
      'q:where',
      'q:talked',
      'files',
      'session',
    ]);
    expect(questionsFor(draft, kinds, { ...NOBODY, other: { id: 'r-1', name: '赵建国', address: '' } })).not.toContain('whom');
  });
  test('says what is missing, the applicant too', () => {
    expect(Object.keys(gapsOn(questionsFor(EMPTY, kinds, NOBODY), EMPTY))).toContain('what');
    expect(whoGaps(NOBODY)).toHaveProperty('resident');
    expect(whoGaps({ ...NOBODY, by: 'walkIn', name: '过路人', phone: '12' })).toHaveProperty('phone');
  });
  test('is sent for a resident or for a visitor, never for staff themselves', () => {
    const resident = applicationOf(draft, kinds, { ...NOBODY, resident: { id: 'r-zhaodefu', name: '赵德福', address: '' } });
    const visitor = applicationOf(draft, kinds, { ...NOBODY, by: 'walkIn', name: '过路人', buildingId: 'b3' });
    for (const input of [resident, visitor]) expect(mediation.actions.apply.input.safeParse(input).success).toBe(true);
    expect([resident.forResident, visitor.walkIn?.name, visitor.forResident]).toEqual(['r-zhaodefu', '过路人', undefined]);
  });
});

describe('the settings of mediation', () => {
  const settings: MediationSettings = {
    committee: '幸福里社区人民调解委员会',
    shortName: '幸福里',
    court: '江岸区人民法院',
    acceptDays: 3,
    answerDays: 5,
    clockDays: 30,
    extensionDays: 30,
    remindDays: 3,
    followUpDays: 30,
    refusals: 2,
    fullLoad: 8,
    openMinutes: 30,
    retainYears: 10,
    smallCell: 3,
    rooms: [{ id: 'room1', name: '调解室' }],
  };
  test('typed and read again are the same', () => expect(readSettings(settingsDraft(settings))).toEqual({ settings, wrong: {} }));
  test('every bound is the contract’s own', () => {
    const draft = settingsDraft(settings);
    for (const text of ['0', '999', '很多', '']) {
      const { wrong } = readSettings({ ...draft, numbers: { ...draft.numbers, acceptDays: text, smallCell: text } });
      expect(Object.keys(wrong).sort()).toEqual(['acceptDays', 'smallCell']);
    }
  });
  test('a new room never takes the id of another', () => expect(newRoomId([{ id: 'room2' }])).toBe('room3'));
});

test('a hidden number of the month is a dash, never nothing', () =>
  expect([cellText('hidden'), cellText(0), cellText(7)]).toEqual(['—', '0', '7']));

test('every ground for declining says where to go instead', () =>
  expect(DECLINE_GROUNDS.every(ground => GROUNDS[ground].word && GROUNDS[ground].instead.length > 8)).toBe(true));
