/** The file of a child of the care as its guardian sees it: people, consents, health. */
import type { ChildFile } from '../../src/pages/care/queries';
import type { AdultView, ConsentView, GuardianView, Health } from '../../types/care';
import { addDays, civilDate } from '../../types/time';
import { no, yes } from '../../types/verdict';
import { at, TODAY } from './care-family';

const guardian = (over: Partial<GuardianView> = {}): GuardianView => ({
  id: 'g-min',
  name: '李敏',
  relation: '妈妈',
  phone: '139****0001',
  status: 'confirmed',
  me: true,
  decides: false,
  may: { end: no('LAST_GUARDIAN') },
  ...over,
});

const adult = (over: Partial<AdultView> = {}): AdultView => ({
  id: 'a-wang',
  name: '王桂兰',
  relation: '奶奶',
  phone: '138****5678',
  kind: 'standing',
  hasAccount: true,
  byName: '李敏',
  authorised: yes,
  may: { end: yes },
  ...over,
});

export const TEXTS = {
  care: '为了照看孩子、核对接送人、在紧急情况下联系您，我们保存孩子的姓名、出生日期、学校班级和您填写的接送人。只有托管工作人员看得到，孩子退出后按规定删除。您可以不同意，也可以随时撤回。',
  health:
    '为了不让孩子吃到过敏的东西、生病时处理得当，我们加密保存您填写的健康和过敏信息。只有当天值班的老师看得到，每次查看都有记录。',
  pictures: '老师可能在当天的小结里附上孩子活动的照片，只给这个孩子的监护人看，到期自动删除。',
} as const;

export const consent = (over: Partial<ConsentView> = {}): ConsentView => ({
  purpose: 'care',
  text: TEXTS[over.purpose ?? 'care'],
  version: 2,
  months: 12,
  holds: true,
  said: {
    given: true,
    version: 2,
    from: civilDate('2026-09-01'),
    to: civilDate('2027-08-31'),
    byName: '李敏',
    at: at('09:00', -80),
  },
  ...over,
});

export const childFile = (over: Partial<ChildFile> = {}): ChildFile => ({
  id: 'k-man',
  name: '小满',
  birthDate: civilDate('2018-03-08'),
  school: '幸福路小学',
  schoolClass: '三年级2班',
  home: { buildingId: 'b0', unitId: 'b0u2', room: '501', text: '3栋2单元501' },
  guardians: [
    guardian(),
    guardian({
      id: 'g-qiang',
      name: '王强',
      relation: '爸爸',
      status: 'invited',
      me: false,
      phone: '137****0002',
      may: { end: yes },
    }),
  ],
  adults: [
    adult({ id: 'g-min', name: '李敏', relation: '妈妈', kind: 'guardian', may: { end: no('OFFICE_DECIDES') } }),
    adult(),
    adult({
      id: 'a-zhang',
      name: '张阿姨',
      relation: '邻居',
      phone: undefined,
      hasAccount: false,
      until: addDays(TODAY, 30),
      authorised: no('PERSON_BARRED'),
    }),
  ],
  consents: [
    consent(),
    consent({
      purpose: 'health',
      holds: false,
      said: {
        given: true,
        version: 1,
        from: civilDate('2025-09-01'),
        to: civilDate('2026-08-31'),
        byName: '李敏',
        at: at('09:00', -400),
      },
    }),
    consent({
      purpose: 'pictures',
      holds: false,
      said: {
        given: false,
        version: 2,
        from: civilDate('2026-09-01'),
        to: civilDate('2026-09-01'),
        byName: '李敏',
        at: at('09:00', -80),
      },
    }),
  ],
  hasHealth: true,
  reads: [{ at: at('16:35'), byName: '周老师', what: 'health' }],
  may: { decide: yes, save: yes, erase: no('STILL_ENROLLED'), health: yes, addAdult: yes, invite: yes },
  ...over,
});

export const health: Health = {
  allergens: ['peanut', 'egg'],
  diets: ['noPork'],
  note: '哮喘，书包里有喷雾。',
  emergency: '舅舅 13900000003',
};
