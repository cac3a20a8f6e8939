import {
  type Draft,
  EMPTY,
  firstGap,
  gapsOf,
  inputOf,
  isBegun,
  readKept,
  stepsOf,
  textOf,
} from '../../src/pages/mediation/apply/draft';
import { momentsOf, toldOf } from '../../src/pages/mediation/apply/told';
import { mediation } from '../../types/mediation';
import type { Me } from '../../types/people';
import { card, guide, NOW, on } from '../builders/mediation';

const kinds = guide().kinds;
const full: Draft = {
  ...EMPTY,
  forResident: 'r-wangguilan',
  kind: 'leak',
  danger: false,
  what: '楼上漏水',
  where: '卫生间',
  since: '十月',
  name: '赵先生',
  buildingId: 'b3',
  unitId: 'b3u2',
  room: '601',
  fair: '修好',
  answers: { where: '天花板', when: '半夜' },
};

describe('the guided application', () => {
  test('asks one thing a screen, danger early, the questions of the kind where they belong', () => {
    expect(stepsOf(EMPTY, kinds, false)).toEqual([
      'kind',
      'danger',
      'what',
      'where',
      'since',
      'whom',
      'fair',
      'files',
      'session',
      'check',
    ]);
    expect(stepsOf(full, kinds, true)).toEqual([
      'who',
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
      'check',
    ]);
  });

  test('says in words what is missing, and lets the rest stay empty', () => {
    const steps = stepsOf(EMPTY, kinds, true);
    const wanting = steps.filter(step => Object.keys(gapsOf(step, EMPTY)).length > 0);
    expect(wanting).toEqual(['who', 'kind', 'danger', 'what', 'where', 'since', 'whom', 'fair']);
    for (const step of wanting) for (const text of Object.values(gapsOf(step, EMPTY))) expect(text).toMatch(/。$/);
    expect(gapsOf('whom', { ...full, phone: '12345' })).toHaveProperty('phone');
    expect(gapsOf('whom', { ...full, phone: '13800000000' })).toEqual({});
    expect(gapsOf('what', { ...full, what: '   ' })).toHaveProperty('what');
  });

  test('the check page leads to the first gap, and to none when all is there', () => {
    expect(firstGap(stepsOf(full, kinds, true), { ...full, where: '', fair: '' })).toBe('where');
    expect(firstGap(stepsOf(full, kinds, true), full)).toBeUndefined();
  });

  test('choosing for whom alone is not yet something to lose', () => {
    expect(isBegun(EMPTY)).toBe(false);
    expect(isBegun({ ...EMPTY, forResident: '' })).toBe(false);
    expect(isBegun({ ...EMPTY, what: '漏' })).toBe(true);
  });

  test('a draft comes back as it was, without files that are gone by then; what cannot be read is nothing', () => {
    const kept = { draft: { ...full, files: [{ fileId: 'f', name: '照片.jpg' }] }, step: 'fair' as const };
    expect(readKept(textOf(kept))).toEqual({ draft: full, step: 'fair' });
    expect([readKept(undefined), readKept('{'), readKept('{"draft":{"what":"漏"}}')?.draft]).toEqual([
      undefined,
      undefined,
      { ...EMPTY, what: '漏' },
    ]);
  });

  test('sends what the contract takes, and answers of the chosen kind alone', () => {
    const input = inputOf(full, kinds, 'o-1');
    expect(mediation.actions.apply.input.safeParse(input).success).toBe(true);
    expect(input).toMatchObject({ forResident: 'r-wangguilan', offerId: 'o-1', answers: [{ id: 'where', answer: '天花板' }] });
    const forSelf = inputOf({ ...full, forResident: '' }, kinds);
    expect(forSelf).not.toHaveProperty('forResident');
    expect(forSelf).not.toHaveProperty('offerId');
    expect(forSelf.respondent).toEqual({ name: '赵先生', is: 'resident', unitId: 'b3u2', room: '601' });
    const company = inputOf({ ...full, is: 'company', address: '一楼物业' }, kinds).respondent;
    expect(company).toEqual({ name: '赵先生', is: 'company', address: '一楼物业' });
  });

  test('the last look shows every step but itself, in the same order', () => {
    const places = [{ id: 'b3', name: '3栋', units: [{ id: 'b3u2', name: '2单元' }] }];
    const me = { elders: [{ id: 'r-wangguilan', name: '王桂兰' }] } as Me;
    const told = toldOf({ draft: full, guide: guide(), me, asksWho: true, places });
    expect([...told.map(({ step }) => step), 'check']).toEqual(stepsOf(full, kinds, true));
    expect(told[0]!.text).toBe('替王桂兰');
    expect(told.find(({ step }) => step === 'q:talked')!.text).toBe('没有填');
    expect(told.find(({ step }) => step === 'whom')!.text).toBe('赵先生，3栋2单元601');
  });

  test('afterwards the dates are said that are known', () => {
    const moments = momentsOf({ case: card({ appliedAt: NOW, dueAt: on(3, 23) }) }, guide());
    expect(moments[0]).toMatchObject({ done: true, text: '11月26日 周四 08:00' });
    expect(moments[1]!.title).toBe('11月29日前告诉您受不受理');
  });
});
