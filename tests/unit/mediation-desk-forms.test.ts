/** What is typed at the mediators' desk: the agreement, a walk-in's application, the settings. */
import {
  type AgreementDraft,
  draftOf,
  inputOf,
  newPromise,
  previewOf,
  wrongIn,
} from '../../src/pages/desk-mediation/agreement/draft';
import { applicationOf, gapsOn, NOBODY, questionsFor, whoGaps } from '../../src/pages/desk-mediation/apply/draft';
import { newId, readSettings, draftOf as settingsDraft } from '../../src/pages/desk-mediation/settings/draft';
import { EMPTY } from '../../src/pages/mediation/apply/draft';
import { type MediationSettings, mediation } from '../../types/mediation';
import { guide, TODAY, view } from '../builders/mediation';

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
    const visitor = applicationOf(draft, kinds, { ...NOBODY, by: 'walkIn', name: '过路人' });
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
    clauses: [{ id: 'once', kind: 'any', name: '一次了结', text: '双方再无其他争议。' }],
  };
  test('typed and read again are the same', () => expect(readSettings(settingsDraft(settings))).toEqual({ settings, wrong: {} }));
  test('every bound is the contract’s own', () => {
    const draft = settingsDraft(settings);
    for (const text of ['0', '999', '很多', '']) {
      const { wrong } = readSettings({ ...draft, numbers: { ...draft.numbers, acceptDays: text, smallCell: text } });
      expect(Object.keys(wrong).sort()).toEqual(['acceptDays', 'smallCell']);
    }
  });
  test('a new room never takes the id of another', () => expect(newId('room', [{ id: 'room2' }])).toBe('room3'));
});
