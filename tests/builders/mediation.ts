/** Replies of mediation as the pages get them: 李敏 asks for her mother 王桂兰, whose ceiling is wet; 赵建国 lives above. */
import type { Call, Envelope, OutputOf } from '../../types/contract';
import type { MediationContract, Thread } from '../../types/mediation';
import { yes } from '../../types/verdict';
import { guide, NOW, on } from './mediation-guide';
import { card } from './mediation-pieces';
import { type CaseName, cases } from './mediation-views';

export * from './mediation-guide';
export { card, piece, view } from './mediation-pieces';
export { type CaseName, cases };

export const thread = (over: Partial<Thread> = {}): Thread => ({
  id: 't-1',
  at: on(-1, 10),
  urgent: false,
  status: 'answered',
  lines: [
    { at: on(-1, 10), from: 'asker', text: '楼上漏水，物业说不归他管，该找谁？' },
    { at: on(-1, 16), from: 'mediator', text: '先请物业看是公共管道还是户内防水。户内的话可以申请调解，不收费。' },
  ],
  ...over,
});

export const myCases = (over: Partial<OutputOf<MediationContract, 'myCases'>> = {}): OutputOf<MediationContract, 'myCases'> => ({
  now: NOW,
  cases: [
    card(),
    card({
      id: 'm-2',
      kind: 'noise',
      kindName: '噪声扰民',
      status: 'inviting',
      statusText: '社区邀请您谈一谈，请您决定',
      next: '请决定参加不参加',
      as: 'respondent',
      names: { applicant: '孙玉梅', respondent: '李敏' },
      leads: undefined,
    }),
    card({
      id: 'm-3',
      kind: 'parking',
      kindName: '停车占位',
      status: 'panelling',
      statusText: '正在安排调解员',
      next: undefined,
    }),
  ],
  promises: [],
  offers: [{ id: 'o-1', kind: 'leak', at: on(-2) }],
  answered: 1,
  ...over,
});

const me = {
  account: { name: '李敏', phone: '139****0001', status: 'member' },
  roles: ['resident', 'family'],
  grants: [],
  community: { id: 'xfl', name: '幸福里社区', phone: '02712345678', address: '幸福路 8 号' },
  elders: [{ id: 'r-wangguilan', name: '王桂兰', relation: '母亲', age: 78, address: '3栋2单元501' }],
  family: [],
  bindings: [],
  may: { join: yes, askBinding: yes, claimFirstAdmin: yes, erase: yes },
};

const tree = {
  grids: [],
  buildings: ['3栋', '5栋'].map((name, at) => ({
    id: `b${at}`,
    name,
    units: [
      { id: `b${at}u1`, name: '1单元' },
      { id: `b${at}u2`, name: '2单元' },
    ],
  })),
  residents: {},
};

/** Answers as the cloud would. The id of a case names its place: `case { id: 'talking' }`. */
export function mediationCloud(_domain: string, { action, input }: Call): Envelope<unknown> {
  const id = (input as { id?: string }).id ?? '';
  const replies: Record<string, () => unknown> = {
    me: () => me,
    tree: () => tree,
    guide,
    myCases: () => ((input as { ended?: boolean }).ended ? myCases({ cases: [], offers: [] }) : myCases()),
    myQuestions: () => ({ threads: [thread()] }),
    askFirst: () => thread({ id: 't-2', status: 'asked', lines: [{ at: NOW, from: 'asker', text: '问题' }] }),
    apply: () => ({ case: card({ status: 'applied', number: undefined, dueAt: on(3, 23) }) }),
    case: () => cases[id as CaseName]?.(),
  };
  const data = (replies[action] ?? cases.talking)();
  return data === undefined ? { ok: false, error: { code: 'NOT_FOUND' } } : { ok: true, data };
}
