/** Mediation in the demo community: a committee with its mediators, its numbers, and three cases, sealed as the function seals them. */

import { FIRST_SETTINGS } from '../../cloudfunctions/mediation/settings';
import type { MediationSettings, Mediator } from '../../types/mediation';
import { dayOf, type Instant } from '../../types/time';
import { COMMUNITY } from './cast';
import { here, type Row, row } from './community';
import { demoCases } from './mediationCases';

export const mediationSettings: MediationSettings = {
  ...FIRST_SETTINGS,
  committee: '幸福里社区人民调解委员会',
  shortName: '幸福里',
  court: '幸福区人民法院',
  rooms: [
    { id: 'room1', name: '百·和调解室' },
    { id: 'room2', name: '军嫂调解室' },
  ],
};

const mediator = (name: string, part: Mediator['part'], skills: Mediator['skills'], residentId?: string): Mediator => ({
  name,
  part,
  skills,
  absences: [],
  active: true,
  ...(residentId ? { residentId } : {}),
});

const MEDIATORS: readonly [openid: string, mediator: Mediator][] = [
  ['wx-hejing', mediator('何静', 'mediator', ['leak', 'noise', 'family'], 'r-hejing')],
  ['wx-qianguoqiang', mediator('钱国强', 'mediator', ['leak', 'parking', 'sharedSpace'], 'r-qianguoqiang')],
  ['wx-malijuan', mediator('马丽娟', 'mediator', ['family', 'pets', 'noise'], 'r-malijuan')],
  ['wx-fanglvshi', mediator('方律师', 'lawyer', ['propertyCompany', 'family'])],
];

export function mediationRows(now: Instant): Record<string, Row[]> {
  const into = demoCases(now, mediationSettings);
  const year = dayOf(now).slice(0, 4);
  const accepted = { last: into.ids.length, given: Object.fromEntries(into.ids.map((id, n) => [id, n + 1])) };
  return {
    committees: [row(COMMUNITY, here('main'), mediationSettings)],
    mediators: MEDIATORS.map(([openid, doc]) => row(COMMUNITY, here(openid), doc)),
    caseNumbers: [
      row(COMMUNITY, here(`accepted:${year}`), accepted),
      row(COMMUNITY, here(`agreement:${year}`), { last: 1, given: { 'm-demo-stairs': 1 } }),
    ],
    ...into.rows,
  };
}
